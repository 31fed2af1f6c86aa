import type { Expression, Identifier, Test } from '../../src/read/tree/expression.ts';
import type {
  EnumMemberTree,
  Field,
  FormalParameter,
  ImportStatement,
  SourceStatement,
  Text,
  TypeStatement,
  TypeUse,
} from '../../src/read/tree/statement.ts';
import type { Span } from '../../src/read/tree/span.ts';
import * as T from '../tokens.ts';
import { AnnotationGrammar, type AnnotationTree } from './annotation-grammar.ts';

const W = T.policyWords;

/** What a statement's first clause says; what stands below it is read clause by clause. */
export type Head =
  | { readonly kind: 'policy'; readonly name: Identifier; readonly label: Text | undefined; readonly annotations: readonly AnnotationTree[]; readonly span: Span }
  | ImportStatement
  | SourceStatement
  /** A record's fields stand below it. */
  | TypeStatement
  | { readonly kind: 'input'; readonly name: Identifier; readonly label: Text | undefined; readonly use: TypeUse | undefined; readonly span: Span }
  | { readonly kind: 'manual'; readonly name: Identifier; readonly use: TypeUse; readonly question: Text | undefined; readonly annotations: readonly AnnotationTree[]; readonly span: Span }
  | CallableHead
  | { readonly kind: 'trigger'; readonly name: Identifier; readonly label: Text | undefined; readonly annotations: readonly AnnotationTree[]; readonly span: Span }
  | { readonly kind: 'facts'; readonly name: Identifier; readonly label: Text | undefined; readonly span: Span }
  | { readonly kind: 'property'; readonly title: Text; readonly span: Span }
  | { readonly kind: 'test'; readonly title: Text; readonly asOf: Text; readonly span: Span };

export interface CallableHead {
  readonly kind: 'decision' | 'function' | 'parameter';
  readonly name: Identifier;
  readonly label: Text | undefined;
  /** Empty for a decision. */
  readonly parameters: readonly FormalParameter[];
  readonly use: TypeUse;
  readonly annotations: readonly AnnotationTree[];
  /** `= expression` on the head's own line. */
  readonly expression: Expression | undefined;
  readonly span: Span;
}

/** The first clauses of statements. */
export abstract class DeclarationGrammar extends AnnotationGrammar {
  head = this.RULE('head', (): Head =>
    this.OR<Head>([
      { ALT: () => this.SUBRULE(this.policyHead) },
      { ALT: () => this.SUBRULE(this.importStatement) },
      { ALT: () => this.SUBRULE(this.sourceStatement) },
      { ALT: () => this.SUBRULE(this.typeStatement) },
      { ALT: () => this.SUBRULE(this.inputHead) },
      { ALT: () => this.SUBRULE(this.manualHead) },
      { ALT: () => this.SUBRULE(this.callableHead) },
      { ALT: () => this.SUBRULE(this.triggerHead) },
      { ALT: () => this.SUBRULE(this.propertyHead) },
      { ALT: () => this.SUBRULE(this.factsHead) },
      { ALT: () => this.SUBRULE(this.testHead) },
    ]),
  );

  private policyHead = this.RULE('policyHead', (): Head => {
    const first = this.CONSUME(W.policy);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    const annotations = this.SUBRULE(this.annotationTail);
    return this.node(first, (span) => ({ kind: 'policy', name, label, annotations, span }));
  });

  private importStatement = this.RULE('importStatement', (): Head => {
    const first = this.CONSUME(W.import);
    const name = this.SUBRULE(this.name);
    return this.node(first, (span) => ({ kind: 'import', name, span }));
  });

  private sourceStatement = this.RULE('sourceStatement', (): Head => {
    const first = this.CONSUME(W.source);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    const listing = this.OPTION(() => this.SUBRULE(this.listing));
    return this.node(first, (span) => ({ kind: 'source', name, label, unit: listing?.unit, listed: listing?.listed ?? [], span }));
  });

