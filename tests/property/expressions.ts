import fc from 'fast-check';
import type { Dialect } from '../../grammar/lexer.ts';
import type { Cell, Expression, Identifier, Test, TypeExpression } from '../../src/read/tree/expression.ts';
import type { SourceFile } from '../../src/read/tree/span.ts';

/**
 * Expressions of each dialect as trees, of every kind that a tree can have. Where an operand would bind differently when it is
 * written, the generator puts the parentheses that a writer would.
 */

const file: SourceFile = { path: 'generated', text: '' };
const span = { file, start: 0, end: 0 };

const bareName = fc.constantFrom('x', 'loan', '逾期天数', 'class', 'in_force', 'table', 'order', 'half', 'item', '_a1', 'list', 'range');
const anyName = fc.oneof({ weight: 4, arbitrary: bareName }, fc.constantFrom('days past due', 'profit-and-loss', 'if', 'date and time', 'a.b', "l'x", 'a + b'));
const identifier: fc.Arbitrary<Identifier> = anyName.map((name) => ({ name, span }));

const shared: readonly fc.Arbitrary<Expression>[] = [
  fc.constantFrom('0', '90', '0.25', '1e3', '.5', '9999999999999999999999999999999999').map((text): Expression => ({ kind: 'number', text, span })),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/[\u2028\u2029]/.test(text)).map((value): Expression => ({ kind: 'string', value, span })),
  fc.constantFrom('"', '\\', '\\n', '\n', '\t"').map((value): Expression => ({ kind: 'string', value, span })),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
  fc.constantFrom('P1Y', '2024-01-31T10:00:00Z', '10:00:00@Asia/Shanghai').map((text): Expression => ({ kind: 'temporal', text, span })),
  fc.constant<Expression>({ kind: 'null', span }),
  fc.constant<Expression>({ kind: 'input value', span }),
  anyName.map((name): Expression => ({ kind: 'name', name, span })),
];
const ofPolicies: readonly fc.Arbitrary<Expression>[] = [
  fc.constantFrom('25%', '2000万', '1.5亿', '1.5万%').map((text): Expression => ({ kind: 'number', text, span })),
  fc.constantFrom('2024-01-31', '0001-12-01').map((text): Expression => ({ kind: 'date', text, span })),
  fc.constant<Expression>({ kind: 'missing', span }),
];

function atoms(dialect: Dialect): fc.Arbitrary<Expression> {
  return fc.oneof(...shared, ...(dialect === 'policy' ? ofPolicies : []));
}

const named = (...path: readonly string[]): TypeExpression => ({ kind: 'named', path: path.map((name) => ({ name, span })), currency: undefined, span });
const simpleTypes = [named('number'), named('date and time'), named('Loan'), named('vocabulary', 'Class'), named('Any')];
const money: TypeExpression = { kind: 'named', path: [{ name: 'money', span }], currency: { name: 'CNY', span }, span };

function types(dialect: Dialect): fc.Arbitrary<TypeExpression> {
  const simple = fc.constantFrom(...simpleTypes, ...(dialect === 'policy' ? [money] : []));
  const { type } = fc.letrec<{ type: TypeExpression }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 2 },
      simple,
      tie('type').map((item): TypeExpression => ({ kind: 'list', item, span })),
      tie('type').map((item): TypeExpression => ({ kind: 'range', item, span })),
      fc.array(fc.tuple(identifier, tie('type')), { maxLength: 2 }).map((fields): TypeExpression => ({ kind: 'context', fields: fields.map(([name, each]) => ({ name, type: each })), span })),
      fc.tuple(fc.array(tie('type'), { maxLength: 2 }), tie('type')).map(([parameters, result]): TypeExpression => ({ kind: 'function', parameters, result, span })),
    ),
  }));
  return type;
}

const standingAlone = new Set<Expression['kind']>(['number', 'string', 'boolean', 'date', 'temporal', 'null', 'missing', 'input value', 'name', 'path', 'filter', 'call', 'list', 'context', 'parenthesized']);

/** An operand: what would not stand alone goes into parentheses. A range can stand alone, but not before a bracket. */
function operand(expression: Expression): Expression {
  return standingAlone.has(expression.kind) ? expression : { kind: 'parenthesized', inner: expression, span };
}

function tests(dialect: Dialect, part: fc.Arbitrary<Expression>): fc.Arbitrary<Test> {
  const plain = part.map((expression): Test => ({ kind: 'expression', expression, span }));
  const bare = fc
    .tuple(fc.option(part, { nil: undefined }), fc.option(part, { nil: undefined }))
    .filter(([low, high]) => low !== undefined || high !== undefined)
    .map(([low, high]): Test => ({ kind: 'expression', expression: { kind: 'range', bracketed: false, low, high, lowClosed: true, highClosed: true, span }, span }));
  return fc.oneof(
    plain,
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!=', '=' as const), part).map(([operator, of]): Test => ({ kind: 'compare', operator, operand: of, span })),
    fc.array(plain, { minLength: 1, maxLength: 2 }).map((inner): Test => ({ kind: 'not', tests: inner, span })),
    ...(dialect === 'policy' ? [bare] : []),
  );
}

