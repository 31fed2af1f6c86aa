import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import type { ArithmeticOperator, Argument, Call, ComparisonOperator, Expression, Identifier, LogicalOperator, Test } from '../../src/read/tree/expression.ts';
import { groupByPrecedence, type FollowingOperand } from '../precedence.ts';
import * as T from '../tokens.ts';
import { LiteralGrammar } from './literal-grammar.ts';
import { isNamePart } from './name-grammar.ts';

/** What can begin an expression: tells `(1..x[` (an open range) from `x[1]` (a filter). */
const expressionStarts: ReadonlySet<TokenType> = new Set([
  T.Name, T.QuotedName, T.NumberLiteral, T.PolicyNumber, T.DateLiteral, T.StringLiteral, T.TemporalLiteral, T.True, T.False, T.Null, T.Question,
  T.LeftParen, T.LeftBracket, T.LeftBrace, T.Minus, T.If, T.For, T.Some, T.Every, T.Function, T.Less, T.LessOrEqual, T.Greater, T.GreaterOrEqual,
]); // prettier-ignore

/**
 * FEEL's expressions (OMG DMN 1.5, clause 10.3.1.2), building the syntax tree as they are read. The policy dialect's
 * additions are behind gates.
 */
export abstract class ExpressionGrammar extends LiteralGrammar {
  /** What follows `in`; defined by the layer above. */
  protected abstract membershipTests: ParserMethod<[], Test[]>;

  expression = this.RULE('expression', (): Expression => {
    const first = this.SUBRULE(this.comparison);
    const rest: FollowingOperand[] = [];
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(T.And) }, { ALT: () => this.CONSUME(T.Or) }]);
      const operand = this.SUBRULE2(this.comparison);
      this.ACTION(() => rest.push({ operator: sign.tokenType.name as LogicalOperator, operatorSpan: this.spanOf(sign), operand }));
    });
    return this.ACTION(() => groupByPrecedence(first, rest));
  });

  protected comparison = this.RULE('comparison', (): Expression => {
    let value = this.SUBRULE(this.arithmetic);
    this.MANY(() => {
      value = this.OR<Expression>([
        {
          ALT: () => {
            const sign = this.CONSUME(T.ComparisonOperator);
            const right = this.SUBRULE2(this.arithmetic);
            const operator = sign.tokenType.name as ComparisonOperator;
            return this.node(value, (span) => ({ kind: 'binary', operator, operatorSpan: this.spanOf(sign), left: value, right, span }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Between);
            const low = this.SUBRULE3(this.arithmetic);
            this.CONSUME(T.And);
            const high = this.SUBRULE4(this.arithmetic);
            return this.node(value, (span) => ({ kind: 'between', value, low, high, span }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.In);
            const tests = this.SUBRULE(this.membershipTests);
            return this.node(value, (span) => ({ kind: 'in', value, tests, span }));
          },
        },
      ]);
    });
    return value;
  });

  protected arithmetic = this.RULE('arithmetic', (): Expression => {
    const first = this.SUBRULE(this.unary);
    const rest: FollowingOperand[] = [];
    this.MANY(() => {
      const sign = this.CONSUME(T.ArithmeticOperator);
      const operand = this.SUBRULE2(this.unary);
      this.ACTION(() => rest.push({ operator: sign.tokenType.name as ArithmeticOperator, operatorSpan: this.spanOf(sign), operand }));
    });
    return this.ACTION(() => groupByPrecedence(first, rest));
  });

  protected unary = this.RULE('unary', (): Expression => {
    const signs: IToken[] = [];
    this.MANY(() => {
      signs.push(this.CONSUME(T.Minus));
    });
    let value = this.SUBRULE(this.postfix);
    this.OPTION(() => {
      this.CONSUME(T.Instance);
      this.CONSUME(T.Of);
      const type = this.SUBRULE(this.typeExpression);
      const tested = value;
      value = this.node(tested, (span) => ({ kind: 'instance of', value: tested, type, span }));
    });
    return this.ACTION(() =>
      signs.reduceRight<Expression>((operand, sign) => this.node(sign, (span) => ({ kind: 'negation', operand, span })), value),
    );
  });

  protected postfix = this.RULE('postfix', (): Expression => {
    let target = this.SUBRULE(this.primary);
    this.MANY({
      GATE: () => this.LA(1).tokenType !== T.LeftBracket || this.filterAhead(),
      DEF: () => {
        const inner = target;
        target = this.OR<Expression>([
          {
            ALT: () => {
              this.CONSUME(T.Dot);
              const name = this.SUBRULE(this.memberName);
              return this.node(inner, (span) => ({ kind: 'path', target: inner, name: name.name, nameSpan: name.span, span }));
            },
          },
          {
            ALT: () => {
              this.CONSUME(T.LeftBracket);
              const condition = this.insideFilter(() => this.SUBRULE(this.expression));
              this.CONSUME(T.RightBracket);
              return this.node(inner, (span) => ({ kind: 'filter', target: inner, condition, span }));
            },
          },
          {
            ALT: () => {
              const given = this.SUBRULE(this.callArguments);
              return this.node(inner, (span): Call => ({ kind: 'call', callee: inner, arguments: given, span }));
            },
          },
        ]);
      },
    });
    return target;
  });

  /** Whether the bracket ahead begins a filter, and does not end an open range: `[1..10[`. */
  private filterAhead(): boolean {
    const { tokenType } = this.LA(2);
    return expressionStarts.has(tokenType) || (tokenType.CATEGORIES ?? []).includes(T.Name);
  }

  protected callArguments = this.RULE('callArguments', (): Argument[] => {
    const given: Argument[] = [];
    this.CONSUME(T.LeftParen);
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        let name: Identifier | undefined;
        this.OPTION({
          GATE: () => this.argumentNameAhead(),
          DEF: () => {
            name = this.SUBRULE(this.bindingName, { ARGS: [T.Colon] });
            this.CONSUME(T.Colon);
          },
        });
        const value = this.SUBRULE(this.expression);
        this.ACTION(() => given.push({ name, value }));
      },
    });
    this.CONSUME(T.RightParen);
    return given;
  });

  /** A named argument's name may have several words, so its colon may be some tokens away. */
  private argumentNameAhead(): boolean {
    for (let distance = 2; distance <= 8; distance++) {
      const { tokenType } = this.LA(distance);
      if (tokenType === T.Colon) return true;
      if (!isNamePart(tokenType)) return false;
    }
    return false;
  }

  protected primary = this.RULE('primary', (): Expression =>
    this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.nameReference) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.bracket) },
      { ALT: () => this.SUBRULE(this.outwardRange) },
      { ALT: () => this.SUBRULE(this.contextLiteral) },
      { ALT: () => this.SUBRULE(this.conditional) },
      { ALT: () => this.SUBRULE(this.loop) },
      { ALT: () => this.SUBRULE(this.quantified) },
      { ALT: () => this.SUBRULE(this.functionDefinition) },
    ]),
  );
}
