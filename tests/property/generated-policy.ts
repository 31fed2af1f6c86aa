import fc from 'fast-check';

/**
 * Texts of policies that mean nothing but use everything: each kind of expression, cell, hit policy and exception,
 * functions, parameters, dates, over a fixed vocabulary. They are well typed; at run time they divide by zero, match no
 * row or several, find positions that a list does not have, and run out of work.
 */

/** Decisions to be called as functions of their inputs. */
export const helperText = `policy helper
input size : number
input kept : number optional
decision ratio : number = if kept = missing then 10 / size else kept / (size - 1)
decision level : text
  table unique
    | id | size | ratio || level |
    | H1 | < 3 | - || "low" |
    | H2 | >= 2 | > size || "high" |
    | H3 | >= 3 | <= 1 || string(ratio) |
`;

const vocabulary = `policy generated
import helper
type Class = one of normal, special, substandard, loss ordered, worst last
type Kind = one of credit, mortgage, pledge
type Item = record
  size : number
  kind : Kind
  note : number optional
input loan
  days : days >= 0
  score : number
  share : percent
  balance : money CNY
  name : text
  flag : boolean
  class : Class
  kind : Kind
  start : date
  loss : number optional
  graded : Class optional
  items : list of Item
  points : list of number
function half(x : number, y : number) : number
  = if x > y then x / 2 else y / x
function graded(x : number, c : Class) : Class
  table first
    | id | x | c || class |
    | G1 | > 3 | - || loss |
    | G2 | x / x | normal || special |
    | G3 | - | >= substandard || c |
parameter rate(c : Class) : number
  | id | c | in force || rate |
  | R1 | normal | .. 2023-12-31 || 1.5 |
  | R1 | normal | 2024-01-01 .. || 2.5 |
  | R2 | special, loss | 2024-01-01 .. || 10 |
`;

type Sort = 'number' | 'boolean' | 'Class' | 'text' | 'date' | 'numbers' | 'items';

/** The variables that an expression may read. */
type Scope = readonly { readonly name: string; readonly sort: Sort | 'Item' }[];

/** Numbers near each other, so that bounds meet. */
const numbers = ['-1', '0', '0.1', '0.5', '1', '2', '2.5', '3', '10', '90', '91', '1000000'];
const wholeNumbers = ['0', '1', '2', '3', '10', '90', '91', '1000000'];
const members = ['normal', 'special', 'substandard', 'loss'];
const texts = ['""', '"__proto__"', '"a"', '"b"', '"贷款"'];
const dates = ['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-29'];

const bounds = { number: numbers, days: wholeNumbers, Class: members, date: dates, text: texts };

export const policyText: fc.Arbitrary<string> = fc.gen().map((draw) => new Writing(draw).policy());

/** One text in the making. A class only to carry the source of chance and the counter through the rules. */
class Writing {
  private count = 0;
  private readonly decided: { readonly name: string; readonly sort: Sort }[] = [];

  constructor(private readonly draw: fc.GeneratorValue) {}

  policy(): string {
    const decisions = Array.from({ length: this.upTo(1, 5) }, () => this.decision());
    const trigger = `trigger alarm\n  when ${this.expression('boolean', 3, [])}\n  emit rang { n: ${this.expression('number', 2, [])}, c: ${this.expression('Class', 1, [])} }\n`;
    return vocabulary + decisions.join('') + trigger;
  }

  private decision(): string {
    const name = this.fresh('d');
    const sort = this.pick<Sort>(['number', 'number', 'boolean', 'Class', 'Class', 'text', 'date', 'numbers']);
    const gathers = sort === 'numbers' && this.chance(1, 2);
    const isTable = gathers || (sort !== 'numbers' && this.chance(2, 3));
    const type = sort === 'numbers' ? 'list of number' : sort;
    const text = `decision ${name} : ${type}\n${isTable ? this.table(sort) : `  = ${this.expression(sort, 4, [])}\n`}${this.exceptions(sort, isTable)}`;
    this.decided.push({ name, sort });
    return text;
  }

