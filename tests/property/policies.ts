import fc from 'fast-check';

/**
 * Texts of whole policies, for everything that reads and writes them: every kind of statement and clause, odd names and
 * strings, labels in Chinese, with comments in every place and a layout by chance. They can be read; that they mean
 * anything is not intended.
 */

/** A word of a clause, or several that stay together. A clause may be broken before any of them. */
type Tokens = readonly string[];

interface Clause {
  readonly depth: number;
  readonly tokens: Tokens;
  /** Whether it may go on over several lines. A head whose clauses stand below it may not. */
  readonly breaks: boolean;
}

interface Chance {
  readonly draw: fc.GeneratorValue;
  /** Whether comments are written. */
  readonly comments: boolean;
}

/** A policy's text. */
export const policies: fc.Arbitrary<string> = fc.gen().map((draw) => written({ draw, comments: true }));

const names = ['loan', 'balance', '逾期天数', '担保方式', 'class', 'in_force', 'cites', 'id', 'note', 'when', 'table', 'order', 'hit', 'no', 'yes', 'null_', '_a1', 'x', '`days past due`', '`a-b`', '`if`', '`null`', 'then_', 'type', 'policy', 'statements', 'rows'];
const labels = ['贷款五级分类', 'Class "a"', 'a: b # c', '', ' spaces ', 'back\\slash', "it's", '- x', '[1..7]', 'yes', '0.10', '2024-01-31', 'line\nbreak', 'tab\there', '{', '/* no comment */', '|'];
const remarks = ['第一档', 'why', 'a "b" | c', 'x: y', '{ [ (', '', '# twice', "it's", '- item', '12 %', '© \u3000 ideographic'];

function written({ draw, comments }: Chance): string {
  const writing = new Writing(draw, comments);
  return new Layout(draw, comments).lay(writing.policy());
}

/** One in so many. No is what shrinking tends to. */
function chance(draw: fc.GeneratorValue, of: number): boolean {
  return draw(fc.integer, { min: 1, max: of }) === of;
}

function pick<T>(draw: fc.GeneratorValue, from: readonly T[]): T {
  return from[draw(fc.integer, { min: 0, max: from.length - 1 })] as T;
}

function upTo(draw: fc.GeneratorValue, min: number, max: number): number {
  return draw(fc.integer, { min, max });
}

/** What the policy says. A class only to carry the source of chance through the rules. */
class Writing {
  private count = 0;

  constructor(
    private readonly draw: fc.GeneratorValue,
    private readonly comments: boolean,
  ) {}

  policy(): readonly Clause[] {
    const statements = Array.from({ length: upTo(this.draw, 0, 6) }, () => this.statement());
    return [{ depth: 0, tokens: ['policy', this.name(), ...this.label(), ...this.annotations().flat()], breaks: true }, ...statements.flat()];
  }

  private statement(): readonly Clause[] {
    const name = this.name();
    switch (pick(this.draw, ['import', 'source', 'enum', 'record', 'alias', 'input', 'use', 'manual', 'decision', 'decision', 'decision', 'function', 'parameter', 'trigger', 'property', 'facts', 'test', 'test'])) {
      case 'import':
        return [head('import', name)];
      case 'source':
        return [head('source', name, ...this.label(), ...(this.half() ? [] : [pick(this.draw, ['articles', 'items']), ...commaSeparated(this.several(1, 3, () => [pick(this.draw, ['1..48', '50', '20-1', '3(2)'])]))]))];
      case 'enum':
        return [head('type', name, ...this.label(), '=', 'one', 'of', ...commaSeparated(this.several(1, 5, () => [this.unique(), ...this.label()])), ...pick(this.draw, [[], ['ordered'], ['ordered', ',', 'worst', 'last'], ['ordered', 'worst', 'first']]))];
      case 'record':
        return [{ depth: 0, tokens: ['type', name, ...this.label(), '=', 'record'], breaks: false }, ...this.fields()];
      case 'alias':
        return [head('type', name, ...this.label(), '=', ...this.use())];
      case 'input':
        return [{ depth: 0, tokens: ['input', name, ...this.label()], breaks: false }, ...this.fields()];
      case 'use':
        return [{ depth: 0, tokens: ['input', name, ...this.label(), ':', ...this.use()], breaks: false }];
      case 'manual':
        return [head('manual', name, ':', ...this.use(), ...this.label(), ...this.annotations().flat())];
      case 'decision':
        return [{ depth: 0, tokens: ['decision', name, ...this.label(), ':', ...this.use()], breaks: false }, ...this.annotationClauses(1), ...this.body(), ...this.several(0, 2, () => this.exception()).flat()];
      case 'function':
        return [{ depth: 0, tokens: ['function', name, ...this.label(), ...this.parameters(), ':', ...this.use()], breaks: false }, ...this.annotationClauses(1), ...this.body()];
      case 'parameter':
        return [{ depth: 0, tokens: ['parameter', name, ...this.label(), ...this.parameters(), ':', ...this.use()], breaks: false }, ...this.annotationClauses(1), ...(this.half() ? this.rows(1) : this.table())];
      case 'trigger':
        return [
          { depth: 0, tokens: ['trigger', name, ...this.label()], breaks: false },
          ...this.annotationClauses(1),
          clause(1, 'when', ...this.expression(2)),
          ...this.several(0, 2, () => clause(1, 'emit', this.name(), ...(this.half() ? [] : this.context(1)))),
        ];
      case 'property':
        return [{ depth: 0, tokens: ['property', this.string()], breaks: false }, this.claim()];
      case 'facts':
        return [{ depth: 0, tokens: ['facts', name, ...this.label()], breaks: false }, ...this.givens(1)];
      default:
        return [
          { depth: 0, tokens: ['test', this.string(), 'as', 'of', this.date()], breaks: false },
          ...(chance(this.draw, 3) ? [clause(1, 'unconfirmed')] : []),
          ...this.givens(0),
          ...(chance(this.draw, 4) ? [clause(1, 'cases', this.string())] : []),
          ...this.several(1, 3, () => this.expectation()),
        ];
    }
  }