  /** `articles 1..48, 50`. */
  listing = this.RULE('listing', (): Pick<SourceStatement, 'unit' | 'listed'> => {
    const listed: SourceStatement['listed'][number][] = [];
    const word = this.CONSUME(T.Name);
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => listed.push(this.SUBRULE(this.articles)) });
    return { unit: word.image, listed };
  });

  private articles = this.RULE('articles', (): SourceStatement['listed'][number] => {
    const first = this.LA(1);
    const from = this.SUBRULE(this.articleNumber);
    const to = this.OPTION(() => {
      this.CONSUME(T.DotDot);
      return this.SUBRULE2(this.articleNumber);
    });
    return this.node(first, (span) => ({ from, to, span }));
  });

  private typeStatement = this.RULE('typeStatement', (): Head => {
    const first = this.CONSUME(W.type);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    this.CONSUME(T.Equal);
    const definition = this.OR<TypeStatement['definition']>([
      { ALT: () => this.SUBRULE(this.enumDefinition) },
      {
        GATE: () => this.LA(2).tokenType.name === 'EOF',
        ALT: () => {
          this.CONSUME(W.record);
          return { kind: 'record', fields: [] };
        },
      },
      { IGNORE_AMBIGUITIES: true, ALT: () => ({ kind: 'alias', use: this.SUBRULE(this.typeUse) }) },
    ]);
    return this.node(first, (span) => ({ kind: 'type', name, label, definition, span }));
  });

  /** `one of normal "正常", loss "损失" ordered, worst last`. */
  private enumDefinition = this.RULE('enumDefinition', (): TypeStatement['definition'] => {
    const members: EnumMemberTree[] = [];
    let order: 'ordered' | 'worst last' | 'worst first' | undefined;
    this.CONSUME(W.one);
    this.CONSUME(T.Of);
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => members.push(this.SUBRULE(this.enumMember)) });
    this.OPTION(() => {
      this.CONSUME(W.ordered);
      order = 'ordered';
      this.OPTION2(() => {
        this.OPTION3(() => this.CONSUME(T.Comma));
        this.CONSUME(W.worst);
        order = this.OR([
          { ALT: () => (this.CONSUME(W.last), 'worst last' as const) },
          { ALT: () => (this.CONSUME(W.first), 'worst first' as const) },
        ]);
      });
    });
    return { kind: 'enum', members, order };
  });

  private enumMember = this.RULE('enumMember', (): EnumMemberTree => {
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    return this.node(this.ACTION(() => name), (span) => ({ name, label, span }));
  });

  /** One fact of a record: `overdue_days "逾期天数" : days >= 0`. */
  field = this.RULE('field', (): Field => {
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    this.CONSUME(T.Colon);
    const use = this.SUBRULE(this.typeUse);
    return this.node(this.ACTION(() => name), (span) => ({ name, label, use, span }));
  });

  /** A type and what narrows it: `money CNY >= 0 optional`, `percent 0%..100%`, `number step 0.01`. */
  typeUse = this.RULE('typeUse', (): TypeUse => {
    const first = this.LA(1);
    const type = this.SUBRULE(this.typeExpression);
    const constraint: Test[] = [];
    this.OPTION({
      GATE: () => !this.usePartEnds(),
      DEF: () => constraint.push(this.SUBRULE(this.constraint)),
    });
    const step = this.OPTION2(() => {
      this.CONSUME(W.step);
      return this.SUBRULE(this.arithmetic);
    });
    const optional = this.OPTION3(() => this.CONSUME(W.optional)) !== undefined;
    return this.node(first, (span) => ({ type, constraint, step, optional, span }));
  });

  /** Words that could begin a constraint's expression but do not here. */
  private usePartEnds(): boolean {
    const { tokenType } = this.LA(1);
    return tokenType === W.step || tokenType === W.optional || tokenType === T.Equal || tokenType === T.StringLiteral || annotationStarts.has(tokenType);
  }

  private constraint = this.RULE('constraint', (): Test =>
    this.OR<Test>([{ ALT: () => this.SUBRULE(this.comparisonTest) }, { ALT: () => this.SUBRULE(this.expressionTest) }]),
  );

  private inputHead = this.RULE('inputHead', (): Head => {
    const first = this.CONSUME(W.input);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    const use = this.OPTION(() => {
      this.CONSUME(T.Colon);
      return this.SUBRULE(this.typeUse);
    });
    return this.node(first, (span) => ({ kind: 'input', name, label, use, span }));
  });

  private manualHead = this.RULE('manualHead', (): Head => {
    const first = this.CONSUME(W.manual);
    const name = this.SUBRULE(this.name);
    this.CONSUME(T.Colon);
    const use = this.SUBRULE(this.typeUse);
    const question = this.SUBRULE(this.label);
    const annotations = this.SUBRULE(this.annotationTail);
    return this.node(first, (span) => ({ kind: 'manual', name, use, question, annotations, span }));
  });

  private callableHead = this.RULE('callableHead', (): Head => {
    const first = this.OR([
      { ALT: () => this.CONSUME(W.decision) },
      { ALT: () => this.CONSUME(T.Function) },
      { ALT: () => this.CONSUME(W.parameter) },
    ]);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    const parameters = this.OPTION({
      GATE: () => first.tokenType !== W.decision,
      DEF: () => this.SUBRULE(this.formalParameters),
    });
    this.CONSUME(T.Colon);
    const use = this.SUBRULE(this.typeUse);
    const annotations = this.SUBRULE(this.annotationTail);
    const expression = this.OPTION2({
      GATE: () => first.tokenType !== W.parameter,
      DEF: () => {
        this.CONSUME(T.Equal);
        return this.SUBRULE(this.expression);
      },
    });
    const kind = this.ACTION(() => first.image as CallableHead['kind']);
    return this.node(first, (span) => ({ kind, name, label, parameters: parameters ?? [], use, annotations, expression, span }));
  });

  private formalParameters = this.RULE('formalParameters', (): FormalParameter[] => {
    const all: FormalParameter[] = [];
    this.CONSUME(T.LeftParen);
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        const name = this.SUBRULE(this.name);
        this.CONSUME(T.Colon);
        all.push({ name, use: this.SUBRULE(this.typeUse) });
      },
    });
    this.CONSUME(T.RightParen);
    return all;
  });

  private triggerHead = this.RULE('triggerHead', (): Head => {
    const first = this.CONSUME(W.trigger);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    const annotations = this.SUBRULE(this.annotationTail);
    return this.node(first, (span) => ({ kind: 'trigger', name, label, annotations, span }));
  });

  private propertyHead = this.RULE('propertyHead', (): Head => {
    const first = this.CONSUME(W.property);
    const title = this.SUBRULE(this.textLiteral);
    return this.node(first, (span) => ({ kind: 'property', title, span }));
  });

  private factsHead = this.RULE('factsHead', (): Head => {
    const first = this.CONSUME(W.facts);
    const name = this.SUBRULE(this.name);
    const label = this.SUBRULE(this.label);
    return this.node(first, (span) => ({ kind: 'facts', name, label, span }));
  });

  private testHead = this.RULE('testHead', (): Head => {
    const first = this.CONSUME(W.test);
    const title = this.SUBRULE(this.textLiteral);
    this.CONSUME(W.as);
    this.CONSUME(T.Of);
    const asOf = this.SUBRULE(this.date);
    return this.node(first, (span) => ({ kind: 'test', title, asOf, span }));
  });
}

const annotationStarts: ReadonlySet<unknown> = new Set([T.In, W.cites, W.basis, W.note]);
