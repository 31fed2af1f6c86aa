import { describe, expect, test } from 'vitest';
import { check } from '../../check/check.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import { dateOf } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Decision, Fact, Policy, Trigger } from '../../model/policy.ts';
import { readPolicy } from '../../read/text/read-policy.ts';
import type { PolicyTree } from '../../read/tree/statement.ts';
import type { Case } from '../analysis.ts';
import { evaluatedIn, outcomeText } from './difference/step.ts';
import { mutate, type Mutated } from './mutate.ts';

/** Every fact has few values, so that every case there is can be tried. */
const text = `policy small
  in force 2024-01-01 ..
type Class = one of normal, watch, loss ordered, worst last
input days : days 0..8
input kind : Class optional
input secured : boolean

decision floor : Class
  table unique
    | id | days | secured || floor  |
    | F1 | 0    | -       || normal |
    | F2 | 1..4 | -       || watch  |
    | F3 | > 4  | true    || watch  |
    | F4 | > 4  | false   || loss   |
  exception known to F2
    in force 2025-01-01 ..
    when kind != missing and kind = normal and days < 3
    then normal

decision class : Class
  table priority worst first
    | id | floor    | kind            || class  |
    | C1 | -        | -               || normal |
    | C2 | >= watch | missing, normal || watch  |
    | C3 | loss     | -               || loss   |
    | C4 | -        | loss            || loss   |

parameter rate(class : Class) : percent 0%..100%
  | id | class  | in force      || rate |
  | P1 | normal | 2024-01-01 .. || 0%   |
  | P2 | watch  | 2024-01-01 .. || 2%   |
  | P3 | loss   | 2024-01-01 .. || 100% |

decision share : percent = if secured then 0% else rate(class)

decision late : boolean = days >= 3 and days >= 2 and secured

trigger bad
  when class >= watch and not(secured)
  emit bad { class: class, days: days }

test "one" as of 2024-06-30
  given days 3
  given secured false
  expect floor = watch by floor.F2
  expect class = watch
`;

function policyOf(tree: PolicyTree): Policy | undefined {
  return check([tree], () => undefined)[0];
}

const DATES = [dateOf(2023, 12, 31), dateOf(2024, 1, 1), dateOf(2024, 1, 2), dateOf(2024, 12, 31), dateOf(2025, 1, 1), dateOf(2025, 1, 2)].filter((date) => date !== undefined);

/** Every case there is, as far as dates can tell cases apart. */
function casesOf({ inputs }: Policy): readonly Case[] {
  const facts = [...inputs.values()].flatMap((input) => input.facts);
  const grown = facts.reduce<readonly ReadonlyMap<Fact, Value>[]>(
    (cases, fact) => cases.flatMap((each) => [...(fact.optional ? [each] : []), ...valuesOf(fact).map((value) => new Map([...each, [fact, value]]))]),
    [new Map()],
  );
  return DATES.flatMap((asOf) => grown.map((given) => ({ asOf, facts: given })));
}

function valuesOf({ type }: Fact): readonly Value[] {
  if (type.kind === 'enum') return type.vocabulary.members;
  return type.kind === 'boolean' ? [false, true] : Array.from({ length: 9 }, (_, days) => decimalOf(days));
}

/** The decisions and triggers of a policy, by name. */
function subjectsOf({ decisions, triggers }: Policy): ReadonlyMap<string, Decision | Trigger> {
  return new Map<string, Decision | Trigger>([...decisions, ...triggers]);
}

/** Whether two readings of a policy differ in a case, in whatever they decide. */
function differIn(one: Policy, other: Policy, given: Case): boolean {
  const twins = subjectsOf(other);
  return [...subjectsOf(one)].some(([name, reader]) => {
    const twin = twins.get(name);
    return twin === undefined || outcomeText(evaluatedIn({ policy: one, reader }, given)) !== outcomeText(evaluatedIn({ policy: other, reader: twin }, given));
  });
}

const tree = readPolicy({ path: 'small.policy', text }, ({ code }) => {
  throw new Error(code);
});
const policy = policyOf(tree);
const all: Mutated[] = [];
for await (const mutated of mutate([tree], { seed: 1 })) all.push(mutated);

/** Mutants that can be evaluated, with the first case, among all that there are, in which each differs. */
const compared = all.flatMap((mutated) => {
  const other = policyOf(mutated.mutant.tree);
  return policy === undefined || other === undefined ? [] : [{ mutated, differs: casesOf(policy).find((given) => differIn(policy, other, given)) }];
});

function told({ mutant: { within, operator, edits } }: Mutated): string {
  return `${within ?? ''}: ${operator}: ${edits.map(({ span: { file, start, end }, text: after }) => `${file.text.slice(start, end)} -> ${after}`).join('; ')}`;
}

describe('every mutant of a small policy, held against every case that there is', () => {
  test('some come to each end', () => {
    const kinds = new Set(all.map(({ fate }) => fate.kind));
    expect([...kinds].sort()).toEqual(['equivalent', 'found', 'killed', 'survived']);
  });

  test('what is called equivalent differs in none', () => {
    const wrong = compared.filter(({ mutated, differs }) => mutated.fate.kind === 'equivalent' && differs !== undefined);
    expect(wrong.map(({ mutated }) => told(mutated))).toEqual([]);
  });

  test('what survives differs in one', () => {
    const wrong = compared.filter(({ mutated, differs }) => mutated.fate.kind === 'survived' && differs === undefined);
    expect(wrong.map(({ mutated }) => told(mutated))).toEqual([]);
  });

  test('the example of a survivor, confirmed, is a test that the policy meets and the mutant does not', async () => {
    const survivors = all.flatMap(({ mutant, fate }) => (fate.kind === 'survived' ? [{ mutant, example: fate.example.replace('  unconfirmed\n', '') }] : []));
    expect(survivors.length).toBeGreaterThan(10);
    for (const { mutant, example } of survivors.slice(0, 4)) {
      const more = readPolicy({ path: 'small.policy', text: `${text}\n${example}` }, () => undefined);
      const again: Mutated[] = [];
      for await (const mutated of mutate([more], { seed: 1 })) again.push(mutated);
      const same = again.find((one) => told(one) === told({ mutant, policy: one.policy, fate: one.fate }));
      expect([same && told(same), same?.fate.kind]).toEqual([same && told(same), 'killed']);
    }
  });
});
