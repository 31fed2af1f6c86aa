import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workplace } from '../cli/plumbline.ts';
import { blocksOf } from './blocks.ts';

const page = readFileSync('docs/command.md', 'utf8');
const everywhere = new Set(['--format', '--lang', '--help']);
const sections = new Map(page.split(/^## /m).slice(1).map((section): [string, string] => [/plumbline ([a-z]+)/.exec(section)?.[1] ?? '', section]));
const { plumbline, write } = workplace({});

test('the page tells of every command, and of each of its options', async () => {
  const { out } = await plumbline(['--help']);
  const commands = [...out.matchAll(/^ {2}([a-z]+) .*[<[]/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'help');
  expect([...sections.keys()]).toEqual(commands);
  for (const command of commands) {
    const help = await plumbline([command, '--help']);
    const options = [...help.out.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1] ?? '').filter((option) => !everywhere.has(option));
    const told = [...(sections.get(command) ?? '').matchAll(/^\| `(--[a-z-]+)/gm)].map((match) => match[1]);
    expect([command, told.sort()]).toEqual([command, options.sort()]);
  }
});

test('the summary is the one shown', async () => {
  const { text } = blocksOf('README.md').find(({ language }) => language === 'policy') ?? { text: '' };
  write('overdue.policy', text);
  write('book.csv', 'overdue_days\n0\nmany\n""\n95\n');
  const command = blocksOf('docs/command.md').find(({ language }) => language === 'sh')?.text ?? '';
  const { out } = await plumbline(command.trim().split(' ').slice(2));
  expect(JSON.parse(out)).toMatchObject(jsonShown('summary_version'));
});

test('the coverage is the one shown', async () => {
  const { text } = blocksOf('README.md').find(({ language }) => language === 'policy') ?? { text: '' };
  write('tested/overdue.policy', `${text}\ntest "on time" as of 2024-01-31\n  given overdue_days 0\n  expect floor = normal\n`);
  const { out } = await plumbline(['test', 'tested/overdue.policy', '--coverage', '--format', 'json']);
  expect(JSON.parse(out.replaceAll('tested/', ''))).toMatchObject(jsonShown('coverage_version'));
});

/** The JSON on the page that has this word in it. */
function jsonShown(word: string): object {
  const block = blocksOf('docs/command.md').find(({ language, text }) => language === 'json' && text.includes(word));
  return JSON.parse(block?.text ?? 'null') as object;
}
