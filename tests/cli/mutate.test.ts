import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const late = `policy late
input days_past_due : days >= 0
decision late : boolean = days_past_due > 30
test "31 days" as of 2024-01-31
  given days_past_due 31
  expect late = true
`;

const both = `${late}test "30 days" as of 2024-01-31
  given days_past_due 30
  expect late = false
`;

const { plumbline, write, path } = workplace({ 'late.policy': late });

interface Told {
  readonly mutation: { readonly score: number; readonly counts: Readonly<Record<string, number>>; readonly mutants: readonly { readonly after: readonly string[]; readonly fate: string; readonly example?: string }[] };
}

async function told(): Promise<{ readonly status: number | null; readonly mutation: Told['mutation'] }> {
  const { status, out } = await plumbline(['test', path('late.policy'), '--mutate', '--format', 'json']);
  return { status, mutation: (JSON.parse(out) as Told).mutation };
}

test('a mutant that no test sees is shown with its line and a test that kills it', async () => {
  write('late.policy', late);
  const { status, out } = await plumbline(['test', path('late.policy'), '--mutate', '--lang', 'en']);
  expect(status).toBe(1);
  expect(out).toContain('    - decision late : boolean = days_past_due > 30\n    + decision late : boolean = days_past_due > 29\n');
  expect(out).toContain('    test "late: 30, not 29" as of');
  expect(out).toContain('2 mutants: 1 killed by tests, 0 found by check (0 of them by analysis), 0 equivalent, 0 undecided, 1 survived; score 50 %\n');
});

test('the test shown, once it is confirmed, kills its mutant', async () => {
  write('late.policy', late);
  const { mutation } = await told();
  const [survivor] = mutation.mutants.filter(({ fate }) => fate === 'survived');
  write('late.policy', late + (survivor?.example ?? '').replace('  unconfirmed\n', ''));
  const { status, mutation: after } = await told();
  expect(after.counts).toMatchObject({ killed: 2, survived: 0 });
  expect(status).toBe(0);
});

test('an unconfirmed test kills nothing', async () => {
  write('late.policy', both.replace('"30 days" as of 2024-01-31\n', '"30 days" as of 2024-01-31\n  unconfirmed\n'));
  expect((await told()).mutation.counts).toMatchObject({ killed: 1, survived: 1 });
});

test('the same seed gives the same mutants', async () => {
  const some = async (seed: string): Promise<string> => (await plumbline(['test', 'rules/lending-authority', '--mutate', '--mutants', '5', '--seed', seed, '--format', 'json'])).out;
  expect(await some('3')).toBe(await some('3'));
  expect(await some('3')).not.toBe(await some('4'));
});

test('how many is a whole number', async () => {
  expect((await plumbline(['test', path('late.policy'), '--mutate', '--mutants', 'many'])).status).toBe(2);
});