  private table(sort: Sort): string {
    const columns = Array.from({ length: this.upTo(1, 3) }, () => this.column());
    const gathered = sort === 'numbers';
    const policies = {
      number: ['unique', 'any', 'first', 'collect sum', 'collect min', 'collect max'],
      Class: ['unique', 'any', 'first', 'priority worst first', 'priority best first'],
      numbers: ['collect', 'rule order'],
    };
    const hitPolicy = this.pick(sort === 'number' || sort === 'Class' || sort === 'numbers' ? policies[sort] : ['unique', 'any', 'first']);
    const output = gathered ? 'number' : sort;
    // Now and then more rows than fit an integer, so that the tree of the index is used.
    const rows = Array.from({ length: this.chance(1, 6) ? this.upTo(32, 70) : this.upTo(1, 6) }, (_, row) => {
      const cells = columns.map(({ text, cell }) => (row === 0 && (text === 'loan.loss' || text === 'loan.graded') ? 'missing' : cell()));
      const period = this.pick(['-', '-', '-', '2024-01-01 ..', '.. 2023-12-31', '2024-01-31 .. 2024-01-31']);
      const value = this.chance(1, 2) ? this.literal(output) : this.expression(output, 2, []);
      return `    | r${row} | ${cells.join(' | ')} | ${period} || ${value} |\n`;
    });
    const last = this.chance(1, 5) && !gathered ? `    | r999 | ${columns.map((_, column) => (column === 0 ? 'otherwise' : '-')).join(' | ')} | - || ${this.literal(output)} |\n` : '';
    return `  table ${hitPolicy}\n    | id | ${columns.map(({ text }) => text).join(' | ')} | in force || out |\n${rows.join('')}${last}`;
  }

  /** A column, and what makes cells for it. */
  private column(): { readonly text: string; readonly cell: () => string } {
    const sort = this.pick<Sort | 'loss' | 'graded' | 'kind' | 'days'>(['number', 'number', 'days', 'boolean', 'Class', 'Class', 'text', 'date', 'loss', 'graded', 'kind']);
    const bounded = (sort: keyof typeof bounds): string => {
      const values = bounds[sort];
      const low = this.upTo(0, values.length - 2);
      const range = `${values[low] ?? ''}..${values[this.upTo(low + 1, values.length - 1)] ?? ''}`;
      return this.pick([`[${range}]`, `(${range}]`, `[${range})`, `(${range})`, `> ${values[low] ?? ''}`, `<= ${values[low] ?? ''}`, `!= ${values[low] ?? ''}`]);
    };
    const cellFor = (literal: () => string, computed: () => string, ordered?: keyof typeof bounds): (() => string) => () => {
      const simple = (): string => this.pick([literal, literal, () => (ordered === undefined ? literal() : bounded(ordered)), computed])();
      return this.pick([() => '-', simple, simple, simple, () => `${simple()}, ${simple()}`, () => `not(${simple()})`])();
    };
    switch (sort) {
      case 'loss':
      case 'graded': {
        const inner = sort === 'loss' ? cellFor(() => this.literal('number'), () => `> ${this.expression('number', 1, [])}`, 'number') : cellFor(() => this.literal('Class'), () => `>= ${this.expression('Class', 1, [])}`, 'Class');
        return { text: `loan.${sort}`, cell: () => (this.chance(1, 4) ? 'missing' : inner()) };
      }
      case 'kind':
        return { text: 'loan.kind', cell: cellFor(() => this.pick(['credit', 'mortgage', 'pledge']), () => 'loan.kind') };
      case 'number':
        return {
          text: this.chance(1, 2) ? this.pick(['loan.score', 'loan.score', 'loan.share']) : this.expression('number', 2, []),
          cell: cellFor(() => this.literal('number'), () => this.pick([`> ${this.expression('number', 2, [])}`, `? * 2 > ${this.literal('number')}`, `1 / ? < ${this.literal('number')}`]), 'number'),
        };
      case 'days':
        return { text: 'loan.days', cell: cellFor(() => this.pick(wholeNumbers), () => this.pick(['? * 2 > 91', '> loan.score', '1 / ? < 2']), 'days') };
      case 'Class':
        return { text: this.chance(1, 2) ? 'loan.class' : this.expression('Class', 2, []), cell: cellFor(() => this.literal('Class'), () => `<= ${this.expression('Class', 1, [])}`, 'Class') };
      case 'boolean':
        return { text: this.chance(1, 2) ? 'loan.flag' : this.expression('boolean', 2, []), cell: cellFor(() => this.literal('boolean'), () => 'loan.flag') };
      case 'date':
        return { text: 'loan.start', cell: cellFor(() => this.literal('date'), () => '>= as_of', 'date') };
      default:
        return { text: 'loan.name', cell: cellFor(() => this.literal('text'), () => `? = ${this.expression('text', 1, [])}`, 'text') };
    }
  }

