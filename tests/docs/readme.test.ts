import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, evaluate, type Policy } from '../../src/index.ts';
import { createService } from '../../src/service/service.ts';
import { workplace } from '../cli/plumbline.ts';
import { blocksOf, type Block } from './blocks.ts';

const english = readPage('README.md');
const chinese = readPage('README.zh.md');
const { plumbline, write } = workplace({});

describe.each([english, chinese])('$path', (page) => {
  test('the policy in ten lines is one, and has no mistake', async () => {
    expect(page.textOf('policy').trim().split('\n')).toHaveLength(10);
    expect((await compile({ 'overdue.policy': page.textOf('policy') })).diagnostics).toEqual([]);
  });

  test('the request gets the answer shown', async () => {
    const [, path = '', body = ''] = /curl -s http:\/\/127\.0\.0\.1:8080(\S+)[^]*-d '([^']+)'/.exec(page.commands) ?? [];
    const policies = new Map([['overdue', await policyOf(page)]]);
    const service = createService({ policies: () => policies, onInternalError: fail });
    const response = await service.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/json' }, payload: body });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject(JSON.parse(page.textOf('json')) as object);
  });

  test('the library answers as its example says', async () => {
    const { decisions } = evaluate(await policyOf(page), { overdue_days: 95 }, { asOf: '2024-01-31' });
    expect(page.textOf('ts')).toContain("evaluate(policy, { overdue_days: 95 }, { asOf: '2024-01-31' })");
    expect(decisions['floor']?.value).toBe('substandard');
  });

  test('the commands shown are those that there are', async () => {
    const { out } = await plumbline(['--help']);
    const known = [...out.matchAll(/^ {2}([a-z]+) .*[<[]/gm)].map((match) => match[1]).filter((name) => name !== 'help');
    const shown = [...page.text.matchAll(/^\| `plumbline ([a-z]+)/gm)].map((match) => match[1]);
    expect(shown).toEqual(known);
  });

  test('the command decides as its example says', async () => {
    const [, given = '', options = ''] = /^echo '([^']+)' \| npx plumbline (.+)$/m.exec(page.commands) ?? [];
    write('overdue.policy', page.textOf('policy'));
    const { status, out } = await plumbline(options.split(' '), given);
    expect([status, out]).toEqual([0, expect.stringContaining('substandard')]);
  });

  test('every address shown answers', async () => {
    const policies = new Map([['overdue', await policyOf(page)]]);
    const service = createService({ policies: () => policies, onInternalError: fail });
    const addresses = [...page.text.matchAll(/^\| `GET (.+?)` \|/gm)].flatMap((match) => (match[1] ?? '').split(/`[,、]\s*`/));
    const answers = await Promise.all(addresses.map(async (address) => (await service.inject(address.replace('{policy}', 'overdue'))).statusCode));
    expect(addresses.length).toBeGreaterThan(4);
    expect(answers).toEqual(addresses.map(() => 200));
  });
});

describe('the two languages', () => {
  test('have the same sections', () => {
    expect(sectionsOf(chinese)).toEqual(sectionsOf(english));
  });

  test('show the same code, but for its comments', () => {
    const code = ({ blocks }: Page): readonly string[] => blocks.map(({ language, text }) => `${language}\n${text.replace(/ +# .*$/gm, '')}`);
    expect(code(chinese)).toEqual(code(english));
  });

  test('list the same commands and requests', () => {
    expect(namedInTables(chinese)).toEqual(namedInTables(english));
  });

  test('link to the same pages, and to each other', () => {
    const links = ({ text }: Page): readonly string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links(english)).toContain(chinese.path);
    expect(links(chinese)).toContain(english.path);
    expect(links(chinese).filter((link) => link !== english.path).sort()).toEqual(links(english).filter((link) => link !== chinese.path).sort());
  });
});

interface Page {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The text of the page's first block in a language. */
  readonly textOf: (language: string) => string;
  /** What is to be typed into a shell. */
  readonly commands: string;
}

function readPage(path: string): Page {
  const blocks = blocksOf(path);
  const textOf = (wanted: string): string => {
    const block = blocks.find(({ language }) => language === wanted);
    if (block === undefined) throw new Error(`${path} shows no ${wanted}`);
    return block.text;
  };
  const shell = blocks.filter(({ language }) => language === 'sh');
  return { path, text: readFileSync(path, 'utf8'), blocks, textOf, commands: shell.map(({ text }) => text).join('\n') };
}

/** The levels of the headings, with how many paragraphs, lists and tables stand below each. */
function sectionsOf({ text }: Page): readonly string[] {
  const prose = text.replace(/^```[^]*?^```/gm, 'code');
  return prose.split(/^(?=#+ )/m).map((section) => `${/^#+/.exec(section)?.[0]} ${section.trim().split(/\n{2,}/).length}`);
}

/** What stands in code in the first columns of tables. */
function namedInTables({ text }: Page): readonly string[] {
  return [...text.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

async function policyOf(page: Page): Promise<Policy> {
  const found = (await compile({ 'overdue.policy': page.textOf('policy') })).policies.get('overdue');
  if (found === undefined) throw new Error('the policy does not compile');
  return found;
}

function fail(error: unknown): void {
  throw error;
}
