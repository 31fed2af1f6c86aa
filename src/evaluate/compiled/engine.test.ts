import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { compute, days, decimal, num, number, read, within } from '../fixtures/expressions.ts';
import { decide, decision, fact, policy, row, table } from '../fixtures/model.ts';

const run = promisify(execFile);

const deciding = `
  import { compile, evaluate } from './src/index.ts';
  const { policies } = await compile({ 'a.policy': 'policy p\\ninput n : number\\ndecision twice : number = n * 2\\n' });
  const answer = evaluate(policies.get('p'), { n: 21 }, { asOf: '2024-01-31' });
  console.log(answer.decisions.twice.value);
`;

async function decideIn(...flags: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return run(process.execPath, [...flags, '--import', 'tsx', '--input-type=module', '--eval', deciding]);
}

test('where a process forbids code generation, closures decide, and a warning says so once', async () => {
  const { stdout, stderr } = await decideIn('--disallow-code-generation-from-strings');
  expect(stdout).toBe('42\n');
  expect(stderr.match(/code-generation-forbidden/g)).toHaveLength(1);
  expect(stderr).toContain('ask for `--engine closures`');
});

test('elsewhere there is no warning', async () => {
  expect(await decideIn()).toEqual({ stdout: '42\n', stderr: '' });
});

test("a policy's texts are values and never code", () => {
  const hostile = '"];process.exit(1);//';
  const from = fact(`loan.${hostile}`, days);
  const d = decision(hostile, number, [table('unique', [read(from)], number, [row(hostile, [within('0', '9')], compute(read(from), '+', num('1')))])]);
  const { decisions } = decide(policy([from, d]), [[from, decimal('7')]], { engine: 'compiled' });
  expect(decisions[hostile]).toMatchObject({ outcome: 'decided', value: '8', rules: [`${hostile}.${hostile}`] });
});

test.each(['__proto__', 'constructor', 'p', 'F', 'k0', 'return'])('%s is an ordinary name of a variable', (name) => {
  const source = { kind: 'list', items: [num('1'), num('2')], type: { kind: 'list', item: number }, span: num('1').span } as const;
  const body = compute({ kind: 'variable', name, type: number, span: num('1').span }, '*', num('10'));
  const d = decision('d', { kind: 'list', item: number }, { kind: 'for', iterators: [{ variable: name, source, to: undefined }], result: body, type: source.type, span: source.span });
  expect(decide(policy([d]), [], { engine: 'compiled' }).decisions['d']).toMatchObject({ value: ['10', '20'] });
});