  private exceptions(sort: Sort, isTable: boolean): string {
    if (sort === 'numbers' || !this.chance(1, 3)) return '';
    let earlier = '';
    return Array.from({ length: this.upTo(1, 3) }, (_, index) => {
      const target = index > 0 && this.chance(1, 2) ? ` to ${earlier}` : isTable && this.chance(1, 2) ? ' to r0' : '';
      const name = this.fresh('x');
      earlier = name;
      const period = this.pick(['', ' in force 2024-01-01 ..']);
      return `\n  exception ${name}${target}${period}\n    when ${this.expression('boolean', 2, [])}\n    then ${this.expression(sort, 2, [])}\n`;
    }).join('');
  }

  private literal(sort: Sort): string {
    switch (sort) {
      case 'number':
        return this.pick(numbers);
      case 'boolean':
        return this.pick(['true', 'false']);
      case 'Class':
        return this.pick(members);
      case 'text':
        return this.pick(texts);
      case 'date':
        return this.pick(dates);
      case 'numbers':
        return this.pick(['[]', '[1, 2, 3]', '[0]', '[0.5, 90]']);
      case 'items':
        return 'loan.items';
    }
  }

  private expression(sort: Sort, depth: number, scope: Scope): string {
    if (depth === 0) return this.leaf(sort, scope);
    const one = (inner: Sort): string => this.expression(inner, depth - 1, scope);
    switch (sort) {
      case 'number':
        return this.number(depth, scope, one);
      case 'boolean':
        return this.boolean(depth, scope, one);
      case 'Class':
        return this.pick([() => this.leaf(sort, scope), () => this.choice(sort, one), () => `worst(${one('Class')}, ${one('Class')})`, () => `best([${one('Class')}, Class.loss])`, () => `graded(${one('number')}, ${one('Class')})`])();
      case 'text':
        return this.pick([() => this.leaf(sort, scope), () => this.choice(sort, one), () => `(${one('text')} + ${one('text')})`, () => `upper case(${one('text')})`, () => `helper.level(size: ${one('number')})`, () => `string(${one('number')})`, () => `substring(loan.name + ${one('text')}, ${this.pick(['1', '-1', '9'])})`])();
      case 'date':
        return this.pick([() => this.leaf(sort, scope), () => this.choice(sort, one), () => `(${one('date')} + @"P1D")`, () => `(${one('date')} - @"P1M")`, () => `max(${one('date')}, ${one('date')})`])();
      case 'items':
        return this.pick([() => this.leaf(sort, scope), () => `loan.items[size > ${this.leaf('number', scope)}]`, () => `loan.items[kind = credit]`])();
      case 'numbers':
        return this.list(depth, scope, one);
    }
  }

