import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { readPolicy } from '../read/text/read-policy.ts';
import type { Policy } from './policy.ts';
import { factsBehind, inputsRequired, readsOf } from './reads.ts';

function policiesOf(...texts: readonly string[]): ReadonlyMap<string, Policy> {
  const report = (found: unknown): never => {
    throw new Error(JSON.stringify(found));
  };
  const trees = texts.map((text, index) => readPolicy({ path: `${index}.policy`, text }, report));
  return new Map(check(trees, report).map((policy) => [policy.name, policy]));
}

const lending = `policy lending
import rates
input loan
  days : days
  note : text optional
input hint : text optional
manual lawful : boolean "?"
function late(n : days) : boolean
  = n > 90 and manual.lawful
decision class : boolean
  = late(loan.days)
decision priced : percent
  = if class and hint = missing then rates.base else 0%
`;
const rates = 'policy rates\ninput base : percent\n';
const book = `policy book
import lending
type Row = record
  days : days
input rows : list of Row
decision all : list of percent
  = for r in rows return lending.priced(loan: r)
`;
const set = policiesOf(rates, lending, book);

function factsOf(policy: string, decision: string): readonly string[] {
  const found = set.get(policy)?.decisions.get(decision);
  return found === undefined ? [] : [...factsBehind(found)].map((fact) => `${fact.policy} ${fact.path}`).sort();
}

test('what a decision names directly', () => {
  const priced = set.get('lending')?.decisions.get('priced');
  if (priced === undefined) throw new Error('no such decision');
  const { facts, decisions, functions } = readsOf(priced);
  expect([...facts].map(({ path }) => path)).toEqual(['hint', 'base']);
  expect([...decisions].map(({ name }) => name)).toEqual(['class']);
  expect([...functions]).toEqual([]);
});

test('what a decision rests on, through decisions and functions', () => {
  expect(factsOf('lending', 'priced')).toEqual(['lending hint', 'lending loan.days', 'lending manual.lawful', 'rates base']);
});

test('a call gives the inputs of the called decision; manual facts and inputs of further policies stay the caller\'s', () => {
  expect(factsOf('book', 'all')).toEqual(['book rows', 'lending manual.lawful', 'rates base']);
});

test('a call must give the inputs with a fact that is needed and not optional', () => {
  const lender = set.get('lending');
  const required = (name: string) => {
    const decision = lender?.decisions.get(name);
    return decision === undefined ? [] : inputsRequired(decision, lender?.inputs.values() ?? []).map((input) => input.name);
  };
  expect(required('priced')).toEqual(['loan']);
  expect(required('class')).toEqual(['loan']);
});
