import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policyKeywords } from '../../grammar/tokens.ts';
import { HIGHLIGHTING_FILE, textMateGrammar } from '../../scripts/highlighting/textmate.ts';
import { compile } from '../../src/index.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import { blocksOf, sourcesOf } from '../docs/blocks.ts';
import { expectGolden } from '../golden/golden-file.ts';
import { highlighter } from './highlighter.ts';
import { differences, kindsByReading, kindsByScopes } from './kinds.ts';

const highlight = await highlighter();
const sample = 'tests/highlighting/sample.policy';
const policies = [sample, ...policiesIn('rules'), ...policiesIn('tests/golden/good')].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
/** Only FEEL in DMN models knows `external`: in a policy it is always a name. */
const words = [...policyKeywords.keys()].filter((word) => word !== 'external');
const examples = ['docs/language.md', 'README.md'].flatMap(examplesIn);

test(`${HIGHLIGHTING_FILE} is what \`npm run highlighting\` writes`, () => {
  expect(readFileSync(HIGHLIGHTING_FILE, 'utf8')).toBe(textMateGrammar());
});

describe('comments, texts, numbers, dates, keywords, names and operators are shown as our own lexer and reader take them', () => {
  test.each([...policies, ...examples])('$path', ({ path, text }) => {
    expect(differencesIn(read(path, text))).toEqual([]);
  });
});

test('every word of the language is shown as one somewhere', () => {
  const shown = policies.flatMap(({ text }) => {
    const kinds = kindsByScopes(text, highlight(text));
    return [...text.matchAll(/[\p{L}_]+/gu)].filter(({ index }) => kinds[index] === 'keyword').map(([word]) => word);
  });
  expect(words.filter((word) => !shown.includes(word))).toEqual([]);
});

test('and as a name where it is one', () => {
  const names = words.filter((word) => policyKeywords.get(word)?.CATEGORIES?.some(({ name }) => name === 'Name') && word !== 'not' && word !== 'missing');
  expect(names.length).toBeGreaterThan(50);
  const fields = names.map((name) => `  ${name} "${name}" : text`);
  const uses = names.map((name) => `decision uses_${name} : text\n  = facts.${name}\n`);
  expect(differencesIn(read('names.policy', ['policy names', 'input facts', ...fields, ...uses].join('\n')))).toEqual([]);
});

describe('a mistake does not spoil the comments and texts after it', () => {
  // A comment that nothing closes is reported where it begins, and what follows is read; editors show that it swallows it.
  const broken = policiesIn('tests/golden/bad').filter((path) => !path.endsWith('/unterminated-comment.policy'));
  test.each(broken)('%s', (path) => {
    const tree = readPolicy({ path, text: readFileSync(path, 'utf8') }, () => undefined);
    expect(differencesIn(tree).filter((difference) => /\b(?:comment|text)\b/.test(difference))).toEqual([]);
  });
});

test('the sample has no mistake', async () => {
  const { diagnostics } = await compile(sample);
  expect(renderAll(diagnostics, { language: 'en', colour: false })).toBe('');
});

test('its scopes are those of the golden file', () => {
  const text = readFileSync(sample, 'utf8');
  const lines = highlight(text).flatMap(({ start, end, scopes }) => (text.slice(start, end).trim() === '' ? [] : [`${text.slice(start, end).trim()}\t${scopes.join(' ')}`]));
  expectGolden('tests/highlighting/sample.scopes', `${lines.join('\n')}\n`);
});

function differencesIn(tree: PolicyTree): readonly string[] {
  const { text } = tree.file;
  return differences(text, kindsByReading(tree), kindsByScopes(text, highlight(text)));
}

function read(path: string, text: string): PolicyTree {
  return readPolicy({ path, text }, (found) => expect.fail(renderAll([found], { language: 'en', colour: false })));
}

function policiesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.policy'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}

/** The policies that a page shows, each with what it is built on. */
function examplesIn(page: string): readonly { readonly path: string; readonly text: string }[] {
  const blocks = blocksOf(page);
  const shown = blocks.filter(({ language, error }) => language === 'policy' && error === undefined);
  return shown.map((block) => ({ path: `${page}:${block.line}`, text: sourcesOf(block, blocks)['block.policy'] ?? '' }));
}
