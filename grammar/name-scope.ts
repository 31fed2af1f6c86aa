import type { IToken } from 'chevrotain';
import { matchName } from './names.ts';
import { LeftParen, NUMBER } from './tokens.ts';

/**
 * Names of several words (`date and time`, and in DMN files any name with spaces or operators), so that the parser can
 * join their parts. The longest name that fits wins. Scopes nest: `for`, functions and contexts add names of their own.
 */
export class NameScope {
  private readonly names: Branch = { branches: new Map() };

  constructor(
    names: Iterable<string>,
    private readonly outer?: KnownNames,
    /** Joins only where a `(` follows: for functions in the policy dialect, whose other names are one word. */
    private readonly calledOnly = false,
  ) {
    for (const name of names) this.add(name);
  }

  /** Adds a name to this scope. Names of one part need no joining and are left out. */
  add(name: string): void {
    const parts = partsOf(name);
    if (parts.length < 2) return;
    let branch = this.names;
    for (const part of parts) {
      const next: Branch = branch.branches.get(part) ?? { branches: new Map() };
      branch.branches.set(part, next);
      branch = next;
    }
    branch.name ??= name;
  }

  /** The longest name known here that the tokens from `ahead(1)` on spell; undefined if none of several parts does. */
  longestAhead(ahead: (distance: number) => IToken): JoinedName | undefined {
    const outer = this.outer?.longestAhead(ahead);
    let found: JoinedName | undefined;
    let branch = this.names.branches.get(ahead(1).image);
    for (let length = 1; branch !== undefined; branch = branch.branches.get(ahead(++length).image)) {
      if (branch.name === undefined) continue;
      if (!this.calledOnly || ahead(length + 1).tokenType === LeftParen) found = { name: branch.name, length };
    }
    return longer(found, outer);
  }
}

/** Names that the parser can ask for. */
export type KnownNames = Pick<NameScope, 'longestAhead'>;

/** The names of both. */
export function both(one: KnownNames, other: KnownNames): KnownNames {
  return { longestAhead: (ahead) => longer(one.longestAhead(ahead), other.longestAhead(ahead)) };
}

/** A name as it was declared, and how many tokens spell it. */
export interface JoinedName {
  readonly name: string;
  readonly length: number;
}

export function longer(one: JoinedName | undefined, other: JoinedName | undefined): JoinedName | undefined {
  return one === undefined || (other !== undefined && other.length > one.length) ? other : one;
}

/** What a text can name: alone, after a dot, and as a type. */
export interface NamesInScope {
  readonly names: NameScope;
  readonly members: NameScope;
  readonly types: NameScope;
}

/** Names by their parts, a tree whose paths spell them. */
interface Branch {
  name?: string;
  readonly branches: Map<string, Branch>;
}

const numberHere = new RegExp(NUMBER, 'y');

/** A name cut as the lexer cuts it: words, numbers and single other characters. */
function partsOf(name: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < name.length; ) {
    numberHere.lastIndex = at;
    const part = matchName(name, at)?.[0] ?? numberHere.exec(name)?.[0] ?? String.fromCodePoint(name.codePointAt(at) ?? 0);
    if (part.trim() !== '') parts.push(part);
    at += part.length;
  }
  return parts;
}

/** A joined name, spelled as FEEL spells it: one space between words, none around operators. */
export function joinParts(parts: readonly string[]): string {
  return parts.join(' ').replace(/ ?([-+*/.']) ?/g, '$1');
}
