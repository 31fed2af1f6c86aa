import { tokenMatcher, type IToken } from 'chevrotain';
import type { Identifier } from '../../src/read/tree/expression.ts';
import type { BasisTree, CitationTree, Period, Text } from '../../src/read/tree/statement.ts';
import type { Span } from '../../src/read/tree/span.ts';
import { CellGrammar } from '../feel/cell-grammar.ts';
import { unescapeString } from '../strings.ts';
import * as T from '../tokens.ts';

const W = T.policyWords;

/** One annotation, as a clause or the tail of a head. */
export type AnnotationTree =
  | { readonly kind: 'in force'; readonly period: Period; readonly span: Span }
  | { readonly kind: 'cites'; readonly citations: readonly CitationTree[]; readonly span: Span }
  | { readonly kind: 'basis'; readonly basis: BasisTree; readonly span: Span }
  | { readonly kind: 'note'; readonly text: Text; readonly span: Span };

/** Labels, citations, periods and the other things that any statement can carry. */
export abstract class AnnotationGrammar extends CellGrammar {
  protected textLiteral = this.RULE('textLiteral', (): Text => {
    const token = this.CONSUME(T.StringLiteral);
    return this.node(token, (span) => ({ text: unescapeString(token.image), span }));
  });

  /** `a.b.c`. */
  qualifiedName = this.RULE('qualifiedName', (): Identifier[] => {
    const parts: Identifier[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Dot, DEF: () => parts.push(this.SUBRULE(this.name)) });
    return parts;
  });

  date = this.RULE('date', (): Text => {
    const token = this.CONSUME(T.DateLiteral);
    return this.node(token, (span) => ({ text: token.image, span }));
  });

  /** `2024-01-01 .. 2024-12-31`, either end perhaps left out. */
  period = this.RULE('period', (): Period => {
    const first = this.LA(1);
    let from: Text | undefined;
    let to: Text | undefined;
    this.OR([
      {
        ALT: () => {
          from = this.SUBRULE(this.date);
          this.CONSUME(T.DotDot);
          this.OPTION(() => {
            to = this.SUBRULE2(this.date);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME2(T.DotDot);
          to = this.SUBRULE3(this.date);
        },
      },
    ]);
    return this.node(first, (span) => ({ from, to, span }));
  });

  /** `Measures2023 art 10(3), Renewal2024 items 3..5`. */
  citations = this.RULE('citations', (): CitationTree[] => {
    const all: CitationTree[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => all.push(this.SUBRULE(this.citation)) });
    return all;
  });

  private citation = this.RULE('citation', (): CitationTree => {
    const first = this.LA(1);
    const source = this.SUBRULE(this.qualifiedName);
    let unit: IToken | undefined;
    let from: string | undefined;
    let to: string | undefined;
    this.OPTION({
      // A word without a number is the next annotation: `cites Renewal2024 note "…"`.
      GATE: () => tokenMatcher(this.LA(2), T.NumberLiteral),
      DEF: () => {
        unit = this.CONSUME(T.Name);
        from = this.SUBRULE(this.articleNumber);
        this.OPTION2(() => {
          this.CONSUME(T.DotDot);
          to = this.SUBRULE2(this.articleNumber);
        });
      },
    });
    return this.node(first, (span) => ({ source, unit: unit?.image, from, to, span }));
  });

  /** `10`, `20-1` (an article inserted later), `10(3)` (its paragraph). */
  protected articleNumber = this.RULE('articleNumber', (): string => {
    const parts = [this.CONSUME(T.NumberLiteral).image];
    this.OPTION(() => {
      this.CONSUME(T.Minus);
      parts.push('-', this.CONSUME2(T.NumberLiteral).image);
    });
    this.MANY(() => {
      this.CONSUME(T.LeftParen);
      parts.push('(', this.CONSUME3(T.NumberLiteral).image, ')');
      this.CONSUME(T.RightParen);
    });
    return parts.join('');
  });

  basis = this.RULE('basisWord', (): BasisTree => {
    const word = this.OR([
      { ALT: () => this.CONSUME(W.law) },
      { ALT: () => this.CONSUME(W.bank_choice) },
      { ALT: () => this.CONSUME(W.unconfirmed) },
    ]);
    return this.node(word, (span) => ({ basis: word.image as BasisTree['basis'], span }));
  });

  annotation = this.RULE('annotation', (): AnnotationTree =>
    this.OR<AnnotationTree>([
      {
        ALT: () => {
          const first = this.CONSUME(T.In);
          this.CONSUME(W.force);
          const period = this.SUBRULE(this.period);
          return this.node(first, (span) => ({ kind: 'in force', period, span }));
        },
      },
      {
        ALT: () => {
          const first = this.CONSUME(W.cites);
          const citations = this.SUBRULE(this.citations);
          return this.node(first, (span) => ({ kind: 'cites', citations, span }));
        },
      },
      {
        ALT: () => {
          const first = this.CONSUME(W.basis);
          const basis = this.SUBRULE(this.basis);
          return this.node(first, (span) => ({ kind: 'basis', basis, span }));
        },
      },
      {
        ALT: () => {
          const first = this.CONSUME(W.note);
          const text = this.SUBRULE(this.textLiteral);
          return this.node(first, (span) => ({ kind: 'note', text, span }));
        },
      },
    ]),
  );

  protected annotationTail = this.RULE('annotationTail', (): AnnotationTree[] => {
    const all: AnnotationTree[] = [];
    this.MANY(() => {
      all.push(this.SUBRULE(this.annotation));
    });
    return all;
  });

  protected label = this.RULE('label', (): Text | undefined => this.OPTION(() => this.SUBRULE(this.textLiteral)));
}
