import { checkPolicy, type Checked } from '../../check/check-policy.ts';
import { importsIn, resolveImports } from '../../check/imports.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { ImportStatement, PolicyTree, Statement, TestStatement } from '../../read/tree/statement.ts';
import type { Mutant } from './mutants.ts';

/** A policy set as it is, ready to have one of its policies changed. */
export interface Original {
  /** In an order in which none comes before one it imports. */
  readonly trees: readonly PolicyTree[];
  readonly imported: (statement: ImportStatement) => PolicyTree | undefined;
  readonly checked: ReadonlyMap<PolicyTree, Checked>;
  readonly found: readonly Diagnostic[];
}

/** A policy set with one policy changed. */
export interface Rechecked {
  /** The policies that the change may have touched: the changed one and those that import it, by the trees as they were. */
  readonly policies: ReadonlyMap<PolicyTree, Policy>;
  readonly found: readonly Diagnostic[];
}

export function originalOf(all: readonly PolicyTree[]): Original {
  const found: Diagnostic[] = [];
  const report: Report = (one) => found.push(one);
  const { trees, imported } = resolveImports(all, report);
  const checked = new Map<PolicyTree, Checked>();
  for (const tree of trees) checked.set(tree, checkPolicy(tree, (statement) => checkedBy(imported, statement, checked), report));
  return { trees, imported, checked, found };
}

/**
 * Checks a mutant: only what the change can touch, the changed policy and those that import it, and of their tests only
 * those that are wanted, by where they stand. Properties are left out, since nothing runs them.
 */
export function recheck({ trees, imported, checked }: Original, { original, tree }: Mutant, wanted: (test: Span) => boolean): Rechecked {
  const found: Diagnostic[] = [];
  const report: Report = (one) => found.push(one);
  const anew = new Map<PolicyTree, Checked>();
  for (const each of trees) {
    const touched = each === original || importsIn(each).some((statement) => anew.has(imported(statement) ?? each));
    if (!touched) continue;
    const lean = withoutOthers(each === original ? tree : each, wanted);
    anew.set(each, checkPolicy(lean, (statement) => checkedBy(imported, statement, anew) ?? checkedBy(imported, statement, checked), report));
  }
  return { policies: new Map([...anew].map(([each, { policy }]) => [each, policy])), found };
}

function checkedBy(imported: Original['imported'], statement: ImportStatement, checked: ReadonlyMap<PolicyTree, Checked>): Checked | undefined {
  const target = imported(statement);
  return target && checked.get(target);
}

function withoutOthers(tree: PolicyTree, wanted: (test: Span) => boolean): PolicyTree {
  return {
    ...tree,
    statements: tree.statements.flatMap((statement): readonly Statement[] => {
      if (statement.kind === 'property') return [];
      return statement.kind === 'test' ? wantedOf(statement, wanted) : [statement];
    }),
  };
}

/** A test that is wanted; of one that is many cases, those that are. */
function wantedOf(test: TestStatement, wanted: (test: Span) => boolean): readonly TestStatement[] {
  const { cases } = test;
  if (cases?.table === undefined) return wanted(test.span) ? [test] : [];
  const records = cases.table.records.filter(({ span }) => wanted(span));
  return records.length === 0 ? [] : [{ ...test, cases: { ...cases, table: { ...cases.table, records } } }];
}
