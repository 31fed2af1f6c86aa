import fc from 'fast-check';

/**
 * Policies of flat tables for rule JSON: every hit policy that rules have, every kind of column, cells with everything that
 * a cell of constants can say; and facts that lie on, beside and between what the cells name.
 */

const hitPolicies = ['unique', 'any', 'first', 'priority worst first', 'priority best first', 'collect', 'rule order', 'output order worst first'] as const;
const numbers = ['0', '1', '7', '90', '90.5', '-3', '0.1', '0.30', '1000000.01', '25%', '2000万'];
const wholeNumbers = ['0', '1', '7', '90', '91'];
const shares = ['0%', '0.1', '25%', '0.5', '100%'];
const members = ['normal', 'special_mention', 'substandard', 'loss'];
const kinds = ['credit', 'mortgage', 'pledge'];
const texts = ['"a"', '"b"', '"贷款"', '""', '"say \\"x\\" \\\\ / #"'];
const dates = ['2024-01-31', '2024-02-29'];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
  readonly ordered: boolean;
  /** Whether JSON rules can say that it is missing. */
  readonly sayable: boolean;
  /** What a caller sends. */
  readonly facts: readonly unknown[];
}

const numberFacts = [0, 1, 7, 90, 90.5, -3, 0.1, 0.3, 1000000.01, 0.25, 20000000, 89.999, 1e-7, 12345.6789];
const columns: readonly Column[] = [
  { name: 'days', type: 'days >= 0', values: wholeNumbers, ordered: true, sayable: true, facts: [0, 1, 2, 7, 8, 90, 91, 400] },
  { name: 'score', type: 'number', values: numbers, ordered: true, sayable: true, facts: numberFacts },
  { name: 'share', type: 'percent', values: shares, ordered: true, sayable: true, facts: [0, 0.1, 0.25, 0.2500001, 0.5, 1] },
  { name: 'class', type: 'Class', values: members, ordered: true, sayable: true, facts: members },
  { name: 'kind', type: 'Kind', values: kinds, ordered: false, sayable: true, facts: kinds },
  { name: 'flag', type: 'boolean', values: ['true', 'false'], ordered: false, sayable: true, facts: [true, false] },
  { name: 'word', type: 'text', values: texts, ordered: false, sayable: false, facts: ['a', 'b', '贷款', '', 'say "x" \\ / #', 'c'] },
  { name: 'started', type: 'date', values: dates, ordered: false, sayable: false, facts: ['2024-01-31', '2024-02-29', '2024-03-01'] },
  { name: '`odd name`', type: 'number', values: numbers, ordered: true, sayable: true, facts: numberFacts },
];
const optional: readonly Column[] = columns.filter(({ sayable }) => sayable).map((column) => ({ ...column, name: column.name.replace(/^(`?)/, '$1may_') }));

/** Chosen inputs stand alone (`score`) or in a record (`loan.score`). */
const alone = new Set(['score', 'flag', 'may_kind']);
const pathOf = (name: string): string => (alone.has(name) ? name : `loan.${name}`);

const fieldsOf = (from: readonly Column[], suffix: string): readonly string[] => from.map(({ name, type }) => `${alone.has(name) ? `input ${name}` : `  ${name}`} : ${type}${suffix}`);
const fields = [...fieldsOf(columns, ''), ...fieldsOf(optional, ' optional')];
const declarations = `policy flat "平面表"
type Class = one of ${members.join(', ')} ordered, worst last
type Kind = one of ${kinds.join(', ')}
type Pair = record
  class : Class
  score : number
input loan
${fields.filter((line) => line.startsWith(' ')).join('\n')}
${fields.filter((line) => line.startsWith('input')).join('\n')}
`;

const choose = <T>(from: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...from);

function testOf({ values, ordered }: Column): fc.Arbitrary<string> {
  const value = choose(values);
  const range = fc.tuple(fc.nat({ max: values.length - 1 }), fc.nat({ max: values.length - 1 }), choose(['[', '(']), choose([']', ')'])).map(([a, b, open, close]) => {
    const sorted = [...values].sort((x, y) => amount(x, values) - amount(y, values));
    const [low = '', high = ''] = [sorted[Math.min(a, b)], sorted[Math.max(a, b)]];
    return low === high ? `[${low}..${high}]` : `${open}${low}..${high}${close}`;
  });
  const compared = fc.tuple(choose(['<', '<=', '>', '>=', '!=']), value).map(([operator, bound]) => `${operator} ${bound}`);
  return ordered ? fc.oneof(value, range, compared) : fc.oneof(value, value.map((each) => `!= ${each}`));
}

/** What a literal comes to, to put the ends of a range in order; members by their place. */
function amount(text: string, values: readonly string[]): number {
  const number = Number(text.replace(/%|万/, ''));
  if (Number.isNaN(number)) return values.indexOf(text);
  return text.endsWith('%') ? number / 100 : text.endsWith('万') ? number * 10_000 : number;
}

function cellOf(column: Column, mayBeMissing: boolean): fc.Arbitrary<string> {
  const tests = fc.array(testOf(column), { minLength: 1, maxLength: 3 }).map((each) => each.join(', '));
  const present = fc.oneof(tests, tests.map((each) => `not(${each})`), tests.map((each) => `not(not(${each}))`));
  if (!mayBeMissing) return fc.oneof(fc.constant('-'), present);
  return fc.oneof(fc.constant('-'), fc.constant('missing'), fc.constant('not(missing)'), present, tests.map((each) => `${each}, missing`), tests.map((each) => `not(${each}, missing)`));
}

const outputs = [
  { type: 'Class', header: 'out', value: choose(members) },
  { type: 'number', header: 'out', value: choose(numbers) },
  { type: 'text', header: 'out', value: choose(texts) },
  { type: 'boolean', header: 'out', value: choose(['true', 'false']) },
  { type: 'date', header: 'out', value: choose(dates) },
  { type: 'Pair', header: 'class | score', value: fc.tuple(choose(members), choose(numbers)).map((each) => each.join(' | ')) },
] as const;

const gathering = /^(?:collect|rule order|output order)/;

const table: fc.Arbitrary<string> = fc.tuple(choose(hitPolicies), choose(outputs)).chain(([hitPolicy, drawn]) => {
  const output = /priority|output/.test(hitPolicy) ? outputs[0] : drawn;
  const chosen = fc.uniqueArray(fc.oneof(choose(columns), choose(optional)), { minLength: 1, maxLength: 3, selector: ({ name }) => name });
  return chosen.chain((own) => {
    const row = fc.tuple(fc.tuple(...own.map((column) => cellOf(column, optional.includes(column)))), output.value);
    return fc.tuple(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean()).map(([rows, hasOtherwise]) => {
      // An optional column must say in one row at least what holds without it.
      const first = own.map((column) => (optional.includes(column) ? 'missing' : '-')).join(' | ');
      const lines = rows.map(([cells, value], index) => `    | R${index + 1} | ${index === 0 ? first : cells.join(' | ')} || ${value} |`);
      if (hasOtherwise) lines.push(`    | R9 | ${own.map((_, index) => (index === 0 ? 'otherwise' : '-')).join(' | ')} || ${rows[0]?.[1] ?? ''} |`);
      const type = gathering.test(hitPolicy) ? `list of ${output.type}` : output.type;
      return `decision D : ${type}\n  table ${hitPolicy}\n    | id | ${own.map(({ name }) => pathOf(name)).join(' | ')} || ${output.header} |\n${lines.join('\n')}\n`;
    });
  });
});

/** A policy with one table or two. */
export const flatPolicy: fc.Arbitrary<string> = fc
  .array(table, { minLength: 1, maxLength: 2 })
  .map((tables) => declarations + tables.map((each, index) => each.replace('decision D', `decision D${index + 1}`)).join(''));

export type FlatFacts = Readonly<Record<string, unknown>> & { readonly loan: Readonly<Record<string, unknown>> };

/** Facts for it, all those that must be there and some that may. */
export const flatFacts: fc.Arbitrary<FlatFacts> = fc
  .tuple(
    ...[...columns, ...optional].map((column) => {
      const fact = choose(column.facts);
      return (optional.includes(column) ? fc.option(fact, { nil: undefined }) : fact).map((value): readonly [string, unknown] => [column.name.replaceAll('`', ''), value]);
    }),
  )
  .map((entries) => {
    const present = entries.filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(present.filter(([name]) => alone.has(name))), loan: Object.fromEntries(present.filter(([name]) => !alone.has(name))) };
  });
