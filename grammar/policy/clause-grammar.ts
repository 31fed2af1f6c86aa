import type { Expression, Identifier } from '../../src/read/tree/expression.ts';
import type { CasesTree, EmitTree, ExpectationTree, GivenTree, HitPolicy, Mark, Outcome, PropertyClaim, RoundingMethod, RoundingTree, TakenTree, Text } from '../../src/read/tree/statement.ts';
import type { Span } from '../../src/read/tree/span.ts';
import * as T from '../tokens.ts';
import type { AnnotationTree } from './annotation-grammar.ts';
import { DeclarationGrammar } from './declaration-grammar.ts';

const W = T.policyWords;

/** A clause below a decision, function, parameter, exception, trigger or test. */
export type Clause =
  | AnnotationTree
  | { readonly kind: 'value'; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'round'; readonly rounding: RoundingTree; readonly span: Span }
  | TableHead
  | { readonly kind: 'exception'; readonly name: Identifier; readonly target: Identifier | undefined; readonly label: Text | undefined; readonly annotations: readonly AnnotationTree[]; readonly span: Span }
  | { readonly kind: 'when'; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'then'; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'emit'; readonly emit: EmitTree; readonly span: Span }
  | { readonly kind: 'unconfirmed'; readonly mark: Mark; readonly span: Span }
  | { readonly kind: 'given'; readonly given: GivenTree; readonly span: Span }
  | { readonly kind: 'taken'; readonly taken: TakenTree; readonly span: Span }
  | { readonly kind: 'cases'; readonly cases: CasesTree; readonly span: Span }
  | { readonly kind: 'expect'; readonly expectation: ExpectationTree; readonly span: Span };

export interface TableHead {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly preference: 'worst first' | 'best first' | undefined;
  readonly annotations: readonly AnnotationTree[];
  readonly span: Span;
}