  /** Facts, and now and then shared ones that are taken over, which stand among them or before. */
  private givens(min: number): readonly Clause[] {
    return this.several(min, 4, () => (chance(this.draw, 3) ? clause(1, 'given', pick(this.draw, [this.name(), `vocabulary.${this.name()}`])) : clause(1, 'given', this.unique(), ...(this.half() ? this.context(2) : ['=', ...this.expression(1)]))));
  }

  private fields(): readonly Clause[] {
    return this.several(1, 4, () => clause(1, this.unique(), ...this.label(), ':', ...this.use()));
  }

  private parameters(): Tokens {
    return ['(', ...commaSeparated(this.several(0, 2, () => [this.unique(), ':', ...this.use()])), ')'];
  }

  private use(): Tokens {
    const type = pick<Tokens>(this.draw, [['text'], ['days', '>=', '0'], ['money', 'CNY', '>=', '0'], ['percent', '0%..100%'], ['number', 'step', '0.01'], ['list', 'of', 'Item'], ['date', 'and', 'time'], ['vocabulary.Class']]);
    return chance(this.draw, 4) ? [...type, 'optional'] : type;
  }

  private body(): readonly Clause[] {
    if (this.half()) return [clause(1, '=', ...this.expression(3)), ...this.rounding(1)];
    return this.table();
  }

  private rounding(depth: number): readonly Clause[] {
    return chance(this.draw, 3) ? [clause(depth, 'round', ...pick<Tokens>(this.draw, [['half', 'up'], ['half', 'even'], ['floor'], ['up']]), 'to', '0.01')] : [];
  }

  private table(): readonly Clause[] {
    const policy = pick<Tokens>(this.draw, [[], ['unique'], ['any'], ['first'], ['priority', 'worst', 'first'], ['collect', 'sum'], ['rule', 'order']]);
    const period = chance(this.draw, 3) ? ['in', 'force', ...this.period()] : [];
    return [{ depth: 1, tokens: ['table', ...policy, ...period], breaks: false }, ...this.rows(2), ...this.rounding(2)];
  }

  private rows(depth: number): readonly Clause[] {
    const columns = this.several(0, 3, () => this.expression(1).map((token, _, all) => (all.length === 1 && /^(?:cites|note)$/.test(token) ? `\`${token}\`` : token)));
    const outputs = this.several(1, 2, () => this.unique());
    const besides = pick<Tokens>(this.draw, [[], [], ['cites'], ['in force', 'note'], ['basis']]);
    const row = (cells: readonly Tokens[], results: readonly Tokens[], annotations: readonly Tokens[]): Clause => ({ depth, tokens: rowTokens([cells, results, annotations]), breaks: false });
    const remarked = (cell: Tokens): Tokens => (this.comments && chance(this.draw, 20) ? [...cell, '/* a "b" | c */'] : cell);
    return [
      row([['id'], ...columns.map(remarked)], outputs.map((output) => [output]), besides.map((each) => [each])),
      ...this.several(0, 4, () => {
        const otherwise = columns.length > 0 && chance(this.draw, 8);
        const cells = columns.map((_, index) => (otherwise ? [index === 0 ? 'otherwise' : '-'] : remarked(this.cell())));
        return row([[this.unique()], ...cells], outputs.map(() => remarked(this.expression(1))), besides.map((each) => this.annotationCell(each)));
      }),
    ];
  }

