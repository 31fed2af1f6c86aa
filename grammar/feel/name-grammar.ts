import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Identifier } from '../../src/read/tree/expression.ts';
import { spanBetween, type SourceFile, type Span } from '../../src/read/tree/span.ts';
import type { Dialect } from '../lexer.ts';
import { namesOfExpected } from '../expected.ts';
import { joinParts, longer, NameScope, type NamesInScope } from '../name-scope.ts';
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
  /** Names that can stand after a dot, and inside a filter by themselves. */
  protected members = new NameScope([]);
  protected types = new NameScope([]);
  private filtersOpen = 0;

  constructor() {
    super(T.vocabulary, { recoveryEnabled: false, maxLookahead: 2, nodeLocationTracking: 'none', errorMessageProvider: namesOfExpected });
  }

  /** Sets what the next rule call parses. */
  start(tokens: IToken[], origin: Origin, dialect: Dialect, inScope: NamesInScope): void {
    this.origin = origin;
    this.dialect = dialect;
    this.scope = inScope.names;
    // Keys of contexts in this text are added.
    this.members = new NameScope([], inScope.members);
    this.types = inScope.types;
    this.filtersOpen = 0;
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
      { ALT: () => this.SUBRULE(this.quotedName) },
      { ALT: () => this.SUBRULE(this.joinedName, { ARGS: [this.filtersOpen > 0 ? [this.scope, this.members] : [this.scope]] }) },
    ]),
  );

  /** A name after a dot. */
  protected memberName = this.RULE('memberName', (): Identifier =>
    this.OR<Identifier>([
      { ALT: () => this.SUBRULE(this.quotedName) },
      { ALT: () => this.SUBRULE(this.joinedName, { ARGS: [[this.members]] }) },
    ]),
  );

  protected quotedName = this.RULE('quotedName', (): Identifier => {
    const quoted = this.CONSUME(T.QuotedName);
    return this.node(quoted, (span) => ({ name: quoted.image.slice(1, -1), span }));
  });

  /**
   * In the strict dialect words that follow one another can only be one name, known or not: that it is unknown is said of
   * all of it.
   */
  protected joinedName = this.RULE('joinedName', (scopes: readonly NameScope[]): Identifier => {
    const known = this.ACTION(() =>
      scopes.map((scope) => scope.longestAhead((distance) => this.LA(distance))).reduce(longer, undefined),
    );
    const first = this.CONSUME(T.Name);
    let more = (known?.length ?? 1) - 1;
    let name = known?.name ?? first.image;
    this.MANY({
      GATE: () => more > 0 || (this.dialect === 'strict' && this.wordFollows()),
      DEF: () => {
        const part = this.CONSUME(T.NamePart);
        if (more-- <= 0) name += ` ${part.image}`;
      },
    });
    return this.node(first, (span) => ({ name, span }));
  });

  private wordFollows(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType === T.Instance) return this.LA(2).tokenType !== T.Of;
    return tokenType === T.Name || tokenType === T.NumberLiteral || (tokenType.CATEGORIES ?? []).includes(T.Name);
  }

  /** Reads the condition of a filter, where members of the filtered elements can be named by themselves. */
  protected insideFilter<N>(read: () => N): N {
    this.filtersOpen++;
    const condition = read();
    this.filtersOpen--;
    return condition;
  }

  /**
   * A name that is declared here, up to what must follow it. In the strict dialect every part before that belongs to it,
   * keywords too.
   */
  protected bindingName = this.RULE('bindingName', (follower: TokenType): Identifier =>
    this.OR<Identifier>([
      { ALT: () => this.SUBRULE(this.quotedName) },
      {
        ALT: () => {
          const parts = [this.CONSUME(T.Name)];
          this.MANY({
            GATE: () => this.LA(1).tokenType !== follower && (this.dialect === 'strict' || this.argumentNameFollows(parts)),
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
