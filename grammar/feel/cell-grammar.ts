import type { Cell, ComparisonOperator, Expression, Test } from '../../src/read/tree/expression.ts';
import * as T from '../tokens.ts';
import { ExpressionGrammar } from './expression-grammar.ts';
import { bareRange } from './ranges.ts';

/** Cells of decision tables. */
export class CellGrammar extends ExpressionGrammar {
  /** A cell of a decision table: `-`, or tests of which one must hold (DMN: unary tests). */
  cell = this.RULE('cell', (): Cell => {
    const first = this.LA(1);
    const tests = this.OR<Test[]>([
      {
        GATE: () => this.LA(2).tokenType.name === 'EOF',
        ALT: () => {
          const dash = this.CONSUME(T.Minus);
          return [this.node(dash, (span): Test => ({ kind: 'any', span }))];
        },
      },
      { ALT: () => this.SUBRULE(this.cellTests) },
    ]);
    return this.node(first, (span) => ({ tests, span }));
  });

  private cellTests = this.RULE('cellTests', (): Test[] => {
    const tests: Test[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        tests.push(
          this.OR<Test>([
            { GATE: () => this.LA(2).tokenType === T.LeftParen, ALT: () => this.SUBRULE(this.notTests) },
            { ALT: () => this.SUBRULE(this.comparisonTest) },
            { ALT: () => this.SUBRULE(this.expressionTest) },
          ]),
        );
      },
    });
    return tests;
  });

  private notTests = this.RULE('notTests', (): Test => {
    const first = this.CONSUME(T.Not);
    this.CONSUME(T.LeftParen);
    const tests = this.SUBRULE(this.cellTests);
    this.CONSUME(T.RightParen);
    return this.node(first, (span) => ({ kind: 'not', tests, span }));
  });

  protected comparisonTest = this.RULE('comparisonTest', (): Test => {
    const sign = this.CONSUME(T.ComparisonOperator);
    const operand = this.SUBRULE(this.arithmetic);
    return this.node(sign, (span) => ({ kind: 'compare', operator: sign.tokenType.name as ComparisonOperator, operand, span }));
  });

  /** A value, range, list or condition; in the policy dialect also `1..30`, `2024-01-31 ..` and `.. 2024-01-31`. */
  expressionTest = this.RULE('expressionTest', (): Test =>
    this.OR<Test>([
      { GATE: () => this.dialect === 'policy', ALT: () => this.SUBRULE(this.rangeUpTo) },
      {
        ALT: () => {
          const low = this.SUBRULE(this.expression);
          return this.SUBRULE(this.valueOrRange, { ARGS: [low] });
        },
      },
    ]),
  );

  private rangeUpTo = this.RULE('rangeUpTo', (): Test => {
    const first = this.CONSUME(T.DotDot);
    const high = this.SUBRULE(this.arithmetic);
    return this.node(first, (span) => ({ kind: 'expression', expression: bareRange(undefined, high, span), span }));
  });

  private valueOrRange = this.RULE('valueOrRange', (low: Expression): Test => {
    let expression = low;
    this.OPTION({
      GATE: () => this.dialect === 'policy',
      DEF: () => {
        this.CONSUME(T.DotDot);
        const high = this.OPTION2(() => this.SUBRULE(this.arithmetic));
        expression = this.node(low, (span) => bareRange(low, high, span));
      },
    });
    return this.node(low, (span) => ({ kind: 'expression', expression, span }));
  });

  /** What follows `in`: one test, or several in parentheses. `(a..b)` there is FEEL's open range. */
  protected membershipTests = this.RULE('membershipTests', (): Test[] =>
    this.OR<Test[]>([
      {
        GATE: () => this.LA(1).tokenType === T.LeftParen && this.parenthesisHoldsTests(),
        ALT: () => {
          const tests: Test[] = [];
          this.CONSUME(T.LeftParen);
          this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => tests.push(this.SUBRULE(this.membershipTest)) });
          this.CONSUME(T.RightParen);
          return tests;
        },
      },
      { ALT: () => [this.SUBRULE2(this.membershipTest)] },
    ]),
  );

  private membershipTest = this.RULE('membershipTest', (): Test =>
    this.OR<Test>([
      { GATE: () => this.LA(2).tokenType === T.LeftParen, ALT: () => this.SUBRULE(this.notTests) },
      { ALT: () => this.SUBRULE(this.comparisonTest) },
      { GATE: () => this.dialect === 'policy', ALT: () => this.SUBRULE(this.rangeUpTo) },
      {
        ALT: () => {
          const low = this.SUBRULE(this.arithmetic);
          return this.SUBRULE(this.valueOrRange, { ARGS: [low] });
        },
      },
    ]),
  );

  /** Looks through the parenthesis ahead: a `..` directly inside makes it a range, not a list of tests, which has commas. */
  private parenthesisHoldsTests(): boolean {
    let depth = 0;
    let rangeSeen = false;
    for (let distance = 1; ; distance++) {
      const { tokenType } = this.LA(distance);
      if (tokenType === T.LeftParen || tokenType === T.LeftBracket || tokenType === T.LeftBrace) depth++;
      else if (tokenType === T.RightParen || tokenType === T.RightBracket || tokenType === T.RightBrace) depth--;
      if (tokenType === T.DotDot && depth === 1) rangeSeen = true;
      if (tokenType === T.Comma && depth === 1) return true;
      if (depth === 0 || tokenType.name === 'EOF') return !rangeSeen;
    }
  }
}
