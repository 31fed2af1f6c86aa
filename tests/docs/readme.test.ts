import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile, evaluate, type Policy } from '../../src/index.ts';
import { createService } from '../../src/service/service.ts';
import { workplace } from '../cli/plumbline.ts';
import { blocksOf } from './blocks.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = blocksOf('README.md');
const { plumbline, write } = workplace({});

test('the policy in ten lines is one, and has no mistake', async () => {
  expect(textOf('policy').trim().split('\n')).toHaveLength(10);
  expect((await compile({ 'overdue.policy': textOf('policy') })).diagnostics).toEqual([]);
});

test('the request gets the answer shown', async () => {
  const [, path = '', body = ''] = /curl -s http:\/\/127\.0\.0\.1:8080(\S+)[^]*-d '([^']+)'/.exec(commandsOf()) ?? [];
  const policies = new Map([['overdue', await policy()]]);
  const service = createService({ policies: () => policies, onInternalError: fail });
  const response = await service.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/json' }, payload: body });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject(JSON.parse(textOf('json')) as object);
});

test('the library answers as its example says', async () => {
  const { decisions } = evaluate(await policy(), { overdue_days: 95 }, { asOf: '2024-01-31' });
  expect(textOf('ts')).toContain("evaluate(policy, { overdue_days: 95 }, { asOf: '2024-01-31' })");
  expect(decisions['floor']?.value).toBe('substandard');
});

test('the commands shown are those that there are', async () => {
  const { out } = await plumbline(['--help']);
  const known = [...out.matchAll(/^ {2}([a-z]+) .*[<[]/gm)].map((match) => match[1]).filter((name) => name !== 'help');
  const shown = [...readme.matchAll(/^\| `plumbline ([a-z]+)/gm)].map((match) => match[1]);
  expect(shown).toEqual(known);
});

test('the command decides as its example says', async () => {
  const [, given = '', options = ''] = /^echo '([^']+)' \| npx plumbline (.+)$/m.exec(commandsOf()) ?? [];
  write('overdue.policy', textOf('policy'));
  const { status, out } = await plumbline(options.split(' '), given);
  expect([status, out]).toEqual([0, expect.stringContaining('substandard')]);
});

test('every address shown answers', async () => {
  const policies = new Map([['overdue', await policy()]]);
  const service = createService({ policies: () => policies, onInternalError: fail });
  const addresses = [...readme.matchAll(/^\| `GET (.+?)` \|/gm)].flatMap((match) => (match[1] ?? '').split('`, `'));
  const answers = await Promise.all(addresses.map(async (address) => (await service.inject(address.replace('{policy}', 'overdue'))).statusCode));
  expect(addresses.length).toBeGreaterThan(4);
  expect(answers).toEqual(addresses.map(() => 200));
});

function textOf(language: string): string {
  const block = blocks.find((each) => each.language === language);
  if (block === undefined) throw new Error(`README.md shows no ${language}`);
  return block.text;
}

function commandsOf(): string {
  return blocks
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text)
    .join('\n');
}

async function policy(): Promise<Policy> {
  const found = (await compile({ 'overdue.policy': textOf('policy') })).policies.get('overdue');
  if (found === undefined) throw new Error('the policy does not compile');
  return found;
}

function fail(error: unknown): void {
  throw error;
}
