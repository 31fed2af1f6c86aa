import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Identifier } from '../../src/read/tree/expression.ts';
import { spanBetween, type SourceFile, type Span } from '../../src/read/tree/span.ts';
import type { Dialect } from '../lexer.ts';
import { namesOfExpected } from '../expected.ts';
import { joinParts, NameScope } from '../name-scope.ts';
import * as T from '../tokens.ts';

/** Where the text being parsed stands: token offsets count from `offset` in `file`. */
export interface Origin {
  readonly file: SourceFile;
  readonly offset: number;
  /**
   * Where the file spells the text with escapes or over several lines (a YAML scalar): the place in the file of each
   * character of the text, and of its end.
   */
  readonly places?: readonly number[] | undefined;
}

/** A stretch of the text being parsed, as a place in its file. */
export function spanIn({ file, offset, places }: Origin, start: number, end: number): Span {
  if (places === undefined) return { file, start: offset + start, end: offset + end };
  const last = places.length - 1;
  return { file, start: places[Math.min(start, last)] ?? offset, end: places[Math.min(end, last)] ?? offset };
}

/**
 * What every layer of the grammar stands on: the text being parsed, places, and names. Names of several words are
 * joined here, by the names in scope.
 */
export abstract class NameGrammar extends EmbeddedActionsParser {
  private origin: Origin = { file: { path: '', text: '' }, offset: 0 };
  protected dialect: Dialect = 'policy';
  protected scope = new NameScope([]);

  constructor() {
    super(T.vocabulary, { recoveryEnabled: false, maxLookahead: 2, nodeLocationTracking: 'none', errorMessageProvider: namesOfExpected });
  }

  /** Sets what the next rule call parses. */
  start(tokens: IToken[], origin: Origin, dialect: Dialect, names: NameScope): void {
    this.origin = origin;
    this.dialect = dialect;
    this.scope = names;
    this.input = tokens;
  }

  /** The place of a token. */
  protected spanOf(token: IToken): Span {
    return spanIn(this.origin, token.startOffset, token.startOffset + token.image.length);
  }

  /** Builds a node that reaches from `first` to the last token consumed. While Chevrotain records the grammar, nothing is built. */
  protected node<N>(first: IToken | { readonly span: Span }, build: (span: Span) => N): N {
    return this.ACTION(() => {
      const from = 'span' in first ? first.span : this.spanOf(first);
      return build(spanBetween(from, this.spanOf(this.LA(0))));
    });
  }

  protected enterScope(): NameScope {
    const outer = this.scope;
    this.scope = new NameScope([], outer);
    return outer;
  }

  /** A name that is used: one token, backquoted, or the parts of a longer name that is in scope. */
  name = this.RULE('name', (): Identifier =>
    this.OR<Identifier>([
      {
        ALT: () => {
          const quoted = this.CONSUME(T.QuotedName);
          return this.node(quoted, (span) => ({ name: quoted.image.slice(1, -1), span }));
        },
      },
      { ALT: () => this.SUBRULE(this.joinedName, { ARGS: [this.scope] }) },
    ]),
  );

  protected joinedName = this.RULE('joinedName', (scope: NameScope): Identifier => {
    let more = this.ACTION(() => scope.partsAhead((distance) => this.LA(distance)) - 1);
    const parts = [this.CONSUME(T.Name)];
    this.MANY({ GATE: () => more-- > 0, DEF: () => parts.push(this.CONSUME(T.NamePart)) });
    return this.node(parts[0] as IToken, (span) => ({ name: joinParts(parts.map(({ image }) => image)), span }));
  });

  /** A name that is declared here. In the strict dialect every part up to what must follow belongs to it. */
  protected bindingName = this.RULE('bindingName', (): Identifier =>
    this.OR<Identifier>([
      {
        ALT: () => {
          const quoted = this.CONSUME(T.QuotedName);
          return this.node(quoted, (span) => ({ name: quoted.image.slice(1, -1), span }));
        },
      },
      {
        ALT: () => {
          const parts = [this.CONSUME(T.Name)];
          this.MANY({
            GATE: () => this.LA(1).tokenType !== T.In && (this.dialect === 'strict' || this.argumentNameFollows(parts)),
            DEF: () => parts.push(this.CONSUME(T.NamePart)),
          });
          return this.node(parts[0] as IToken, (span) => ({ name: joinParts(parts.map(({ image }) => image)), span }));
        },
      },
    ]),
  );

  /** Built-in functions have parameters such as `start position`, which a named call spells out in both dialects. */
  private argumentNameFollows(parts: readonly IToken[]): boolean {
    return parts.length < 3 && isNamePart(this.LA(1).tokenType) && this.LA(1).tokenType !== T.Dot;
  }
}

/** Whether a token can be part of a name of several words. */
export function isNamePart(type: TokenType): boolean {
  return type === T.Name || (type.categoryMatchesMap?.[T.NamePart.tokenTypeIdx ?? -1] ?? false) || (type.CATEGORIES ?? []).includes(T.NamePart);
}
