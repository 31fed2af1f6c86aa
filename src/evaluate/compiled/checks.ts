import type { Comparison } from '../../feel/values/value.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import { condition, expression, placing } from './expression.ts';
import { compared } from './operators.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

/** The code of a cell's test of a local, which may hold MISSING: every test but `-` and `missing` is then false. */
export function check(test: CellTest, local: Code, type: Type, writer: Writer): Code {
  switch (test.kind) {
    case 'any':
      return 'true';
    case 'missing':
      return `(${local}===MISSING)`;
    case 'compare':
      return comparing(test.operator, test.operand, local, type, test.span, writer);
    case 'between': {
      const low = test.low && comparing(test.lowClosed ? '>=' : '>', test.low, local, type, test.span, writer);
      const high = test.high && comparing(test.highClosed ? '<=' : '<', test.high, local, type, test.span, writer);
      return present(local, [low, high].filter((end) => end !== undefined).join('&&') || 'true');
    }
    case 'within':
      return present(local, `liesWithin(${local},${placing(expression(test.container, writer), test.span, writer)})`);
    case 'holds':
      return present(local, condition(test.condition, writer.binding(test.variable, local)));
    case 'one of':
      return `(${test.tests.map((one) => check(one, local, type, writer)).join('||') || 'false'})`;
    case 'not':
      return present(local, `!${check(test.test, local, type, writer)}`);
  }
}

function comparing(operator: Comparison, operand: Typed, local: Code, type: Type, span: Span, writer: Writer): Code {
  // Members of one enum, booleans and texts are equal exactly if they are identical.
  if (operand.kind === 'constant' && (type.kind === 'enum' || type.kind === 'boolean' || type.kind === 'text')) {
    const constant = writer.program.constant(operand.value);
    if (operator === '=') return `(${local}===${constant})`;
    if (operator === '!=') return present(local, `${local}!==${constant}`);
  }
  return present(local, compared(operator, local, placing(expression(operand, writer), span, writer)));
}

function present(local: Code, holds: Code): Code {
  return `(${local}!==MISSING&&${holds})`;
}
