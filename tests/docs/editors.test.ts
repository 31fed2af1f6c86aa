import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../editors/vscode/package.json' with { type: 'json' };
import configuration from '../../editors/vscode/language-configuration.json' with { type: 'json' };
import highlighting from '../../grammar/highlighting/policy.tmLanguage.json' with { type: 'json' };
import { scanLines } from '../../src/read/text/line-scanner.ts';
import { blocksOf } from './blocks.ts';

describe('the extension for Visual Studio Code', () => {
  const { languages, grammars, yamlValidation, jsonValidation } = manifest.contributes;

  test('names files that exist', () => {
    const paths = [...languages.map(({ configuration: path }) => path), ...grammars.map(({ path }) => path), ...[...yamlValidation, ...jsonValidation].map(({ url }) => url)];
    expect(paths.filter((path) => !existsSync(join('editors/vscode', path)))).toEqual([]);
    expect(paths).toHaveLength(5);
  });

  test('gives its language the grammar, by its scope', () => {
    expect(grammars.map(({ language, scopeName }) => [language, scopeName])).toEqual([[languages[0]?.id, highlighting.scopeName]]);
  });

  test('knows comments and brackets as our own reader does', () => {
    const { lineComment, blockComment: [opens = '', closes = ''] } = configuration.comments;
    const { comments } = scanLines({ path: 'comments.policy', text: `${opens} a ${closes}\n${lineComment} b\n` });
    expect(comments.map(({ text }) => text)).toEqual(['a', 'b']);
    const pairs = configuration.brackets.map((pair) => scanLines({ path: 'brackets.policy', text: pair.join('') }).lines[0]?.brackets.map(({ opens: isOpening }) => isOpening));
    expect(pairs).toEqual(pairs.map(() => [true, false]));
  });

  test('takes a Chinese name for one word, and indents below what has clauses', () => {
    const { pattern, flags } = configuration.wordPattern;
    expect('逾期天数 >= 30'.match(new RegExp(pattern, flags))?.[0]).toBe('逾期天数');
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    expect(['input loan "贷款"', 'type T = record', '  table unique', 'decision d : boolean', 'input days : count', '  = 1'].map((line) => increase.test(line))).toEqual([true, true, true, true, false, false]);
  });
});

describe('git, with the settings that the page gives', () => {
  const [settings = ''] = blocksOf('docs/editors.md').filter(({ language }) => language === 'sh').map(({ text }) => text);
  const before = readFileSync('tests/golden/good/design-sample.policy', 'utf8');
  let folder = '';
  const alone = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...given: readonly string[]): string => execFileSync('git', given, { cwd: folder, env: alone, encoding: 'utf8', stdio: 'pipe' });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-git-'));
    git('init', '--quiet');
    copyFileSync('.gitattributes', join(folder, '.gitattributes'));
    writeFileSync(join(folder, 'sample.policy'), before);
    git('add', 'sample.policy');
    execFileSync('sh', ['-c', settings], { cwd: folder });
    writeFileSync(join(folder, 'sample.policy'), before.replace('| 91..270 ', '| 91..180 ').replaceAll('\n', '\r\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a hunk is headed by the statement that it changes, and line ends do not count', () => {
    const hunks = git('diff', '-U0').split('\n').filter((line) => line.startsWith('@@'));
    expect(hunks).toEqual([expect.stringMatching(/^@@ -\d+ \+\d+ @@ decision overdue_floor /)]);
  });

  test('a changed cell is shown as one', () => {
    const [changed] = git('diff', '--word-diff').split('\n').filter((line) => line.includes('[-'));
    expect(changed).toContain('[-91..270-]{+91..180+}');
    expect(changed?.match(/\[-|\{\+/g)).toHaveLength(2);
  });

  test('GitHub is told the languages, and what is generated', () => {
    const attribute = (name: string, path: string): string => git('check-attr', name, '--', path).trim().split(': ').at(-1) ?? '';
    expect(attribute('linguist-language', 'rules/a.policy')).toBe('Open-Policy-Agent');
    expect(attribute('linguist-language', 'rules/a.policy.yaml')).toBe('YAML');
    expect(['grammar/railroad/index.html', 'grammar/highlighting/policy.tmLanguage.json', 'grammar/tokens.ts'].map((path) => attribute('linguist-generated', path))).toEqual(['set', 'set', 'unspecified']);
  });
});
