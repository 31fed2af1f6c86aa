import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Expression } from '../../read/tree/expression.ts';
import { inferArithmetic, inferNegation } from './arithmetic.ts';
import { inferCall } from './calls.ts';
import { inferComparison } from './comparisons.ts';
import { inferContext } from './contexts.ts';
import { inferIf } from './conditions.ts';
import { inferFilter } from './filters.ts';
import { inferFunction, inferInstanceOf } from './functions.ts';
import { inferFor, inferQuantified } from './iterations.ts';
import { inferList, inferRange } from './lists.ts';
import { inferDate, inferNumber, inferTemporal } from './literals.ts';
import { inferLogic } from './logic.ts';
import { inferBetween, inferIn } from './membership.ts';
import { readName } from './names.ts';
import { readPath } from './paths.ts';
import { isUnguarded } from './presence.ts';
import { failed, problem, variable, type Scope } from './scope.ts';

/**
 * The typed expression of a syntax tree. `hint` is the type expected where it stands: it tells which enum a bare member
 * belongs to and is not demanded (see `demand`). What is wrong is reported once and passes as `any` from there on.
 */
export function infer(expression: Expression, scope: Scope, hint?: Type): Typed {
  const { span } = expression;
  switch (expression.kind) {
    case 'number':
      return inferNumber(expression, scope);
    case 'string':
      return { kind: 'constant', value: expression.value, type: { kind: 'text', allowed: undefined }, span };
    case 'boolean':
      return { kind: 'constant', value: expression.value, type: { kind: 'boolean' }, span };
    case 'null':
      return { kind: 'constant', value: null, type: { kind: 'null' }, span };
    case 'date':
      return inferDate(expression, scope);
    case 'temporal':
      return inferTemporal(expression, scope);
    case 'missing':
      problem(scope, 'missing-misplaced', span, {});
      return failed(span);
    case 'input value':
      return inferInputValue(expression, scope);
    case 'name':
    case 'path': {
      const read = inferOptional(expression, scope, hint);
      return isUnguarded(read, scope) ? failed(span) : read;
    }
    case 'negation':
      return inferNegation(expression, scope);
    case 'binary':
      return inferBinary(expression, scope);
    case 'between':
      return inferBetween(expression, scope);
    case 'in':
      return inferIn(expression, scope);
    case 'instance of':
      return inferInstanceOf(expression, scope);
    case 'if':
      return inferIf(expression, scope, hint);
    case 'for':
      return inferFor(expression, scope, hint);
    case 'quantified':
      return inferQuantified(expression, scope);
    case 'function':
      return inferFunction(expression, scope, hint);
    case 'filter':
      return inferFilter(expression, scope, hint);
    case 'call':
      return inferCall(expression, scope, hint);
    case 'list':
      return inferList(expression, scope, hint);
    case 'context':
      return inferContext(expression, scope, hint);
    case 'range':
      return inferRange(expression, scope, hint);
    case 'parenthesized':
      return infer(expression.inner, scope, hint);
  }
}

/** As `infer`, where an optional fact may be missing: beside `missing`, in a column, in a property. */
export function inferOptional(expression: Expression, scope: Scope, hint?: Type): Typed {
  switch (expression.kind) {
    case 'name':
      return readName(expression, scope, hint);
    case 'path':
      return readPath(expression, scope);
    case 'parenthesized':
      return inferOptional(expression.inner, scope, hint);
    default:
      return infer(expression, scope, hint);
  }
}

function inferBinary(expression: Expression & { kind: 'binary' }, scope: Scope): Typed {
  switch (expression.operator) {
    case 'and':
    case 'or':
      return inferLogic(expression, expression.operator, scope);
    case '+':
    case '-':
    case '*':
    case '/':
    case '**':
      return inferArithmetic(expression, expression.operator, scope);
    default:
      return inferComparison(expression, expression.operator, scope);
  }
}

function inferInputValue({ span }: Expression, { tested, body, ...rest }: Scope): Typed {
  if (tested === undefined) {
    problem({ ...rest, tested, body }, 'input-value-misplaced', span, {});
    return failed(span);
  }
  tested.variable ??= body.fresh('?');
  return variable(tested.variable, tested.type, span);
}