/** The whole grammar: FEEL, statements, and the clauses below them. */
export class PolicyGrammar extends DeclarationGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  clause = this.RULE('clause', (): Clause =>
    this.OR<Clause>([
      { ALT: () => this.SUBRULE(this.annotation) },
      { ALT: () => this.SUBRULE(this.valueClause) },
      { ALT: () => this.SUBRULE(this.roundClause) },
      { ALT: () => this.SUBRULE(this.tableHead) },
      { ALT: () => this.SUBRULE(this.exceptionHead) },
      { ALT: () => this.SUBRULE(this.conditionClause) },
      { ALT: () => this.SUBRULE(this.emitClause) },
      { ALT: () => this.SUBRULE(this.unconfirmedClause) },
      { ALT: () => this.SUBRULE(this.givenClause) },
      { ALT: () => this.SUBRULE(this.casesClause) },
      { ALT: () => this.SUBRULE(this.expectClause) },
    ]),
  );

  private valueClause = this.RULE('valueClause', (): Clause => {
    const first = this.CONSUME(T.Equal);
    const expression = this.SUBRULE(this.expression);
    return this.node(first, (span) => ({ kind: 'value', expression, span }));
  });

  /** `round half up to 0.01`: the method and the step are both named. */
  private roundClause = this.RULE('roundClause', (): Clause => {
    const first = this.CONSUME(W.round);
    const { method, step } = this.SUBRULE(this.rounding);
    return this.node(first, (span) => ({ kind: 'round', rounding: { method, step, span }, span }));
  });

  /** What follows `round`; in YAML the whole of it. */
  rounding = this.RULE('rounding', (): RoundingTree => {
    const first = this.LA(1);
    const method = this.OR<RoundingMethod>([
      {
        ALT: () => {
          this.CONSUME(W.half);
          return this.OR2<RoundingMethod>([
            { ALT: () => (this.CONSUME(W.up), 'half up') },
            { ALT: () => (this.CONSUME(W.down), 'half down') },
            { ALT: () => (this.CONSUME(W.even), 'half even') },
          ]);
        },
      },
      { ALT: () => (this.CONSUME2(W.up), 'up') },
      { ALT: () => (this.CONSUME2(W.down), 'down') },
      { ALT: () => (this.CONSUME(W.floor), 'floor') },
      { ALT: () => (this.CONSUME(W.ceiling), 'ceiling') },
    ]);
    this.CONSUME(W.to);
    const step = this.SUBRULE(this.expression);
    return this.node(first, (span) => ({ method, step, span }));
  });

  private tableHead = this.RULE('tableHead', (): Clause => {
    const first = this.CONSUME(W.table);
    const hitPolicy = this.OPTION(() => this.SUBRULE(this.hitPolicy));
    const preference = this.OPTION2(() => {
      const end = this.OR([
        { ALT: () => (this.CONSUME(W.worst), 'worst first' as const) },
        { ALT: () => (this.CONSUME(W.best), 'best first' as const) },
      ]);
      this.CONSUME2(W.first);
      return end;
    });
    const annotations = this.SUBRULE(this.annotationTail);
    return this.node(first, (span) => ({ kind: 'table', hitPolicy: hitPolicy ?? 'unique', preference, annotations, span }));
  });

  private hitPolicy = this.RULE('hitPolicy', (): HitPolicy =>
    this.OR<HitPolicy>([
      { ALT: () => (this.CONSUME(W.unique), 'unique') },
      { ALT: () => (this.CONSUME(W.any), 'any') },
      { ALT: () => (this.CONSUME(W.first), 'first') },
      { ALT: () => (this.CONSUME(W.priority), 'priority') },
      { ALT: () => (this.CONSUME(W.rule), this.CONSUME(W.order), 'rule order') },
      { ALT: () => (this.CONSUME(W.output), this.CONSUME2(W.order), 'output order') },
      {
        ALT: () => {
          this.CONSUME(W.collect);
          const aggregation = this.OPTION(() =>
            this.OR2([
              { ALT: () => this.CONSUME(W.sum) },
              { ALT: () => this.CONSUME(W.min) },
              { ALT: () => this.CONSUME(W.max) },
              { ALT: () => this.CONSUME(W.count) },
            ]),
          );
          return this.ACTION(() => (aggregation === undefined ? 'collect' : (`collect ${aggregation.image}` as HitPolicy)));
        },
      },
    ]),
  );

  private exceptionHead = this.RULE('exceptionHead', (): Clause => {
    const first = this.CONSUME(W.exception);
    const name = this.SUBRULE(this.name);
    const target = this.OPTION(() => {
      this.CONSUME(W.to);
      return this.SUBRULE2(this.name);
    });
    const label = this.SUBRULE(this.label);
    const annotations = this.SUBRULE(this.annotationTail);
    return this.node(first, (span) => ({ kind: 'exception', name, target, label, annotations, span }));
  });

  private conditionClause = this.RULE('conditionClause', (): Clause => {
    const first = this.OR([{ ALT: () => this.CONSUME(W.when) }, { ALT: () => this.CONSUME(T.Then) }]);
    const expression = this.SUBRULE(this.expression);
    return this.node(first, (span) => ({ kind: first.tokenType === W.when ? 'when' : 'then', expression, span }));
  });

  private emitClause = this.RULE('emitClause', (): Clause => {
    const first = this.CONSUME(W.emit);
    const { event, data } = this.SUBRULE(this.emitted);
    return this.node(first, (span) => ({ kind: 'emit', emit: { event, data, span }, span }));
  });

  /** What follows `emit`; in YAML the whole of it. */
  emitted = this.RULE('emitted', (): EmitTree => {
    const first = this.LA(1);
    const event = this.SUBRULE(this.name);
    const data = this.OPTION(() => this.SUBRULE(this.contextLiteral));
    return this.node(first, (span) => ({ event, data, span }));
  });

  private unconfirmedClause = this.RULE('unconfirmedClause', (): Clause => {
    const mark = this.SUBRULE(this.testStatus);
    return { kind: 'unconfirmed', mark, span: this.ACTION(() => mark.span) };
  });

  /** What a test says of itself: so far only that no person has confirmed it. */
  testStatus = this.RULE('testStatus', (): Mark => {
    const word = this.CONSUME(W.unconfirmed);
    return this.node(word, (span) => ({ word: word.image, span }));
  });

  /** A fact with its value, or a name alone: facts that are taken over. */
  private givenClause = this.RULE('givenClause', (): Clause => {
    const first = this.CONSUME(W.given);
    const path = this.SUBRULE(this.qualifiedName);
    const value = this.OPTION(() => {
      this.OPTION2(() => this.OR([{ ALT: () => this.CONSUME(T.Colon) }, { ALT: () => this.CONSUME(T.Equal) }]));
      return this.SUBRULE(this.expression);
    });
    return this.node(first, (span) => (value === undefined ? { kind: 'taken', taken: { path, span }, span } : { kind: 'given', given: { path, value, span }, span }));
  });

  private casesClause = this.RULE('casesClause', (): Clause => {
    const first = this.CONSUME(W.cases);
    const path = this.SUBRULE(this.textLiteral);
    return this.node(first, (span) => ({ kind: 'cases', cases: { path, table: undefined, span }, span }));
  });

  private expectClause = this.RULE('expectClause', (): Clause => {
    const first = this.CONSUME(W.expect);
    const { subject, expected } = this.SUBRULE(this.expectation);
    return this.node(first, (span) => ({ kind: 'expect', expectation: { subject, expected, span }, span }));
  });

  /** What follows `expect`; in YAML the whole of it. */
  expectation = this.RULE('expectation', (): ExpectationTree => {
    const first = this.LA(1);
    const subject = this.SUBRULE(this.qualifiedName);
    const expected = this.SUBRULE(this.expected);
    return this.node(first, (span) => ({ subject, expected, span }));
  });

  /** What follows the decision or trigger; in a field of a case the whole of it, but for a value. */
  expected = this.RULE('expected', (): ExpectationTree['expected'] =>
    this.OR<ExpectationTree['expected']>([
      {
        ALT: () => {
          this.CONSUME(T.Equal);
          const value = this.SUBRULE(this.expression);
          const by = this.OPTION(() => {
            this.CONSUME(W.by);
            return this.SUBRULE(this.qualifiedNames);
          });
          const cites = this.OPTION2(() => {
            this.CONSUME(W.cites);
            return this.SUBRULE(this.citations);
          });
          return { kind: 'value', value, by: by ?? [], cites: cites ?? [] };
        },
      },
      {
        ALT: () => {
          const outcome = this.SUBRULE(this.outcome);
          const reason = this.OPTION3(() => this.SUBRULE(this.textLiteral));
          const paths = this.OPTION4(() => this.SUBRULE2(this.qualifiedNames));
          return { kind: 'outcome', outcome, reason, paths: paths ?? [] };
        },
      },
      {
        ALT: () => {
          this.CONSUME(W.emits);
          const event = this.SUBRULE(this.name);
          const data = this.OPTION5(() => this.SUBRULE(this.contextLiteral));
          return { kind: 'emits', event, data };
        },
      },
      { ALT: () => (this.CONSUME(W.silent), { kind: 'silent' }) },
    ]),
  );

  private qualifiedNames = this.RULE('qualifiedNames', (): Identifier[][] => {
    const all: Identifier[][] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => all.push(this.SUBRULE(this.qualifiedName)) });
    return all;
  });

  private outcome = this.RULE('outcome', (): Outcome => {
    const word = this.OR([
      { ALT: () => this.CONSUME(W.decided) },
      { ALT: () => this.CONSUME(W.no_match) },
      { ALT: () => this.CONSUME(W.missing_facts) },
      { ALT: () => this.CONSUME(W.conflict) },
      { ALT: () => this.CONSUME(W.error) },
    ]);
    return this.ACTION(() => word.image as Outcome);
  });

  /** `class never improves when loan.overdue_days increases`, or `always condition when condition`. */
  claim = this.RULE('claim', (): PropertyClaim =>
    this.OR<PropertyClaim>([
      {
        GATE: () => this.LA(1).tokenType === W.always,
        ALT: () => {
          const first = this.CONSUME(W.always);
          const condition = this.SUBRULE(this.expression);
          const when = this.OPTION(() => {
            this.CONSUME(W.when);
            return this.SUBRULE2(this.expression);
          });
          return this.node(first, (span) => ({ kind: 'always', condition, when, span }));
        },
      },
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          const subject = this.SUBRULE3(this.expression);
          this.CONSUME(W.never);
          const never = this.OR2([
            { ALT: () => this.CONSUME(W.improves) },
            { ALT: () => this.CONSUME(W.worsens) },
            { ALT: () => this.CONSUME(W.increases) },
            { ALT: () => this.CONSUME(W.decreases) },
          ]);
          this.CONSUME2(W.when);
          const driver = this.SUBRULE4(this.expression);
          const moves = this.OR3([{ ALT: () => this.CONSUME2(W.increases) }, { ALT: () => this.CONSUME2(W.decreases) }]);
          return this.node(subject, (span) => ({
            kind: 'monotone',
            subject,
            never: never.image as 'improves' | 'worsens' | 'increases' | 'decreases',
            driver,
            moves: moves.image as 'increases' | 'decreases',
            span,
          }));
        },
      },
    ]),
  );
}