  private annotationCell(column: string): Tokens {
    if (this.half()) return ['-'];
    if (column === 'cites') return this.citations();
    if (column === 'in force') return this.period();
    return column === 'basis' ? [pick(this.draw, ['law', 'bank_choice'])] : [this.string()];
  }

  private cell(): Tokens {
    const simple = (): Tokens => pick(this.draw, [() => ['-1'], () => ['1..30'], () => ['>', '90'], () => [pick(this.draw, ['credit', 'missing', 'true', '25%', '2000万'])], () => ['not', '(', this.name(), ')'], () => [this.string()], () => ['[', '1', '..', '7', ')'], () => [this.date(), '..'], () => this.expression(1)])();
    return chance(this.draw, 4) ? ['-'] : commaSeparated(this.several(1, 2, simple));
  }

  private exception(): readonly Clause[] {
    return [
      { depth: 1, tokens: ['exception', this.unique(), ...(this.half() ? [] : ['to', this.name()]), ...this.label(), ...(this.half() ? [] : ['in', 'force', ...this.period()])], breaks: false },
      clause(2, 'when', ...this.expression(2)),
      clause(2, 'then', ...this.expression(1)),
    ];
  }

  private claim(): Clause {
    if (this.half()) return clause(1, this.name(), 'never', 'improves', 'when', this.name(), 'increases');
    return clause(1, 'always', '(', ...this.expression(2), ')', ...(this.half() ? [] : ['when', '(', ...this.expression(1), ')']));
  }

  private expectation(): Clause {
    const subject = this.name();
    return clause(
      1,
      'expect',
      subject,
      ...pick(this.draw, [
        () => ['=', ...this.expression(1)],
        () => ['=', '1', 'by', ...commaSeparated(this.several(1, 2, () => [`${this.name()}.R1`]))],
        () => ['=', ...this.expression(1), ...(this.half() ? [] : ['by', `${this.name()}.R1`]), 'cites', ...this.citations()],
        () => [pick(this.draw, ['no_match', 'conflict'])],
        () => ['error', this.string(), ...(this.half() ? [] : commaSeparated(this.several(1, 2, () => [this.name()])))],
        () => ['missing_facts', 'loan.balance'],
        () => ['emits', this.name(), ...(this.half() ? [] : this.context(1))],
        () => ['silent'],
      ])(),
    );
  }

  private annotationClauses(depth: number): readonly Clause[] {
    return this.annotations().map((tokens) => clause(depth, ...tokens));
  }

  private annotations(): readonly Tokens[] {
    const all: Tokens[] = [];
    if (chance(this.draw, 4)) all.push(['in', 'force', ...this.period()]);
    if (chance(this.draw, 4)) all.push(['cites', ...this.citations()]);
    if (chance(this.draw, 6)) all.push(['basis', pick(this.draw, ['law', 'bank_choice', 'unconfirmed'])]);
    if (chance(this.draw, 6)) all.push(['note', this.string()]);
    return all;
  }

  private citations(): Tokens {
    return commaSeparated(this.several(1, 2, () => [pick(this.draw, ['M', 'vocabulary.Measures2023']), ...pick<Tokens>(this.draw, [['art', '10'], ['item', '3(1)'], ['articles', '3..5']])]));
  }

  private period(): Tokens {
    return pick<Tokens>(this.draw, [['2024-01-01', '..'], ['..', '2023-12-31'], ['2024-01-01', '..', '2024-12-31']]);
  }

  private expression(depth: number): Tokens {
    if (depth === 0) return [this.atom()];
    const part = (): Tokens => this.expression(depth - 1);
    const operand = (): Tokens => (this.half() ? [this.atom()] : ['(', ...part(), ')']);
    return pick(this.draw, [
      () => [this.atom()],
      () => [this.atom()],
      () => [...operand(), pick(this.draw, ['+', '*', '-', '/', '=', '>=', 'and', 'or']), ...operand()],
      () => ['if', ...part(), 'then', ...part(), 'else', ...part()],
      () => ['[', ...commaSeparated(this.several(0, 3, part)), ']'],
      () => this.context(depth),
      () => ['max', '(', ...commaSeparated(this.several(1, 2, part)), ')'],
      () => ['string length', '(', ...part(), ')'],
      () => [this.atom(), '+', this.atom()],
      () => ['x', 'in', '(', '1', ',', '>', ...operand(), ')'],
      () => ['some', 'i', 'in', '[', ...part(), ']', 'satisfies', 'i', '>', '1'],
    ])();
  }

