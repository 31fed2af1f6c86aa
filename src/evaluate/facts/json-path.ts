/**
 * The steps into a JSON document as people write them: `loan.overdue_days`, `loans[2].balance`. A key that is not a
 * name is quoted: `loan["a.b"]`.
 */
export function jsonPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step) => stepInto(path, step), '');
}

/** The path one step further. */
export function stepInto(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  if (!isName.test(step)) return `${path}[${JSON.stringify(step)}]`;
  return path === '' ? step : `${path}.${step}`;
}

const isName = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
