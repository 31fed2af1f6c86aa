import { describe, expect, test } from 'vitest';
import { arithmetic, negateValue } from './arithmetic.ts';
import { formatTemporal, isTemporal, parseTemporal } from './temporal.ts';
import { parseDecimal, plainText } from './decimal.ts';
import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { Decimal } from './decimal.ts';
import { FeelRange } from './range.ts';
import { kindOf } from './kind.ts';
import type { Temporal } from './temporal.ts';
import type { Value } from './value.ts';

/** A number, a quoted string, or what `@"…"` holds. */
function value(text: string): Decimal | Temporal | string {
  if (text.startsWith('"')) return text.slice(1, -1);
  return parseDecimal(text) ?? parseTemporal(text) ?? expect.unreachable(`${text} is no value`);
}

function shown(result: Value): string {
  if (result instanceof Decimal) return plainText(result);
  if (typeof result === 'string') return `"${result}"`;
  return isTemporal(result) ? formatTemporal(result) : expect.unreachable('arithmetic gives a number, a text, or a temporal value');
}

describe.each<[ArithmeticOperator, [string, string, string][]]>([
  [
    '+',
    [
      ['0.1', '0.2', '0.3'],
      ['"逾期"', '"90天"', '"逾期90天"'],
      ['2024-01-31', 'P1D', '2024-02-01'],
      ['2024-01-31', 'P1M', '2024-02-29'],
      ['2023-01-31', 'P1M', '2023-02-28'],
      ['2024-02-29', 'P1Y', '2025-02-28'],
      ['2024-02-29', 'P4Y', '2028-02-29'],
      ['2024-03-31', '-P1M', '2024-02-29'],
      ['P1M', '2024-01-31', '2024-02-29'],
      ['-0001-12-31', 'P1D', '0000-01-01'],
      ['2024-01-31', 'PT36H', '2024-02-01'],
      ['2024-01-31', '-PT1S', '2024-01-30'],
      ['2024-01-31T23:30:00', 'PT1H', '2024-02-01T00:30:00'],
      ['2024-01-31T10:00:00+08:00', 'P1M', '2024-02-29T10:00:00+08:00'],
      ['2024-01-31T10:00:00@Asia/Shanghai', 'P1DT1H', '2024-02-01T11:00:00@Asia/Shanghai'],
      ['23:30:00', 'PT1H', '00:30:00'],
      ['00:30:00+08:00', '-PT1H', '23:30:00+08:00'],
      ['10:00:00', 'P365D', '10:00:00'],
      ['PT1H', '10:00:00', '11:00:00'],
      ['P1D', 'PT24H', 'P2D'],
      ['P1Y', '-P2M', 'P10M'],
    ],
  ],
  [
    '-',
    [
      ['0.3', '0.1', '0.2'],
      ['2024-03-01', '2024-02-28', 'P2D'],
      ['2023-03-01', '2024-03-01', '-P366D'],
      ['2024-03-31', 'P1M', '2024-02-29'],
      ['2024-01-01', 'PT1S', '2023-12-31'],
      ['2024-01-02T10:00:00', '2024-01-01T11:30:00', 'PT22H30M'],
      ['2024-01-01T10:00:00+08:00', '2024-01-01T10:00:00Z', '-PT8H'],
      ['2024-01-01T08:00:00@Asia/Shanghai', '2024-01-01', 'PT0S'],
      ['2024-01-02', '2024-01-01T08:00:00+08:00', 'P1D'],
      ['10:00:00', '11:15:00.5', '-PT1H15M0.5S'],
      ['10:00:00@Europe/Paris', '09:00:00@Europe/Paris', 'PT1H'],
      ['10:00:00+08:00', '01:00:00Z', 'PT1H'],
      ['P1D', 'PT2H', 'PT22H'],
      ['P1Y', 'P13M', '-P1M'],
    ],
  ],
  [
    '*',
    [
      ['1.1', '1.1', '1.21'],
      ['P1D', '90', 'P90D'],
      ['0.5', 'P1D', 'PT12H'],
      ['P7M', '0.5', 'P3M'],
      ['P7M', '-0.5', '-P3M'],
      ['PT0.000000003S', '0.5', 'PT0.000000001S'],
    ],
  ],
  [
    '/',
    [
      ['1', '8', '0.125'],
      ['P1D', '2', 'PT12H'],
      ['P1Y', '5', 'P2M'],
      ['P1D', 'PT1H', '24'],
      ['P1Y', 'P8M', '1.5'],
    ],
  ],
  ['**', [['2', '10', '1024']]],
])('%s', (operator, examples) => {
  test.each(examples)(`%s ${operator} %s is %s`, (a, b, expected) => {
    expect(shown(arithmetic(operator, value(a), value(b)))).toBe(expected);
  });
});

