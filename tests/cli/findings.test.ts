import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { ended, workplace } from './plumbline.ts';

/** A part that is in force longer than what it stands in: a warning that anyone can accept. */
const overhanging = (comment: string): string => `policy overhanging_${comment === '' ? 'open' : 'accepted'}
input days : days >= 0
decision late : boolean in force 2023-07-01 ..
  table
    | id | days  || out   | in force      |
${comment}    | R1 | > 90  || true  | 2020-01-01 .. |
    | R2 | <= 90 || false | -             |
`;

const { plumbline, write, start, program, path } = workplace({
  'open/a.policy': overhanging(''),
  'accepted/a.policy': overhanging('    # plumbline: accept period-overhanging because the committee signed it (minutes 2023-06)\n'),
  'unused/a.policy': 'policy a\n# plumbline: accept period-overhanging because nothing\ndecision one : number = 1\n',
  'strict/a.policy': overhanging(''),
  'strict/plumbline.yaml': 'severity:\n  period-overhanging: error\n',
  'quiet/a.policy': overhanging(''),
  'quiet/plumbline.yaml': 'severity:\n  period-overhanging: off\n',
  'wrong/a.policy': overhanging(''),
  'wrong/plumbline.yaml': 'severity:\n  period-overhang: off\n',
});

const checked = 'checked: 1 policy, 1 decision, 0 tests; no errors';

test('what is accepted is not reported, but counted and listed with its reason', async () => {
  expect(await plumbline(['check', 'accepted'])).toEqual({ status: 0, error: '', out: `${checked}, 1 accepted\n` });
  const listed = await plumbline(['check', 'accepted', '--list', 'accepted']);
  expect(listed).toMatchObject({ status: 0, error: '' });
  expect(listed.out).toMatch(/^accepted\/a\.policy:6 {2}period-overhanging {2}in force 2020-01-01 \.\., which .* {2}the committee signed it \(minutes 2023-06\)\n1 accepted\n$/);
  const json: unknown = JSON.parse((await plumbline(['check', 'accepted', '--format', 'json'])).out);
  expect(json).toMatchObject({ accepted: [{ code: 'period-overhanging', line: 7, reason: 'the committee signed it (minutes 2023-06)', accepted_in: { file: 'accepted/a.policy', line: 6 } }], diagnostics: [] });
});

test('an acceptance of nothing is a warning', async () => {
  const { status, error } = await plumbline(['check', 'unused']);
  expect(error).toContain('unused/a.policy:2:1: warning[acceptance-unused]');
  expect(status).toBe(0);
});

test('acceptances survive the formatter and both spellings', async () => {
  const { out } = await plumbline(['convert', 'accepted/a.policy', '--to', 'yaml']);
  write('converted/a.policy.yaml', out);
  expect((await plumbline(['check', 'converted'])).out).toBe(`${checked}, 1 accepted\n`);
  const back = await plumbline(['convert', 'converted/a.policy.yaml', '--to', 'policy']);
  write('back/a.policy', back.out);
  await plumbline(['fmt', 'back']);
  expect((await plumbline(['check', 'back'])).out).toBe(`${checked}, 1 accepted\n`);
});

test('the nearest settings say how grave a finding is, and others can be named', async () => {
  expect(await plumbline(['check', 'open'])).toMatchObject({ status: 0, error: expect.stringContaining('warning[period-overhanging]') as string });
  expect(await plumbline(['check', 'strict'])).toMatchObject({ status: 1, error: expect.stringContaining('error[period-overhanging]') as string });
  expect(await plumbline(['check', 'quiet/a.policy'])).toEqual({ status: 0, error: '', out: `${checked}\n` });
  expect(await plumbline(['check', 'strict', '--config', 'quiet/plumbline.yaml'])).toMatchObject({ status: 0, error: '' });
});

test('mistakes in the settings have a place and a remedy', async () => {
  const { status, error } = await plumbline(['check', 'wrong', '--lang', 'zh']);
  expect(error).toContain('wrong/plumbline.yaml:2:3: 错误[settings-code-unknown] 没有代码为 `period-overhang` 的诊断；是否应为 `period-overhanging`？');
  expect(status).toBe(1);
  expect(await plumbline(['check', 'open', '--config', 'nowhere.yaml'])).toMatchObject({ status: 2, error: expect.stringContaining('file-unreadable') as string });
  expect(await plumbline(['check', 'strict', 'quiet'])).toMatchObject({ status: 1, error: expect.stringContaining('settings-several') as string });
});

test('SARIF, JUnit and GitHub have what is found, and what is accepted, on standard output', async () => {
  const sarif = await plumbline(['check', 'open', 'accepted', '--format', 'sarif', '--lang', 'zh']);
  expect(sarif).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(sarif.out)).toMatchObject({
    version: '2.1.0',
    runs: [{
      tool: { driver: { rules: [{ id: 'period-overhanging', help: { markdown: expect.stringContaining('## Prefer') as string } }] } },
      results: [{ ruleId: 'period-overhanging', suppressions: [{ status: 'accepted' }] }, { ruleId: 'period-overhanging', level: 'warning', message: { text: expect.stringContaining('生效期') as string } }],
    }],
  });
  const junit = await plumbline(['check', 'strict', '--format', 'junit']);
  expect(junit).toMatchObject({ status: 1, error: '', out: expect.stringContaining('failures="1"') as string });
  const github = await plumbline(['check', 'open', '--format', 'github']);
  expect(github).toMatchObject({ status: 0, error: '' });
  expect(github.out).toMatch(/^::warning file=open\/a\.policy,line=6,endLine=6,col=\d+,endColumn=\d+,title=period-overhanging::/);
});

test('policies with a finding that is an error are not served', async () => {
  const { status, error } = await plumbline(['serve', 'strict', '--port', '0']);
  expect(error).toContain('error[period-overhanging]');
  expect(status).toBe(1);
  const served = start('serve', 'strict', '--port', '0', '--config', 'quiet/plumbline.yaml');
  const said = await new Promise<string>((resolve) => served.stdout?.setEncoding('utf8').once('data', resolve));
  served.kill('SIGTERM');
  expect(said).toContain('listening on');
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LC_ALL: 'zh_CN', LANG: 'en_US.UTF-8' }, 'zh'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{}, 'en'],
] as const)('the language is that of the environment: %j is %s', async (environment, language) => {
  const env = { PATH: process.env['PATH'], ...environment };
  const { out } = await ended(spawn(process.execPath, [program(), 'check', 'open', '--format', 'github'], { cwd: path('.'), env }));
  expect(out).toContain(language === 'zh' ? '生效期' : 'in force 2020-01-01 .., which reaches');
});

test('test results as JUnit', async () => {
  write('tested/a.policy', 'policy a\ndecision one : number = 1\ntest "first" as of 2024-01-31\n  expect one = 2\n');
  const { status, error, out } = await plumbline(['test', 'tested', '--format', 'junit']);
  expect({ status, error }).toEqual({ status: 1, error: '' });
  expect(out).toContain('<testsuite name="a" tests="1" failures="1" errors="0" skipped="0">');
  expect(out).toContain('<testcase name="first" classname="a" file="tested/a.policy" line="3">');
});
