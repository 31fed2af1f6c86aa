import type { CellTest, FactRead, PathRead, Typed } from '../../model/expression.ts';
import { isBroken } from '../types/broken.ts';
import { problem, textOf, type Scope } from './scope.ts';

/** Whether an expression reads an optional fact, or an optional field of a record. */
export function isOptionalRead(node: Typed): node is FactRead | PathRead {
  if (node.kind === 'fact') return node.fact.optional;
  return node.kind === 'path' && optionalField(node);
}

function optionalField({ target, name }: PathRead): boolean {
  const record = target.type.kind === 'list' ? target.type.item : target.type;
  return record.kind === 'record' && record.fields.get(name)?.optional === true;
}

/**
 * What an optional fact or field is called among those known to be there. Two reads of the same one have one key.
 * Undefined for what has no name of its own, such as a field of a call's result.
 */
export function presenceKey(node: Typed): string | undefined {
  switch (node.kind) {
    case 'fact':
      return `fact ${node.fact.policy} ${node.fact.path}`;
    case 'variable':
      return `variable ${node.name}`;
    case 'decision':
      return `decision ${node.decision.policy} ${node.decision.name}`;
    case 'path': {
      const target = presenceKey(node.target);
      return target === undefined ? undefined : `${target}.${node.name}`;
    }
    default:
      return undefined;
  }
}

/** The key of everything: below a condition that was reported as wrong, nothing is called unguarded. */
export const EVERYTHING = 'everything';

/** The keys known to be present when a condition is `truth`. */
export function presentWhen(condition: Typed, truth: boolean): readonly string[] {
  if (isBroken(condition.type)) return [EVERYTHING];
  switch (condition.kind) {
    case 'missing test': {
      const key = presenceKey(condition.value);
      return truth || key === undefined ? [] : [key];
    }
    case 'logic': {
      const left = presentWhen(condition.left, truth);
      const right = presentWhen(condition.right, truth);
      const bothHold = (condition.operator === 'and') === truth;
      return bothHold ? [...left, ...right] : left.filter((key) => key === EVERYTHING || right.includes(key));
    }
    case 'compare': {
      const negated = negatedOperand(condition);
      return negated === undefined ? [] : presentWhen(negated, !truth);
    }
    case 'builtin': {
      const [operand] = condition.arguments;
      return condition.builtin.name === 'not' && operand !== undefined ? presentWhen(operand, !truth) : [];
    }
    case 'membership': {
      const key = presenceKey(condition.value);
      return truth && key !== undefined && !admitsMissing(condition.test) ? [key] : [];
    }
    default:
      return [];
  }
}

/** The condition that `condition = false` denies: how `!= missing` is spelled in the model. */
function negatedOperand(condition: Typed & { kind: 'compare' }): Typed | undefined {
  const { operator, left, right } = condition;
  return operator === '=' && right.kind === 'constant' && right.value === false ? left : undefined;
}

/** Whether a cell holds for a missing value. */
export function admitsMissing(test: CellTest): boolean {
  if (test.kind === 'one of') return test.tests.some(admitsMissing);
  return test.kind === 'any' || test.kind === 'missing';
}

/**
 * The fields of a list's elements that are known to be there, since the list was filtered by them:
 * `loans[expected_loss != missing]`.
 */
export function presentFields(list: Typed): readonly string[] {
  if (list.kind !== 'filter') return [];
  const prefix = `variable ${list.item}.`;
  const own = presentWhen(list.condition, true).filter((key) => key.startsWith(prefix));
  return [...own.map((key) => key.slice(prefix.length)), ...presentFields(list.target)];
}

/** Reports a read of an optional fact that nothing guards. Whether it was one. */
export function isUnguarded(node: Typed, scope: Scope): boolean {
  if (!isOptionalRead(node) || isKnownPresent(node, scope)) return false;
  problem(scope, 'fact-unguarded', node.span, { fact: textOf(node.span) });
  return true;
}

function isKnownPresent(node: FactRead | PathRead, scope: Scope): boolean {
  const key = presenceKey(node);
  if (scope.present.has(EVERYTHING) || (key !== undefined && scope.present.has(key))) return true;
  return node.kind === 'path' && node.target.type.kind === 'list' && presentFields(node.target).includes(node.name);
}
