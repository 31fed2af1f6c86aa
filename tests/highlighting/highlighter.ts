import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// Both are CommonJS without named exports that Node's loader can see.
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { HIGHLIGHTING_FILE } from '../../scripts/highlighting/textmate.ts';

/** A stretch of a text with one colour: offsets, and scopes from the outermost inwards without the language's own. */
export interface Highlighted {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Highlights a policy as editors do, with the grammar file that they load. */
export async function highlighter(): Promise<(text: string) => readonly Highlighted[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(HIGHLIGHTING_FILE, 'utf8'), HIGHLIGHTING_FILE)),
  });
  const grammar = await registry.loadGrammar('source.policy');
  if (grammar === null) throw new Error(`${HIGHLIGHTING_FILE} is no grammar`);
  return (text) => {
    const found: Highlighted[] = [];
    let state = textmate.INITIAL;
    let offset = 0;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      const start = offset;
      found.push(...tokens.map(({ startIndex, endIndex, scopes }) => ({ start: start + startIndex, end: start + Math.min(endIndex, line.length), scopes: scopes.slice(1) })));
      state = ruleStack;
      offset += line.length + 1;
    }
    return found;
  };
}
