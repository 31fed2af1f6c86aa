import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';
import { tracefile } from './tracefile.ts';

const lending = `policy lending "授信 <Lending> & more"
  in force 2024-01-01 ..

type Class = one of normal, special_mention, loss
  ordered, worst last

input loan
  days "逾期天数"  : days >= 0
  technical        : boolean
  share            : percent 0%..100%
  note             : text optional

parameter limit(class : Class) : percent
  | id | class              | in force                 || limit |
  |----|--------------------|--------------------------||-------|
  | L1 | normal             | 2024-01-01 .. 2024-12-31 || 50%   |
  | L1 | normal             | 2025-01-01 ..            || 60%   |
  | L2 | >= special_mention | 2024-01-01 ..            || 10%   |

decision class : Class
  table unique
    | id | loan.days | loan.technical || class           |
    |----|-----------|----------------||-----------------|
    | C1 | 0         | -              || normal          |
    | C2 | 1..90     | true           || normal          |
    | C3 | 1..90     | false          || special_mention |
    | C4 | > 90      | -              || loss            |

  exception explained to C3 "<b>"
    when loan.note != missing
    then normal

decision within_limit : boolean
  = loan.share <= limit(class)

decision mark : text
  = if loan.share > 75% then "high" else "low"

trigger watch
  when class = loss
  emit watch

test "one day" as of 2024-06-30
  given loan { days: 1, technical: false, share: 10% }
  expect class = special_mention by class.C3
  expect within_limit = true by limit.L2
  expect watch silent

test "normal" as of 2025-01-01
  given loan { days: 0, technical: true, share: 50% }
  expect within_limit = true by limit.L1

test "nobody has looked at it" as of 2024-06-30
  unconfirmed
  given loan { days: 91, technical: true, share: 75% }
  expect class = loss
  expect mark = "low"
`;

const { plumbline, write, path } = workplace({ 'lending.policy': lending });

test('as a table, with all that is not covered; unconfirmed tests do not count', async () => {
  const { status, out, error } = await plumbline(['test', 'lending.policy', '--coverage']);
  expect([status, error]).toEqual([0, '']);
  expect(out).toBe(`lending  lending.policy
  ✓ one day
  ✓ normal
  ? nobody has looked at it  unconfirmed
2 passed, 0 failed, 1 unconfirmed

  coverage  rows  boundaries  exceptions  triggers
  lending   4/7   8/18        1/2         1/2
    limit   2/3   3/4         -           -
    class   2/4   4/8         1/2         -
    mark    -     0/2         -           -
    watch   -     1/2         -           1/2

not covered
  lending.policy:1  lending: 2024-01-01, its first day
  lending.policy:1  lending: 2023-12-31, the day before its first
  lending.policy:16  limit: row L1
  lending.policy:16  limit: row L1 on 2024-12-31, its last day
  lending.policy:25  class: row C2
  lending.policy:25  class: loan.days = 90
  lending.policy:25  class: loan.technical = true
  lending.policy:27  class: row C4
  lending.policy:27  class: loan.days = 91
  lending.policy:29  class: exception explained acts
  lending.policy:30  class: loan.note != missing
  lending.policy:37  mark: loan.share = 75%
  lending.policy:37  mark: loan.share > 75%
  lending.policy:39  watch: fires
  lending.policy:40  watch: class = loss

covered 48.2 %: 14 of 29
`);
});

test('what a function is given in each turn of a loop', async () => {
  write('loops.policy', `policy loops

input steps : list of count

function few(numbers : list of count) : boolean
  = count(numbers) <= 2

function next(known : list of count, steps : list of count) : list of count
  = if few(steps[item > count(known)]) then append(known, count(steps)) else known

function rounds(first : list of count, steps : list of count) : list of list of count
  = for round in 0..count(steps) return if round > 0 then next(partial[-1], steps) else first

decision reached : list of count
  = rounds([0], steps)[-1]

test "one round" as of 2024-06-30
  given steps [2]
  expect reached = [0, 1]
`);
  const { status, out, error } = await plumbline(['test', 'loops.policy', '--coverage']);
  expect([status, error]).toEqual([0, '']);
  expect(out).toContain('rounds  -     2/2');
  expect(out).toContain('few: count(numbers) = 3');
});

test('less than is asked for is status 1, enough is not', async () => {
  expect((await plumbline(['test', 'lending.policy', '--coverage-min', '48'])).status).toBe(0);
  const { status, out } = await plumbline(['test', 'lending.policy', '--coverage-min', '48.3']);
  expect(status).toBe(1);
  expect(out).toContain('less than the 48.3 % asked for');
  expect((await plumbline(['test', 'lending.policy', '--coverage-min', 'all'])).status).toBe(2);
});

test('a policy with nothing to cover is covered, one with errors is not measured', async () => {
  write('empty.policy', 'policy empty\n');
  expect((await plumbline(['test', 'empty.policy', '--coverage-min', '100'])).out).toContain('nothing to cover');
  write('broken.policy', 'policy broken\ndecision x : Y = 1\n');
  expect((await plumbline(['test', 'broken.policy', '--coverage-min', '100'])).status).toBe(1);
});

test('a policy that is only imported is not measured, and its tests need not be at hand', async () => {
  write('set/shared.policy', 'policy shared\ninput x : boolean\ndecision used : boolean = x\ntrigger t\n  when x\n  emit e\n');
  write('set/own.policy', 'policy own\nimport shared\ntrigger u\n  when shared.used\n  emit f\n');
  expect((await plumbline(['test', 'set/own.policy', '--coverage'])).out).toContain('covered 0 %: 0 of 2');
  expect((await plumbline(['test', 'set', '--coverage'])).out).toContain('covered 0 %: 0 of 4');
});

