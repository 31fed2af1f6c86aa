const NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
/** What may stand between quotes without meaning anything to JSONPath. */
const PLAIN = /^[\p{L}\p{M}\p{N}_ -]+$/u;
const STEP = /\.([\p{ID_Start}_][\p{ID_Continue}]*)|\[(?:'([\p{L}\p{M}\p{N}_ -]+)'|"([\p{L}\p{M}\p{N}_ -]+)")\]/uy;

/** Where in a fact a value stands, as JSONPath: `$.overdue_days`, `$['days past due']`. Undefined for a name that JSONPath would misread. */
export function factPath(steps: readonly string[]): string | undefined {
  if (!steps.every((step) => PLAIN.test(step))) return undefined;
  return `$${steps.map((step) => (NAME.test(step) ? `.${step}` : `['${step}']`)).join('')}`;
}

/** The steps of a JSONPath that leads to one value. Undefined for any other: indexes, wildcards, filters. */
export function stepsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: string[] = [];
  STEP.lastIndex = 1;
  for (let at = 1; at < path.length; at = STEP.lastIndex) {
    const match = STEP.exec(path);
    if (match === null) return undefined;
    steps.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return steps.length === 0 ? undefined : steps;
}
