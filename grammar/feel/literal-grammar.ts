import type { IToken, ParserMethod } from 'chevrotain';
import type { ComparisonOperator, ContextLiteral, Expression, Identifier } from '../../src/read/tree/expression.ts';
import type { Span } from '../../src/read/tree/span.ts';
import { unescapeString } from '../strings.ts';
import * as T from '../tokens.ts';
import { ControlGrammar } from './control-grammar.ts';
import { rangeFromComparison } from './ranges.ts';

/** Literals, names, and whatever stands in brackets: groups, lists, ranges, contexts. */
export abstract class LiteralGrammar extends ControlGrammar {
  /** Defined by the layer above. */
  protected abstract arithmetic: ParserMethod<[], Expression>;

  protected literal = this.RULE('literal', (): Expression =>
    this.OR<Expression>([
      { ALT: () => this.leaf(this.CONSUME(T.NumberLiteral), (text, span) => ({ kind: 'number', text: text.replace('％', '%'), span })) },
      { ALT: () => this.leaf(this.CONSUME(T.StringLiteral), (text, span) => ({ kind: 'string', value: unescapeString(text), span })) },
      { ALT: () => this.leaf(this.CONSUME(T.DateLiteral), (text, span) => ({ kind: 'date', text, span })) },
      { ALT: () => this.leaf(this.CONSUME(T.TemporalLiteral), (text, span) => ({ kind: 'temporal', text: text.slice(2, -1), span })) },
      { ALT: () => this.leaf(this.CONSUME(T.True), (_, span) => ({ kind: 'boolean', value: true, span })) },
      { ALT: () => this.leaf(this.CONSUME(T.False), (_, span) => ({ kind: 'boolean', value: false, span })) },
      { ALT: () => this.leaf(this.CONSUME(T.Null), (_, span) => ({ kind: 'null', span })) },
      { ALT: () => this.leaf(this.CONSUME(T.Question), (_, span) => ({ kind: 'input value', span })) },
    ]),
  );

  protected leaf(token: IToken, build: (text: string, span: Span) => Expression): Expression {
    return this.node(token, (span) => build(token.image, span));
  }

  protected nameReference = this.RULE('nameReference', (): Expression => {
    const used = this.SUBRULE(this.name);
    return this.ACTION((): Expression => {
      const { name, span } = used;
      return name === 'missing' && this.dialect === 'policy' ? { kind: 'missing', span } : { kind: 'name', name, span };
    });
  });

  /** `(e)`, `(a..b)`, `(a..b]`, `(< 5)`. */
  protected parenthesis = this.RULE('parenthesis', (): Expression => {
    const open = this.CONSUME(T.LeftParen);
    return this.OR<Expression>([
      {
        GATE: () => this.dialect === 'strict' || (this.LA(1).tokenType !== T.Equal && this.LA(1).tokenType !== T.NotEqual),
        ALT: () => {
          const sign = this.CONSUME(T.ComparisonOperator);
          const bound = this.SUBRULE(this.arithmetic);
          this.CONSUME(T.RightParen);
          return this.node(open, (span) => rangeFromComparison(sign.tokenType.name as ComparisonOperator, bound, span));
        },
      },
      {
        ALT: () => {
          const inner = this.SUBRULE(this.expression);
          return this.OR2<Expression>([
            {
              ALT: () => {
                this.CONSUME2(T.RightParen);
                return this.node(open, (span) => ({ kind: 'parenthesized', inner, span }));
              },
            },
            { ALT: () => this.SUBRULE(this.rangeEnd, { ARGS: [open, inner, false] }) },
          ]);
        },
      },
    ]);
  });

  /** `[]`, `[a, b]`, `[a..b]`, `[a..b)`. */
  protected bracket = this.RULE('bracket', (): Expression => {
    const open = this.CONSUME(T.LeftBracket);
    return this.OR<Expression>([
      {
        // `[]…[`, a list that begins with an outward range, is read as an empty list.
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(T.RightBracket);
          return this.node(open, (span) => ({ kind: 'list', items: [], span }));
        },
      },
      {
        ALT: () => {
          const first = this.SUBRULE(this.expression);
          return this.OR2<Expression>([
            { ALT: () => this.SUBRULE(this.rangeEnd, { ARGS: [open, first, true] }) },
            {
              ALT: () => {
                const items = [first];
                this.MANY(() => {
                  this.CONSUME(T.Comma);
                  items.push(this.SUBRULE2(this.expression));
                });
                this.CONSUME2(T.RightBracket);
                return this.node(open, (span) => ({ kind: 'list', items, span }));
              },
            },
          ]);
        },
      },
    ]);
  });

  /** `]a..b[`: both ends open. */
  protected outwardRange = this.RULE('outwardRange', (): Expression => {
    const open = this.CONSUME(T.RightBracket);
    const low = this.SUBRULE(this.expression);
    return this.SUBRULE(this.rangeEnd, { ARGS: [open, low, false] });
  });

  protected rangeEnd = this.RULE('rangeEnd', (open: IToken, low: Expression, lowClosed: boolean): Expression => {
    this.CONSUME(T.DotDot);
    const high = this.SUBRULE(this.expression);
    const highClosed = this.OR([
      { ALT: () => (this.CONSUME(T.RightParen), false) },
      { ALT: () => (this.CONSUME(T.RightBracket), true) },
      { ALT: () => (this.CONSUME(T.LeftBracket), false) },
    ]);
    return this.node(open, (span) => ({ kind: 'range', bracketed: true, low, high, lowClosed, highClosed, span }));
  });

  protected contextLiteral = this.RULE('contextLiteral', (): Expression => {
    const entries: ContextLiteral['entries'][number][] = [];
    const open = this.CONSUME(T.LeftBrace);
    const outer = this.enterScope();
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        const key = this.OR<Identifier>([
          {
            ALT: () => {
              const text = this.CONSUME(T.StringLiteral);
              return this.node(text, (span) => ({ name: unescapeString(text.image), span }));
            },
          },
          { ALT: () => this.SUBRULE(this.bindingName, { ARGS: [T.Colon] }) },
        ]);
        this.CONSUME(T.Colon);
        const value = this.SUBRULE(this.expression);
        this.ACTION(() => {
          entries.push({ key, value });
          this.scope.add(key.name);
          this.members.add(key.name);
        });
      },
    });
    this.scope = outer;
    this.CONSUME(T.RightBrace);
    return this.node(open, (span) => ({ kind: 'context', entries, span }));
  });
}
