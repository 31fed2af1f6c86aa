import { Decimal, plainText } from '../../feel/values/decimal.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import type { Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Policy } from '../../model/policy.ts';
import type { Facts } from '../facts/facts.ts';
import type { Branch, Shape } from '../facts/shape.ts';
import { shapeOf } from '../facts/shape.ts';
import { valueToJson } from '../value-json.ts';
import { madeOnce } from '../made-once.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The facts of a case as canonical JSON, from their values and not from how they were spelled: `1.0`, `1` and `"1"` for
 * a number are all `"1"`. They are nested as a caller sends them; an absent fact, and a record of which nothing was
 * sent, is not in it. A manual fact is `{"value", "when", "who"}`. This text is hashed into receipts: it may never change.
 */
export function factsText(policy: Policy, facts: Facts): string {
  return branchText(shapeOf(policy), facts) ?? '{}';
}

function branchText(branch: Branch, facts: Facts): string | undefined {
  let members = '';
  for (const { key, shape } of sortedEntries(branch)) {
    const text = shapeText(shape, facts);
    if (text !== undefined) members += `${members === '' ? '' : ','}${key}:${text}`;
  }
  return members === '' ? undefined : `{${members}}`;
}

function shapeText(shape: Shape, facts: Facts): string | undefined {
  if (shape.kind === 'branch') return branchText(shape, facts);
  const value = facts.values.get(shape.fact);
  if (value === undefined || value === MISSING) return undefined;
  if (shape.kind === 'fact') return valueText(value);
  const attestation = facts.attestations?.get(shape.fact);
  return canonicalManual(valueText(value), attestation?.when, attestation?.who);
}

function canonicalManual(value: string, when: string | undefined, who: string | undefined): string {
  const text = (part: string | undefined): string => (part === undefined ? 'null' : JSON.stringify(part));
  return `{"value":${value},"when":${text(when)},"who":${text(who)}}`;
}

interface Entry {
  readonly key: string;
  readonly shape: Shape;
}

const sorted = new WeakMap<Branch, readonly Entry[]>();

/** A branch's entries with their keys as JSON text, in canonical order; worked out once. */
function sortedEntries(branch: Branch): readonly Entry[] {
  const known = sorted.get(branch);
  if (known !== undefined) return known;
  const entries = [...branch.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, shape]): Entry => ({ key: JSON.stringify(key), shape }));
  sorted.set(branch, entries);
  return entries;
}

/** Without a type every number is a decimal string, which is how they are hashed. */
function valueText(value: Value): string {
  if (value instanceof Decimal) return `"${plainText(value)}"`;
  if (value instanceof EnumMember) return memberText(value);
  return canonicalJson(valueToJson(value, { kind: 'any' }));
}

const memberText = madeOnce(({ name }: EnumMember) => JSON.stringify(name));
