import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, evaluate } from '../../src/index.ts';
import type { Answer, Policy } from '../../src/index.ts';

/*
 * Contagion and circles once more, by other ways than the policy's: amounts are whole cents, those that fall are taken one by one
 * from a set of those that stand, and circles are found by walking every path in depth.
 */

const { policies } = await compile('rules');
const asOf = '2026-03-31';

function policy(name: string): Policy {
  const found = policies.get(name);
  if (found === undefined) throw new Error(`no policy ${name}`);
  return found;
}

interface Enterprise {
  readonly id: string;
  readonly member: boolean;
  /** In cents, as all amounts here. */
  readonly assets: bigint;
  readonly debts: bigint;
  readonly loan: bigint;
}

interface Guarantee {
  readonly guarantor: string;
  readonly debtor: string;
  readonly amount: bigint;
}

/** Who stands in the end. */
function standingAfter(failed: ReadonlySet<string>, enterprises: readonly Enterprise[], guarantees: readonly Guarantee[]): ReadonlySet<string> {
  const standing = new Set(enterprises.map(({ id }) => id).filter((id) => !failed.has(id)));
  const down = (id: string): boolean => failed.has(id) || (enterprises.some((one) => one.id === id) && !standing.has(id));
  for (;;) {
    const bearers = BigInt(enterprises.filter(({ id, member }) => member && standing.has(id)).length);
    const owed = enterprises.filter(({ id, member }) => member && down(id)).reduce((sum, { loan }) => sum + loan, 0n);
    const leaving = enterprises.filter(({ id, member, assets, debts }) => {
      if (!standing.has(id)) return false;
      const shared = member ? (owed + bearers - 1n) / bearers : 0n;
      const burden = guarantees.reduce((sum, { guarantor, debtor, amount }) => (guarantor === id && down(debtor) ? sum + amount : sum), shared);
      return burden > 0n && (debts + burden) * 100n >= assets * 60n;
    });
    if (leaving.length === 0) return standing;
    for (const { id } of leaving) standing.delete(id);
  }
}

function leadsBack(start: string, guarantees: readonly Guarantee[]): boolean {
  const walk = (from: string, seen: ReadonlySet<string>): boolean =>
    guarantees.some(({ guarantor, debtor }) => guarantor === from && (debtor === start || (!seen.has(debtor) && walk(debtor, new Set([...seen, debtor])))));
  return walk(start, new Set([start]));
}

function inYuan(cents: bigint): string {
  return `${String(cents / 100n)}.${String(cents % 100n).padStart(2, '0')}`;
}

function answerFor(enterprises: readonly Enterprise[], guarantees: readonly Guarantee[], failed: readonly string[], engine: 'closures' | 'compiled'): Answer {
  const facts = {
    enterprises: enterprises.map(({ id, member, assets, debts, loan }) => ({ id, member, assets: inYuan(assets), debts: inYuan(debts), joint_loan: inYuan(loan) })),
    guarantees: guarantees.map(({ guarantor, debtor, amount }) => ({ guarantor, debtor, amount: inYuan(amount) })),
    failed,
  };
  return evaluate(policy('guarantee_contagion'), JSON.stringify(facts), { asOf, engine });
}

const names: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
/** Debt ratios from none to well above the limit, and loans about as large as the gap to it. */
const enterprise = fc.record({ member: fc.boolean(), assets: fc.bigInt(1n, 40_000n), ratio: fc.bigInt(0n, 70n), loan: fc.bigInt(0n, 6_000n) });
const books = fc.record({
  enterprises: fc
    .array(enterprise, { minLength: 1, maxLength: names.length - 1 })
    .map((all) => all.map(({ member, assets, ratio, loan }, index): Enterprise => ({ id: names[index] ?? '', member, assets, debts: (assets * ratio) / 100n, loan }))),
  guarantees: fc.array(fc.record({ guarantor: fc.constantFrom(...names), debtor: fc.constantFrom(...names), amount: fc.bigInt(0n, 5_000n) }), { maxLength: 8 }),
  failed: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
});

describe.each(['closures', 'compiled'] as const)('a second reckoning (%s)', (engine) => {
  test('the same stand, the same are in a circle', () => {
    const seen = { fellAlong: 0, circles: 0, straight: 0 };
    fc.assert(
      fc.property(books, ({ enterprises, guarantees, failed }) => {
        const standing = standingAfter(new Set(failed), enterprises, guarantees);
        const members = enterprises.filter(({ member }) => member);
        const circle = enterprises.map(({ id }) => id).filter((id) => leadsBack(id, guarantees));
        const { outcome, decisions } = answerFor(enterprises, guarantees, failed, engine);
        expect(outcome).toBe('decided');
        expect(decisions.standing?.value).toEqual(members.map(({ id }) => id).filter((id) => standing.has(id)));
        expect(decisions.in_circle?.value).toEqual(circle);
        expect(decisions.critical_members?.value).toEqual(
          members.map(({ id }) => id).filter((id) => standingAfter(new Set([id]), enterprises, guarantees).size < enterprises.length - 1),
        );
        seen.fellAlong += standing.size < enterprises.filter(({ id }) => !failed.includes(id)).length ? 1 : 0;
        seen[circle.length > 0 ? 'circles' : 'straight'] += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.fellAlong, seen.circles, seen.straight)).toBeGreaterThan(20);
  });
});

test.each([
  ['enterprise_group', 'group.json', { may_be_formed: true, group_cap: '6000000.00' }],
  ['guarantee_contract', 'contract.json', { kind_of_guarantee: 'joint_and_several', period_end: '2026-06-30', claimable: '750000.00' }],
  ['guarantee_contagion', 'contagion.json', { spread: 'contained', standing: ['E1', 'E2', 'E4', 'E5'], in_circle: ['E1', 'E2', 'X1'] }],
] as const)('the example facts of %s are decided as meant', async (name, file, expected) => {
  const { outcome, decisions } = evaluate(policy(name), await readFile(`rules/joint-guarantee/examples/${file}`, 'utf8'), { asOf });
  expect(outcome).toBe('decided');
  for (const [decision, value] of Object.entries(expected)) expect(decisions[decision]?.value, decision).toEqual(value);
});