test('a day is 24 hours where the clocks change, a month keeps the clock', () => {
  const before = value('2023-03-25T12:00:00@Europe/Paris');
  expect(shown(arithmetic('+', before, value('P1D')))).toBe('2023-03-26T13:00:00@Europe/Paris');
  expect(shown(arithmetic('+', before, value('P1M')))).toBe('2023-04-25T12:00:00@Europe/Paris');
  expect(shown(arithmetic('-', value('2023-03-26T12:00:00@Europe/Paris'), before))).toBe('PT23H');
});

describe('an operator has a meaning for these types and no others', () => {
  const values: Value[] = [
    null,
    true,
    'text',
    value('1'),
    value('2024-01-31'),
    value('2024-01-31T10:00:00Z'),
    value('10:00:00'),
    value('P1D'),
    value('P1Y'),
    [value('1')],
    new Map([['a', value('1')]]),
    new FeelRange(value('1'), value('2'), true, true),
  ];

  test.each<[ArithmeticOperator, string[]]>([
    [
      '+',
      [
        'string + string',
        'number + number',
        'date + days and time duration',
        'date + years and months duration',
        'date and time + days and time duration',
        'date and time + years and months duration',
        'time + days and time duration',
        'days and time duration + date',
        'days and time duration + date and time',
        'days and time duration + time',
        'days and time duration + days and time duration',
        'years and months duration + date',
        'years and months duration + date and time',
        'years and months duration + years and months duration',
      ],
    ],
    [
      '-',
      [
        'number - number',
        'date - date',
        'date - date and time',
        'date - days and time duration',
        'date - years and months duration',
        'date and time - date',
        'date and time - date and time',
        'date and time - days and time duration',
        'date and time - years and months duration',
        'time - time',
        'time - days and time duration',
        'days and time duration - days and time duration',
        'years and months duration - years and months duration',
      ],
    ],
    [
      '*',
      [
        'number * number',
        'number * days and time duration',
        'number * years and months duration',
        'days and time duration * number',
        'years and months duration * number',
      ],
    ],
    [
      '/',
      [
        'number / number',
        'days and time duration / number',
        'days and time duration / days and time duration',
        'years and months duration / number',
        'years and months duration / years and months duration',
      ],
    ],
    ['**', ['number ** number']],
  ])('%s', (operator, meaningful) => {
    const found = values.flatMap((a) => values.filter((b) => combines(operator, a, b)).map((b) => `${kindOf(a)} ${operator} ${kindOf(b)}`));
    expect(found).toEqual(meaningful);
  });

  function combines(operator: ArithmeticOperator, a: Value, b: Value): boolean {
    try {
      arithmetic(operator, a, b);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ diagnostic: { code: 'types-do-not-combine', parameters: { operator, left: kindOf(a), right: kindOf(b) } } });
      return false;
    }
  }
});

test.each<[string, ArithmeticOperator, string, string]>([
  ['1', '/', '0', 'division-by-zero'],
  ['P1D', '/', '0', 'division-by-zero'],
  ['P1Y', '/', 'P0M', 'division-by-zero'],
  ['P1D', '/', 'PT0S', 'division-by-zero'],
  ['999999999-12-31', '+', 'P1D', 'date-out-of-range'],
  ['-999999999-01-01', '-', 'P1M', 'date-out-of-range'],
  ['2024-01-31', '+', 'P9007199254740991M', 'date-out-of-range'],
  ['2024-01-31T00:00:00', '+', 'P999999999999999999999999D', 'date-out-of-range'],
  ['P9007199254740991M', '+', 'P1M', 'duration-out-of-range'],
  ['P1D', '*', '1e40', 'duration-out-of-range'],
  ['2024-01-31T00:00:00Z', '-', '2024-01-31T00:00:00', 'zone-on-one-side'],
  ['2024-01-31T00:00:00', '-', '2024-01-31', 'zone-on-one-side'],
  ['10:00:00@Europe/Paris', '-', '10:00:00@Asia/Shanghai', 'zone-needs-date'],
])('%s %s %s is an error', (a, operator, b, code) => {
  expect(() => arithmetic(operator, value(a), value(b))).toThrow(code);
});

test('numbers and durations can be negated, nothing else', () => {
  expect(shown(negateValue(value('1.5')))).toBe('-1.5');
  expect(shown(negateValue(value('P1DT1H')))).toBe('-P1DT1H');
  expect(shown(negateValue(value('-P1Y')))).toBe('P1Y');
  expect(negateValue(value('P0M'))).toEqual(value('P0M'));
  expect(() => negateValue(value('2024-01-31'))).toThrow('type-cannot-be-negated');
  expect(() => negateValue(null)).toThrow('type-cannot-be-negated');
});
