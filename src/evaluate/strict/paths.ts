import { isContext, isList } from '../../feel/functions/shapes.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import { temporalProperty } from '../../feel/values/temporal-property.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Filter, Path } from '../../read/tree/expression.ts';
import { elementAt } from '../run/filter.ts';
import { charge } from '../run/work.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Compiler } from './compiler.ts';
import { repeated } from './repeated.ts';
import { bind, note, nullFor, type Evaluate, type Scope } from './scope.ts';

/** `target.name`: an entry of a context, a property of a date, time, duration or range; of a list, that of each item. */
export function path({ target, name, nameSpan }: Path, { expression }: Compiler): Evaluate {
  const evaluate = expression(target);
  return (scope) => entryOf(evaluate(scope), scope);

  function entryOf(value: Value, scope: Scope): Value {
    if (isContext(value)) return value.get(name) ?? null;
    if (isList(value)) {
      charge(scope.run.work, value.length);
      return value.map((item) => entryOf(item, scope));
    }
    if (value === null) return null;
    const property = temporalProperty(value, name);
    if (property === undefined) note(scope.run, feelError('no-such-entry', { name, found: kindOf(value) }).at(nameSpan).diagnostic);
    return property ?? null;
  }
}

/** `list[condition]`, `list[2]`. What is not a list stands for a list of it; a condition that is not true keeps nothing. */
export function filter({ target, condition, span }: Filter, compiler: Compiler): Evaluate {
  return filtering(compiler.expression(target), repeated(condition, compiler.withinFilter().expression(condition)), span);
}

/** Why a condition is null that is neither true nor false nor null itself. */
export function notBoolean(found: Value, span: Span, scope: Scope): null {
  note(scope.run, feelError('condition-not-boolean', { found: kindOf(found) }).at(span).diagnostic);
  return null;
}

/** `tested` runs where the element is bound. */
export function filtering(from: Evaluate, tested: Evaluate, span: Span): Evaluate {
  return (scope) => {
    const value = from(scope);
    const list = isList(value) ? value : value === null ? [] : [value];
    const kept: Value[] = [];
    for (const element of list.length === 0 ? [null] : list) {
      charge(scope.run.work, 1);
      const verdict = tested(bind(scope, element));
      if (verdict instanceof Decimal) return indexed(list, verdict, scope);
      if (verdict !== null && typeof verdict !== 'boolean') return notBoolean(verdict, span, scope);
      if (verdict === true && list.length > 0) kept.push(element);
    }
    return kept;
  };

  function indexed(list: readonly Value[], index: Decimal, scope: Scope): Value {
    try {
      return elementAt(list, index);
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  }
}
