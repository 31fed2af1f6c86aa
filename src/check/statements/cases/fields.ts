import type { PolicyGrammar } from '../../../../grammar/policy/clause-grammar.ts';
import type { Typed } from '../../../model/expression.ts';
import type { Type } from '../../../model/type.ts';
import { parse } from '../../../read/text/parse.ts';
import type { CaseField } from '../../../read/tree/statement.ts';
import { conform } from '../../expressions/conform.ts';
import { demandConstant } from '../../expressions/constants.ts';
import { demand } from '../../expressions/demand.ts';
import { memberOf } from '../../expressions/names.ts';
import { failed, type Scope } from '../../expressions/scope.ts';

/** What a field says by a rule of the grammar. Undefined where it does not; that is reported. */
export function readField<R>({ text, span, places }: CaseField, rule: (grammar: PolicyGrammar) => R, scope: Scope, report = scope.body.report): R | undefined {
  return parse(text, { file: span.file, offset: span.start, places }, rule, report);
}

/**
 * What a field means where a value of that type is wanted: text, members, dates and durations stand without the quotes that
 * a policy's text has around them, everything else as it does there.
 */
export function fieldValue(field: CaseField, type: Type, scope: Scope): Typed {
  const { text, span } = field;
  switch (type.kind) {
    case 'text':
      return conform({ kind: 'constant', value: text, type: { kind: 'text', allowed: undefined }, span }, type, scope);
    case 'enum': {
      const member = memberOf(type, text, span);
      // What is no member is told as anywhere else that one is expected.
      return member === undefined ? demand({ kind: 'name', name: text, span }, type, scope) : conform(member, type, scope);
    }
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return demand({ kind: 'temporal', text, span }, type, scope);
    default: {
      const expression = readField(field, (grammar) => grammar.expression(), scope);
      return expression === undefined ? failed(span) : demandConstant(demand(expression, type, scope), scope);
    }
  }
}