test('as JSON: counts of all, of policies and of parts, and each goal', async () => {
  const { out } = await plumbline(['test', 'lending.policy', '--coverage', '--format', 'json']);
  const { coverage } = JSON.parse(out) as { readonly coverage: { readonly policies: readonly { readonly goals: readonly object[] }[] } };
  expect(coverage).toMatchObject({
    coverage_version: 1,
    percent: 48.2,
    rows: { covered: 4, total: 7 },
    boundaries: { covered: 8, total: 18 },
    exceptions: { covered: 1, total: 2 },
    triggers: { covered: 1, total: 2 },
    impossible: 0,
    policies: [
      {
        policy: 'lending',
        file: 'lending.policy',
        parts: [{ name: 'lending', kind: 'policy' }, { name: 'limit', kind: 'parameter' }, { name: 'class', kind: 'decision', rows: { covered: 2, total: 4 } }, { name: 'mark' }, { name: 'watch', kind: 'trigger' }],
      },
    ],
  });
  expect(coverage.policies[0]?.goals).toHaveLength(29);
  expect(coverage.policies[0]?.goals).toContainEqual({ kind: 'row', of: 'limit', what: 'row L2', line: 18, column: 3, tests: 1 });
  expect(coverage.policies[0]?.goals).toContainEqual({ kind: 'boundary', of: 'class', what: 'loan.days = 91', line: 27, column: 12, tests: 0 });
});

test('as LCOV: rows are lines, what has two sides is branches', async () => {
  await plumbline(['test', 'lending.policy', '--coverage-out', 'report']);
  const [record, ...others] = tracefile(readFileSync(path('report/lcov.info'), 'utf8'));
  expect(others).toEqual([]);
  expect(record?.file).toBe('lending.policy');
  expect(record?.lines).toEqual(new Map([[1, 0], [16, 0], [17, 1], [18, 1], [24, 1], [25, 0], [26, 1], [27, 0], [29, 1], [30, 1], [37, 0], [39, 1], [40, 1]]));
  expect(record?.branches.get(30)).toEqual([1, 0]);
  expect(record?.branches.get(25)).toEqual(['-', '-', '-']);
});

test('as pages that need nothing from elsewhere, in both languages', async () => {
  for (const [language, heading, uncovered] of [['en', 'What the tests cover', 'row C2: 0×'], ['zh', '测试覆盖情况', '行 C2: 0×']] as const) {
    await plumbline(['test', 'lending.policy', '--coverage-out', language, '--lang', language]);
    expect(readdirSync(path(language)).sort()).toEqual(['index.html', 'lcov.info', 'policy-lending.html']);
    const index = readFileSync(path(`${language}/index.html`), 'utf8');
    const page = readFileSync(path(`${language}/policy-lending.html`), 'utf8');
    expect(index).toContain(heading);
    expect(index).toContain('href="policy-lending.html"');
    expect(page).toContain('<h1>lending 授信 &#60;Lending&#62; &#38; more</h1>');
    expect(page).toContain('to C3 &#34;&#60;b&#62;&#34;');
    expect(page).toContain(`<tr id="L25" class="uncovered"><td class="line">25</td><td class="tests" title="${uncovered}">0×</td>`);
    expect(page).toContain('<mark class="uncovered" title="loan.days = 91: 0×">&#62; 90</mark>');
    expect(page).toContain('<tr id="L18" class="covered">');
    expect(`${index}${page}`).not.toMatch(/https?:|src=|<script|<link|@import|url\(/);
    // The text of the policy can be read off the page again.
    const text = [...page.matchAll(/<td>((?:[^<]|<\/?mark[^>]*>)*)<\/td><\/tr>/g)].map((match) => (match[1] ?? '').replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
    expect(text.slice(-lending.split('\n').length).join('\n')).toBe(lending);
  }
});

test('a folder that cannot be written is unusable', async () => {
  const { status, error } = await plumbline(['test', 'lending.policy', '--coverage-out', 'lending.policy/report']);
  expect(status).toBe(2);
  expect(error).toContain('file-unwritable');
});

test('suggests tests, and writes them into the policy once; confirmed, they cover all there is', async () => {
  write('suggest/lending.policy', lending);
  const file = path('suggest/lending.policy');
  const { out } = await plumbline(['test', 'suggest/lending.policy', '--suggest']);
  expect(out).toContain(`
test "class: row C2; class: loan.days = 90; class: loan.technical = true" as of 2025-06-30
  unconfirmed
  given loan { days: 90, technical: true }
  expect class = normal by class.C2
`);
  expect(readFileSync(file, 'utf8')).toBe(lending);
  const added = await plumbline(['test', 'suggest/lending.policy', '--fix']);
  expect(added.out).toContain('7 tests added, unconfirmed');
  const fixed = readFileSync(file, 'utf8');
  expect(fixed.startsWith(lending)).toBe(true);
  expect((await plumbline(['test', 'suggest/lending.policy', '--fix'])).out).toContain('0 tests added');
  expect(readFileSync(file, 'utf8')).toBe(fixed);
  expect((await plumbline(['test', 'suggest/lending.policy', '--coverage-min', '100'])).status).toBe(1);
  write('suggest/lending.policy', fixed.replaceAll('  unconfirmed\n', ''));
  const { status, out: confirmed } = await plumbline(['test', 'suggest/lending.policy', '--coverage-min', '100']);
  expect(confirmed).toContain('covered 100 %: 29 of 29');
  expect(status).toBe(0);
  expect((await plumbline(['test', 'suggest/lending.policy', '--suggest'])).out).toContain('no tests to suggest');
});