  private context(depth: number): Tokens {
    return ['{', ...commaSeparated(this.several(0, 3, () => [this.unique(), ':', ...this.expression(depth - 1)])), '}'];
  }

  private atom(): string {
    return pick(this.draw, [() => this.name(), () => pick(this.draw, ['0', '91', '0.10', '1.5亿', '25%', '1e3']), () => this.string(), () => this.date(), () => '@"P1D"', () => 'null', () => 'true', () => 'loan.balance'])();
  }

  private date(): string {
    return pick(this.draw, ['2024-01-31', '2023-12-31']);
  }

  private string(): string {
    return `"${pick(this.draw, labels).replace(/[\\"\n\t]/g, (character) => ({ '\n': '\\n', '\t': '\\t' })[character] ?? `\\${character}`)}"`;
  }

  private label(): Tokens {
    return this.half() ? [] : [this.string()];
  }

  private name(): string {
    return pick(this.draw, names);
  }

  /** A name that nothing else has. */
  private unique(): string {
    this.count += 1;
    const name = this.name();
    return name.startsWith('`') ? `${name.slice(0, -1)} ${this.count}\`` : chance(this.draw, 2) ? `${name}${this.count}` : `不同${this.count}`;
  }

  private half(): boolean {
    return chance(this.draw, 2);
  }

  private several<T>(min: number, max: number, make: () => T): readonly T[] {
    return Array.from({ length: upTo(this.draw, min, max) }, make);
  }
}

function head(...tokens: readonly string[]): Clause {
  return { depth: 0, tokens, breaks: true };
}

function clause(depth: number, ...tokens: readonly string[]): Clause {
  return { depth, tokens, breaks: true };
}

function commaSeparated(items: readonly Tokens[]): Tokens {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
}

function rowTokens(groups: readonly (readonly Tokens[])[]): Tokens {
  return groups.filter((cells) => cells.length > 0).flatMap((cells, group) => [...(group === 0 ? ['|'] : ['||']), ...cells.flatMap((cell, index) => (index === 0 ? cell : ['|', ...cell]))]).concat('|');
}

/** How it is laid out. */
class Layout {
  private readonly step: number;
  private readonly ending: string;

  constructor(
    private readonly draw: fc.GeneratorValue,
    private readonly comments: boolean,
  ) {
    this.step = upTo(draw, 2, 4);
    this.ending = chance(draw, 8) ? '\r\n' : '\n';
  }

  lay(clauses: readonly Clause[]): string {
    return clauses.flatMap((each) => [...this.between(each.depth), ...this.lines(each)]).join(this.ending) + pick(this.draw, ['', this.ending, `${this.ending}# 完${this.ending}`]);
  }

  private between(depth: number): readonly string[] {
    const lines: string[] = [];
    while (chance(this.draw, 5)) lines.push(this.comments && chance(this.draw, 2) ? `${' '.repeat((depth + upTo(this.draw, 0, 1)) * this.step)}${this.remark('#')}` : '');
    return lines;
  }

  private lines({ depth, tokens, breaks }: Clause): readonly string[] {
    const lines = [' '.repeat(depth * this.step)];
    tokens.forEach((token, index) => {
      const last = lines.length - 1;
      const line = lines[last] ?? '';
      if (index > 0 && breaks && chance(this.draw, 14)) {
        lines[last] = this.comments && chance(this.draw, 3) ? `${line} ${this.remark(pick(this.draw, ['#', '//']))}` : line;
        lines.push(`${' '.repeat((depth + upTo(this.draw, 1, 2)) * this.step)}${token}`);
        return;
      }
      const aside = this.comments && index > 1 && breaks && chance(this.draw, 30) ? ' /* 附注 */' : '';
      lines[last] = `${line}${index === 0 ? '' : pick(this.draw, [' ', ' ', '  '])}${token}${aside}`;
    });
    const last = lines.length - 1;
    if (this.comments && chance(this.draw, 6)) lines[last] = `${lines[last] ?? ''}${pick(this.draw, ['', ' ', '   '])}${this.remark(pick(this.draw, ['#', '#', '//']))}`;
    return lines;
  }

  private remark(marker: string): string {
    return `${marker} ${pick(this.draw, remarks)}`.trimEnd();
  }
}
