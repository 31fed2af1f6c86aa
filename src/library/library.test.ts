import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlainJson, Policy } from '../index.ts';
import { RefusedError, compile, evaluate, evaluateAsync } from '../index.ts';

const text = `policy grading
input loan
  overdue_days : days >= 0
  balance      : money CNY
  note         : text optional
decision late : boolean = loan.overdue_days > 90
decision twice : money CNY = loan.balance * 2
`;

async function grading(): Promise<Policy> {
  const { policies, diagnostics } = await compile({ 'grading.policy': text });
  const policy = policies.get('grading');
  if (policy === undefined) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return policy;
}

const asOf = '2024-01-31';

test('policies from texts, facts as text or as data: the same answer', async () => {
  const policy = await grading();
  const fromText = evaluate(policy, '{"loan": {"overdue_days": 91, "balance": 0.10}}', { asOf });
  expect(fromText).toMatchObject({ outcome: 'decided', decisions: { late: { value: true }, twice: { value: '0.20' } }, receipt: { git: null } });
  expect(evaluate(policy, { loan: { overdue_days: 91, balance: 0.1 } }, { asOf })).toEqual(fromText);
  expect(evaluate(policy, { loan: { overdue_days: 91n, balance: '0.1', note: undefined } }, { asOf })).toEqual(fromText);
});

test('json-rules-engine gives the same answer, later', async () => {
  const policy = await grading();
  const facts = { loan: { overdue_days: 91, balance: '0.1' } };
  expect(await evaluateAsync(policy, facts, { asOf, engine: 'json-rules-engine' })).toEqual(evaluate(policy, facts, { asOf }));
  await expect(evaluateAsync(policy, facts, { asOf, engine: 'json-rules-engine', decisions: ['lat'] })).rejects.toThrow('did you mean `late`?');
  await expect(evaluateAsync(policy, { loan: { balance: 'x' } }, { asOf, engine: 'closures' })).rejects.toThrow(RefusedError);
});

test('a number that JavaScript may have changed is not taken for a fact', async () => {
  const policy = await grading();
  const given = (balance: PlainJson): (() => unknown) => () => evaluate(policy, { loan: { balance } }, { asOf });
  expect(given(2 ** 53)).toThrow(RangeError);
  expect(given(NaN)).toThrow(RangeError);
  expect(given(-Infinity)).toThrow(RangeError);
  expect(given(2n ** 53n)).not.toThrow();
});

test('what does not fit is refused with every problem', async () => {
  const policy = await grading();
  const refused = (facts: string | PlainJson, date = asOf, decisions?: readonly string[]): RefusedError => {
    try {
      evaluate(policy, facts, { asOf: date, ...(decisions === undefined ? {} : { decisions }) });
    } catch (error) {
      if (error instanceof RefusedError) return error;
      throw error;
    }
    throw new Error('it was answered');
  };
  expect(refused({ loan: { overdue_days: null, balance: 'x' }, other: 1 }).problems.map(({ path, code }) => [path, code])).toEqual([
    ['loan.overdue_days', 'fact-null'],
    ['loan.balance', 'fact-wrong-type'],
    ['other', 'unknown-fact'],
  ]);
  expect(refused({ loan: { overdue_days: 0.5 } }).message).toContain('`loan.overdue_days` must be a multiple of 1, but is 0.5');
  expect(refused('{"loan": {').problems).toMatchObject([{ code: 'json-malformed', path: 'loan' }]);
  expect(refused({}, 'today').problems).toMatchObject([{ code: 'request-key-invalid', path: 'as_of' }]);
  expect(refused({}, asOf, ['lat']).message).toContain('did you mean `late`?');
});

test('what is wrong with a policy is told, not thrown', async () => {
  const { policies, diagnostics, trees } = await compile({ 'a.policy': 'policy a\ndecision x : Y = 1\n', 'b.policy': 'policy b\ndecision x : number = 1\n' });
  expect([...policies.keys()]).toEqual(['b']);
  expect(diagnostics).toMatchObject([{ span: { file: { path: 'a.policy' } } }]);
  expect(trees).toHaveLength(2);
});

test('a file that is not there is told too', async () => {
  expect((await compile('no/such.policy')).diagnostics).toMatchObject([{ code: 'file-unreadable' }]);
});

test('policies from files carry the commit they were read from, and one file finds its imports', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-library-'));
  const git = (...command: string[]): string => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@bank.example', '-c', 'commit.gpgsign=false', ...command], { cwd: folder, encoding: 'utf8' }).trim();
  try {
    git('init', '-q');
    writeFileSync(join(folder, 'grading.policy'), text);
    writeFileSync(join(folder, 'above.policy'), 'policy above\nimport grading\ndecision very_late : boolean = grading.loan.overdue_days > 360\n');
    writeFileSync(join(folder, 'broken.policy'), 'policy broken\ndecision x : Y = 1\n');
    git('add', '-A');
    git('commit', '-qm', 'policies');
    const commit = git('rev-parse', 'HEAD');
    const receipt = async (name: string): Promise<unknown> => {
      const { policies, diagnostics } = await compile(join(folder, `${name}.policy`));
      expect(diagnostics).toEqual([]);
      const policy = policies.get(name);
      return policy && evaluate(policy, '{}', { asOf }).receipt;
    };
    expect(await receipt('above')).toMatchObject({ git: { commit, dirty: false }, imports: [{ policy: 'grading' }] });

    writeFileSync(join(folder, 'grading.policy'), `${text}# a comment\n`);
    expect(await receipt('above')).toMatchObject({ git: { commit, dirty: true } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the content hash ignores layout and comments, and nothing else', async () => {
  const hashOf = async (changed: string): Promise<string> => {
    const policy = (await compile({ 'x.policy': changed })).policies.get('grading');
    if (policy === undefined) throw new Error('it has errors');
    return evaluate(policy, '{}', { asOf }).receipt.content_hash;
  };
  const hash = await hashOf(text);
  expect(await hashOf(`# about this policy\n\n${text.replaceAll('  ', '    ').replace(' > 90', '  >  90  # days')}`)).toBe(hash);
  expect(await hashOf(text.replace('> 90', '>= 90'))).not.toBe(hash);
  expect(await hashOf(text.replace('loan\n', 'loan "贷款"\n'))).not.toBe(hash);
});

test('a policy of which a part cannot be read is not among the policies, nor is one that imports it', async () => {
  const { policies, diagnostics } = await compile({
    'a.policy.yaml': 'policy: a\nstatements:\n  - decision: d\n    type: "number"\n    table: { hit: uniqe, inputs: ["1"], outputs: [d], rows: [{ id: R1, "1": "1", d: "1" }] }\n',
    'b.policy': 'policy b\nimport a\ndecision e : number = a.d\n',
    'c.policy': 'policy c\ndecision e : number = 1\n',
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-word-unknown']);
  expect([...policies.keys()]).toEqual(['c']);
});