function ranges(dialect: Dialect, part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const between = fc.tuple(part, part, fc.boolean(), fc.boolean()).map(([low, high, lowClosed, highClosed]): Expression => ({ kind: 'range', bracketed: true, low, high, lowClosed, highClosed, span }));
  const above = fc.tuple(part, fc.boolean()).map(([low, lowClosed]): Expression => ({ kind: 'range', bracketed: true, low, high: undefined, lowClosed, highClosed: false, span }));
  const below = fc.tuple(part, fc.boolean()).map(([high, highClosed]): Expression => ({ kind: 'range', bracketed: true, low: undefined, high, lowClosed: false, highClosed, span }));
  const equal = fc.tuple(part, fc.boolean()).map(([end, closed]): Expression => ({ kind: 'range', bracketed: true, low: end, high: end, lowClosed: closed, highClosed: closed, comparison: closed ? '=' : '!=', span }));
  return fc.oneof(between, above, below, ...(dialect === 'strict' ? [equal] : []));
}

function functions(dialect: Dialect, inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const parameters = fc.array(fc.record({ name: identifier, type: fc.option(types(dialect), { nil: undefined }) }), { maxLength: 2 });
  const own = fc.tuple(parameters, inner).map(([given, body]): Expression => ({ kind: 'function', language: 'FEEL', parameters: given, body, span }));
  const external = fc.tuple(parameters, contexts(inner)).map(([given, body]): Expression => ({ kind: 'function', language: 'external', parameters: given, body, span }));
  // Without the braces' gate `function(x) external {…}` is what it is only in the strict dialect.
  return dialect === 'strict' ? fc.oneof(own, external) : own;
}

function contexts(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.array(fc.record({ key: identifier, value: inner }), { maxLength: 2 }).map((entries): Expression => ({ kind: 'context', entries, span }));
}

function grown(dialect: Dialect, inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const part = inner.map(operand);
  const test = tests(dialect, part);
  const iterators = fc.array(fc.record({ variable: identifier, source: part, to: fc.option(part, { nil: undefined }) }), { minLength: 1, maxLength: 2 });
  const argumentName = bareName.map((name): Identifier => ({ name, span }));
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or' as const), part, part)
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, operatorSpan: span, left, right, span })),
    part.map((of): Expression => ({ kind: 'negation', operand: of, span })),
    fc.tuple(part, part, part).map(([value, low, high]): Expression => ({ kind: 'between', value, low, high, span })),
    fc.tuple(part, fc.array(test, { minLength: 2, maxLength: 3 })).map(([value, all]): Expression => ({ kind: 'in', value, tests: all, span })),
    fc.tuple(part, types(dialect)).map(([value, type]): Expression => ({ kind: 'instance of', value, type, span })),
    fc.tuple(inner, inner, inner).map(([condition, then, otherwise]): Expression => ({ kind: 'if', condition, then, otherwise, span })),
    fc.tuple(iterators, inner).map(([each, result]): Expression => ({ kind: 'for', iterators: each, result, span })),
    fc.tuple(fc.constantFrom('some', 'every' as const), iterators, inner).map(([quantifier, each, condition]): Expression => ({ kind: 'quantified', quantifier, iterators: each, condition, span })),
    functions(dialect, inner),
    fc.tuple(part, anyName).map(([target, field]): Expression => ({ kind: 'path', target, name: field, nameSpan: span, span })),
    fc.tuple(part, inner).map(([target, condition]): Expression => ({ kind: 'filter', target, condition, span })),
    fc.tuple(part, fc.array(inner, { maxLength: 3 })).map(([callee, values]): Expression => ({ kind: 'call', callee, arguments: values.map((value) => ({ name: undefined, value })), span })),
    fc.tuple(part, argumentName, inner).map(([callee, key, value]): Expression => ({ kind: 'call', callee, arguments: [{ name: key, value }], span })),
    fc.array(inner, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items, span })),
    contexts(inner),
    ranges(dialect, part),
    inner.map((value): Expression => ({ kind: 'parenthesized', inner: value, span })),
  );
}

/** Expressions up to four deep. */
export function expressions(dialect: Dialect): fc.Arbitrary<Expression> {
  const atom = atoms(dialect);
  return grown(dialect, grown(dialect, fc.oneof(atom, grown(dialect, atom))));
}

/** Cells of decision tables. */
export function cells(dialect: Dialect): fc.Arbitrary<Cell> {
  const all = fc.array(tests(dialect, atoms(dialect)), { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 9, arbitrary: all }, fc.constant<readonly Test[]>([{ kind: 'any', span }])).map((each) => ({ tests: each, span }));
}