  private leaf(sort: Sort, scope: Scope): string {
    const inScope = scope.filter((variable) => variable.sort === sort).map(({ name }) => name);
    const decided = this.decided.filter((one) => one.sort === sort).map(({ name }) => name);
    const facts: Readonly<Record<Sort, readonly string[]>> = {
      number: ['loan.score', 'loan.score'],
      boolean: ['loan.flag', 'loan.kind = credit'],
      Class: ['loan.class'],
      text: ['loan.name'],
      date: ['loan.start', 'as_of'],
      numbers: ['loan.points', 'loan.items.size'],
      items: ['loan.items'],
    };
    const fields = scope.filter((variable) => variable.sort === 'Item').flatMap(({ name }) => (sort === 'number' ? [`${name}.size`, `${name}.size`] : sort === 'boolean' ? [`(${name}.note = missing)`] : []));
    const literal = sort === 'Class' ? `Class.${this.literal(sort)}` : this.literal(sort);
    return this.pick([...inScope, ...inScope, ...decided, ...fields, ...facts[sort], ...facts[sort], literal]);
  }

  private choice(sort: Sort, one: (sort: Sort) => string): string {
    return `(if ${one('boolean')} then ${one(sort)} else ${one(sort)})`;
  }

  private number(depth: number, scope: Scope, one: (sort: Sort) => string): string {
    const binary = (): string => `(${one('number')} ${this.pick(['+', '-', '*', '/', '/'])} ${one('number')})`;
    return this.pick([
      binary,
      binary,
      binary,
      () => this.leaf('number', scope),
      () => this.choice('number', one),
      () => `(-${one('number')})`,
      () => `(loan.score ** ${this.pick(['0', '2', '-1', '0.5'])})`,
      () => `${this.pick(['sum', 'min', 'max', 'count', 'mean', 'median'])}(${one('numbers')})`,
      () => `${this.pick(['abs', 'floor', 'ceiling', 'sqrt'])}(${one('number')})`,
      () => `modulo(${one('number')}, ${one('number')})`,
      () => `rate(${one('Class')})`,
      () => `half(${one('number')}, ${one('number')})`,
      () => `${this.leaf('numbers', scope)}[${this.pick(['1', '-1', '2', '5', '0'])}]`,
      () => `(if loan.loss = missing then ${one('number')} else loan.loss)`,
      () => `(if loan.loss != missing and loan.loss > ${one('number')} then ${one('number')} else 0)`,
      () => `${this.leaf('items', scope)}[1].size`,
      () => `sum(${one('items')}.size)`,
      () => `{ a: ${one('number')}, b: a + ${one('number')} }.b`,
      () => `${one('date')}.day`,
      () => this.reduced(depth, scope),
      () => `helper.ratio(size: ${one('number')})`,
      () => `helper.ratio(size: ${one('number')}, kept: ${one('number')})`,
    ])();
  }

  private reduced(depth: number, scope: Scope): string {
    const variable = this.fresh('v');
    const inner: Scope = [...scope, { name: variable, sort: 'Item' }];
    return `sum(for ${variable} in loan.items return ${this.expression('number', depth - 1, inner)})`;
  }

  private boolean(depth: number, scope: Scope, one: (sort: Sort) => string): string {
    const compared = (): string => `(${one('number')} ${this.pick(['=', '!=', '<', '<=', '>', '>='])} ${one('number')})`;
    return this.pick([
      compared,
      compared,
      () => this.leaf('boolean', scope),
      () => `(${one('boolean')} and ${one('boolean')})`,
      () => `(${one('boolean')} or ${one('boolean')})`,
      () => `not(${one('boolean')})`,
      () => `(${one('Class')} ${this.pick(['=', '<', '>='])} ${one('Class')})`,
      () => `(${one('text')} = ${one('text')})`,
      () => `(${one('date')} <= ${one('date')})`,
      () => `(${one('number')} in (${this.literal('number')}, > ${one('number')}, [loan.score..${one('number')}]))`,
      () => `(${one('Class')} in (normal, loss))`,
      () => `(${one('number')} between loan.score and ${one('number')})`,
      () => '(loan.loss = missing)',
      () => `(loan.graded != missing and loan.graded in (> normal))`,
      () => `(${one('numbers')} instance of list<number>)`,
      () => `list contains(${one('numbers')}, ${one('number')})`,
      () => this.choice('boolean', one),
      () => this.quantified(depth, scope),
    ])();
  }

