import type { IToken } from 'chevrotain';
import { LeftParen } from './tokens.ts';

/**
 * Names of several words (`date and time`, and in DMN files any name with spaces or operators), so that the parser can
 * join their parts. The longest name that fits wins. Scopes nest: `for`, functions and contexts add names of their own.
 */
export class NameScope {
  /** By first word: the names as lists of parts, longest first. */
  private readonly byFirstPart = new Map<string, string[][]>();

  constructor(
    names: Iterable<string>,
    private readonly outer?: NameScope,
    /** Joins only where a `(` follows: for functions in the policy dialect, whose other names are one word. */
    private readonly calledOnly = false,
  ) {
    for (const name of names) this.add(name);
  }

  /** Adds a name to this scope. Names of one part need no joining and are left out. */
  add(name: string): void {
    const parts = partsOf(name);
    const first = parts[0];
    if (first === undefined || parts.length < 2) return;
    const others = this.byFirstPart.get(first) ?? [];
    others.push(parts);
    others.sort((a, b) => b.length - a.length);
    this.byFirstPart.set(first, others);
  }

  /** How many tokens, from the one that `ahead(1)` gives, make up the longest name known here; 1 if none does. */
  partsAhead(ahead: (distance: number) => IToken): number {
    const inner = this.byFirstPart
      .get(ahead(1).image)
      ?.find((parts) => parts.every((part, at) => ahead(at + 1).image === part) && (!this.calledOnly || ahead(parts.length + 1).tokenType === LeftParen));
    return Math.max(inner?.length ?? 1, this.outer?.partsAhead(ahead) ?? 1);
  }
}

/** A name cut as the lexer cuts it: words, numbers and single operator characters. */
function partsOf(name: string): string[] {
  return name.match(/[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*|\p{N}+(?:\.\p{N}+)?|[^\s]/gu) ?? [];
}

/** A joined name, spelled as FEEL spells it: one space between words, none around operators. */
export function joinParts(parts: readonly string[]): string {
  return parts.join(' ').replace(/ ?([-+*/.']) ?/g, '$1');
}
