import type { Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { PolicyTree, Statement } from '../../read/tree/statement.ts';
import { periodVariants } from './variants/periods.ts';
import { decisionVariants, functionVariants, parameterVariants, triggerVariants } from './variants/statements.ts';
import { within, type Edit, type Operator, type Variant } from './variants/variant.ts';

/** A policy with one slip in it. */
export interface Mutant {
  readonly original: PolicyTree;
  readonly tree: PolicyTree;
  readonly operator: Operator;
  /** The decision, function or trigger that was changed; undefined for the policy's own period. */
  readonly within: string | undefined;
  readonly edits: readonly Edit[];
  /** Where the slip is: its first character. */
  readonly span: Span;
}

/** Every policy that comes of one slip in this one, in the order of its text; each change of the text once. */
export function mutantsOf(tree: PolicyTree, policy: Policy): readonly Mutant[] {
  const known = new Set<string>();
  return [...policyMutants(tree), ...tree.statements.flatMap((statement) => statementMutants(tree, statement, policy))].filter(({ edits }) => {
    const change = edits.map(({ span: { start, end }, text }) => `${start}..${end}: ${text}`).join('\n');
    return known.has(change) ? false : known.add(change);
  });
}

function policyMutants(tree: PolicyTree): readonly Mutant[] {
  const { policy } = tree;
  return policy === undefined ? [] : mutants(tree, undefined, within(periodVariants(policy), (changed) => ({ ...tree, policy: changed })));
}

function statementMutants(tree: PolicyTree, statement: Statement, policy: Policy): readonly Mutant[] {
  const put = (changed: Statement): PolicyTree => ({ ...tree, statements: tree.statements.map((each) => (each === statement ? changed : each)) });
  const variants = statementVariants(statement, policy);
  return 'name' in statement ? mutants(tree, statement.name.name, within(variants, put)) : [];
}

function statementVariants(statement: Statement, { decisions, functions, triggers }: Policy): readonly Variant<Statement>[] {
  switch (statement.kind) {
    case 'decision': {
      const decision = decisions.get(statement.name.name);
      return decision === undefined ? [] : decisionVariants(statement, decision);
    }
    case 'function':
    case 'parameter': {
      const called = functions.get(statement.name.name);
      if (called === undefined) return [];
      return statement.kind === 'function' ? functionVariants(statement, called) : parameterVariants(statement, called);
    }
    case 'trigger': {
      const trigger = triggers.get(statement.name.name);
      return trigger === undefined ? [] : triggerVariants(statement, trigger);
    }
    default:
      return [];
  }
}

function mutants(original: PolicyTree, name: string | undefined, variants: readonly Variant<PolicyTree>[]): readonly Mutant[] {
  return variants.flatMap(({ node, operator, edits }) => {
    const [first] = edits;
    return first === undefined ? [] : [{ original, tree: node, operator, within: name, edits, span: first.span }];
  });
}