  private quantified(depth: number, scope: Scope): string {
    const [first, second] = [this.fresh('v'), this.fresh('v')];
    const inner: Scope = [...scope, { name: first, sort: 'number' }, { name: second, sort: 'number' }];
    const domains = `${first} in ${this.expression('numbers', depth - 1, scope)}, ${second} in ${this.pick(['[1, 2]', '1..3', `${first}..2`])}`;
    return `(${this.pick(['some', 'every'])} ${domains} satisfies ${this.expression('boolean', depth - 1, inner)})`;
  }

  private list(depth: number, scope: Scope, one: (sort: Sort) => string): string {
    const variable = this.fresh('v');
    const over = (sort: Sort | 'Item'): Scope => [...scope, { name: variable, sort }];
    return this.pick([
      () => this.leaf('numbers', scope),
      () => `[${one('number')}, ${one('number')}]`,
      () => `(for ${variable} in ${one('numbers')} return ${this.expression('number', depth - 1, over('number'))})`,
      () => `(for ${variable} in ${this.pick(['1..4', '3..1', 'loan.score..2'])} return ${this.expression('number', depth - 1, over('number'))})`,
      () => `(for ${variable} in [1, 2, 3] return if count(partial) = 0 then ${this.expression('number', depth - 1, over('number'))} else partial[-1] + ${variable})`,
      () => `(for ${variable} in loan.items return ${this.expression('number', depth - 1, over('Item'))})`,
      () => `${one('numbers')}[item > ${this.leaf('number', scope)}]`,
      () => `sort(${one('numbers')}, function(p${this.count}, q${this.count}) p${this.count} ${this.pick(['<', '>'])} q${this.count} + ${this.leaf('number', scope)})`,
      () => `concatenate(${one('numbers')}, ${one('numbers')})`,
      () => `sublist(${one('numbers')}, ${this.pick(['1', '2', '-1'])})`,
      () => `(if ${one('boolean')} then ${one('numbers')} else [])`,
    ])();
  }

  private fresh(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private pick<T extends string | (() => string)>(options: readonly T[]): T {
    const chosen = options[this.upTo(0, options.length - 1)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  private chance(times: number, outOf: number): boolean {
    return this.upTo(1, outOf) <= times;
  }

  private upTo(least: number, most: number): number {
    return this.draw(fc.integer, { min: least, max: most });
  }
}

const number = fc.constantFrom(...numbers);

/** The facts of a generated policy as JSON text; now and then some are absent. */
export const factsText: fc.Arbitrary<string> = fc
  .record(
    {
      days: fc.constantFrom('0', '1', '2', '90', '91'),
      score: number,
      share: number,
      balance: fc.constantFrom('0', '0.5', '90', '1000000.00', '-1'),
      name: fc.constantFrom('"a"', '"b"', '"__proto__"', '"贷款"', '"zz"'),
      flag: fc.constantFrom('true', 'false'),
      class: fc.constantFrom(...members).map((name) => `"${name}"`),
      kind: fc.constantFrom('"credit"', '"mortgage"', '"pledge"'),
      start: fc.constantFrom(...dates).map((date) => `"${date}"`),
      loss: fc.option(number, { nil: undefined }),
      graded: fc.option(fc.constantFrom('"normal"', '"loss"'), { nil: undefined }),
      items: fc
        .array(fc.record({ size: number, kind: fc.constantFrom('"credit"', '"pledge"'), note: fc.option(number, { nil: undefined }) }), { maxLength: 4 })
        .map((items) => `[${items.map(objectText).join(',')}]`),
      points: fc.array(number, { maxLength: 5 }).map((points) => `[${points.join(',')}]`),
    },
    { noNullPrototype: true },
  )
  .chain((loan) => fc.option(fc.constantFrom(...Object.keys(loan)), { nil: undefined, freq: 8 }).map((dropped) => `{"loan":${objectText({ ...loan, ...(dropped === undefined ? {} : { [dropped]: undefined }) })}}`));

function objectText(fields: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `{${entries.map(([name, value]) => `"${name}":${value}`).join(',')}}`;
}
