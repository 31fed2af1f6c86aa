import { closest } from '../diagnostics/closest.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Identifier } from '../read/tree/expression.ts';
import type { ImportStatement, PolicyTree } from '../read/tree/statement.ts';
import { ordering } from './graph.ts';
import { declaredTwice } from './names/twice.ts';

/** A policy set with what each of its policies may import. */
export interface PolicySet {
  /** In an order in which none comes before one it imports. Trees without a name are last. */
  readonly trees: readonly PolicyTree[];
  /** The tree that an import means. Undefined: there is none, or it would close a circle. */
  readonly imported: (statement: ImportStatement) => PolicyTree | undefined;
  /** The names of policies for which a tree's unknown imports were most likely meant: what is written after them is not to be blamed. */
  readonly meant: (tree: PolicyTree) => readonly Identifier[];
}

/** Resolves the imports among the trees. Names that two trees bear, unknown imports and circles are reported. */
export function resolveImports(all: readonly PolicyTree[], report: Report): PolicySet {
  const named = new Map<string, PolicyTree>();
  const rest: PolicyTree[] = [];
  for (const tree of all) {
    const name = tree.policy?.name;
    const first = name && named.get(name.name)?.policy?.name.span;
    if (name !== undefined && first !== undefined) report(declaredTwice(name, 'policy', first));
    if (name === undefined || first !== undefined) rest.push(tree);
    else named.set(name.name, tree);
  }
  /** What may be the name of a policy whose own statement cannot be read, which was reported. */
  const lost = new Set(rest.flatMap(({ policy, unreadable }) => (policy === undefined ? unreadable.map(({ name }) => name) : [])));
  for (const tree of all) reportUnknown(tree, named, lost, report);
  const { order, cycles } = ordering(named.values(), (tree) => importsIn(tree).flatMap(({ name }) => named.get(name.name) ?? []));
  const closing = new Set<ImportStatement>();
  for (const cycle of cycles) {
    const [from, to] = [cycle.at(-2), cycle.at(-1)];
    for (const statement of from === undefined ? [] : importsIn(from)) {
      if (statement.name.name !== to?.policy?.name.name) continue;
      closing.add(statement);
      report(diagnostic('import-cycle', statement.name.span, { cycle: cycle.flatMap(({ policy }) => policy?.name.name ?? []) }));
    }
  }
  return {
    trees: [...order, ...rest],
    imported: (statement) => (closing.has(statement) ? undefined : named.get(statement.name.name)),
    meant: (tree) =>
      importsIn(tree).flatMap(({ name }) => {
        const near = named.has(name.name) ? undefined : closest(name.name, named.keys());
        return near === undefined ? [] : [{ name: near, span: name.span }];
      }),
  };
}

function reportUnknown(tree: PolicyTree, named: ReadonlyMap<string, PolicyTree>, lost: ReadonlySet<string>, report: Report): void {
  for (const { name } of importsIn(tree)) {
    if (!named.has(name.name) && !lost.has(name.name)) report(diagnostic('import-unknown', name.span, { name: name.name, suggestion: closest(name.name, named.keys()) }));
  }
}

export function importsIn(tree: PolicyTree): readonly ImportStatement[] {
  return tree.statements.filter((statement) => statement.kind === 'import');
}
