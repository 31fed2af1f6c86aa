import type { Fact, Policy } from '../../model/policy.ts';

/**
 * The shape of the facts that a caller sends for a policy: the policy's own inputs by name, those of every policy it
 * imports (directly or not) under that policy's name, and `manual` with the questions that people answer.
 */
export type Shape = Branch | { readonly kind: 'fact'; readonly path: string; readonly fact: Fact } | { readonly kind: 'manual'; readonly path: string; readonly fact: Fact };

export interface Branch {
  readonly kind: 'branch';
  readonly path: string;
  readonly entries: ReadonlyMap<string, Shape>;
}

const shapes = new WeakMap<Policy, Branch>();

/** The shape of a policy's facts; made once for each policy. */
export function shapeOf(policy: Policy): Branch {
  const known = shapes.get(policy);
  if (known !== undefined) return known;
  const planted = [...plantedBy(policy, []), ...importsOf(policy).flatMap((imported) => plantedBy(imported, [imported.name]))];
  const shape = branchOf('', planted);
  shapes.set(policy, shape);
  return shape;
}

/** Every policy imported, directly or not, each once, sorted by name. */
export function importsOf(policy: Policy): readonly Policy[] {
  const found = new Map<string, Policy>();
  const visit = (from: Policy): void => {
    for (const imported of from.imports) {
      if (found.has(imported.name)) continue;
      found.set(imported.name, imported);
      visit(imported);
    }
  };
  visit(policy);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every leaf below a shape, in the order of declaration. */
export function leavesOf(shape: Shape): readonly Exclude<Shape, Branch>[] {
  return shape.kind === 'branch' ? [...shape.entries.values()].flatMap(leavesOf) : [shape];
}

/** The path of a fact as a caller of `policy` writes it: `loan.overdue_days`, `loan_classification.loan.overdue_days`. */
export function factPath(policy: Policy, fact: Fact): string {
  return fact.policy === policy.name ? fact.path : `${fact.policy}.${fact.path}`;
}

/** A leaf and the steps that lead to it from where one stands. */
interface Planted {
  readonly kind: 'fact' | 'manual';
  readonly fact: Fact;
  readonly steps: readonly string[];
}

function plantedBy(policy: Policy, under: readonly string[]): readonly Planted[] {
  const inputs = [...policy.inputs.values()].flatMap((input) => input.facts);
  const manuals = [...policy.manuals.values()].map((manual) => manual.fact);
  return [
    ...inputs.map((fact): Planted => ({ kind: 'fact', fact, steps: [...under, ...fact.keys] })),
    ...manuals.map((fact): Planted => ({ kind: 'manual', fact, steps: [...under, ...fact.keys] })),
  ];
}

function branchOf(path: string, planted: readonly Planted[]): Branch {
  const groups = new Map<string, Planted[]>();
  for (const { kind, fact, steps } of planted) {
    const [step = '', ...rest] = steps;
    const group = groups.get(step) ?? [];
    group.push({ kind, fact, steps: rest });
    groups.set(step, group);
  }
  const entries = [...groups].map(([step, group]): [string, Shape] => {
    const inner = path === '' ? step : `${path}.${step}`;
    const leaf = group.find(({ steps }) => steps.length === 0);
    return [step, leaf === undefined ? branchOf(inner, group) : { kind: leaf.kind, path: inner, fact: leaf.fact }];
  });
  return { kind: 'branch', path, entries: new Map(entries) };
}
