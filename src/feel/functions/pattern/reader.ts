/** A pattern, read code point by code point. */
export class Reader {
  readonly #characters: readonly string[];
  #index = 0;

  constructor(text: string) {
    this.#characters = Array.from(text);
  }

  /** The next character, undefined at the end. */
  peek(ahead = 0): string | undefined {
    return this.#characters[this.#index + ahead];
  }

  next(): string | undefined {
    const character = this.peek();
    this.#index += 1;
    return character;
  }

  /** Passes over a text if it comes next. */
  skip(text: string): boolean {
    const characters = Array.from(text);
    if (!characters.every((character, ahead) => this.peek(ahead) === character)) return false;
    this.#index += characters.length;
    return true;
  }

  /** Everything up to a character, which is passed over too; undefined if it does not come. */
  upTo(end: string): string | undefined {
    const found = this.#characters.indexOf(end, this.#index);
    if (found < 0) return undefined;
    const text = this.#characters.slice(this.#index, found).join('');
    this.#index = found + 1;
    return text;
  }
}
