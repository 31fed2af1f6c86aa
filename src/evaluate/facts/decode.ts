import { closest } from '../../diagnostics/closest.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Policy } from '../../model/policy.ts';
import type { Decoding } from './decode-value.ts';
import { decodeManual } from './decode-manual.ts';
import { decodeValue } from './decode-value.ts';
import { foundIn } from './describe.ts';
import type { ExactJson } from './exact-json.ts';
import { isExactObject } from './exact-json.ts';
import type { Attestation, Facts } from './facts.ts';
import { stepInto } from './json-path.ts';
import type { FactProblem } from './problem.ts';
import { factProblem } from './problem.ts';
import type { Branch, Shape } from './shape.ts';
import { leavesOf, shapeOf } from './shape.ts';

export type { Facts } from './facts.ts';

export type Decoded = { readonly facts: Facts } | { readonly problems: readonly FactProblem[] };

interface Case extends Decoding {
  readonly root: Branch;
  readonly values: Map<Fact, Value>;
  readonly attestations: Map<Fact, Attestation>;
}

/**
 * The facts of one case for a policy, or everything that is wrong with them. Strict: an unknown name, a wrong type, a
 * value off its grain or out of its range, and `null` are problems; an absent fact is not, whether or not it is required.
 */
export function decodeFacts(policy: Policy, json: ExactJson): Decoded {
  const root = shapeOf(policy);
  const found: Case = { policy: policy.name, problems: [], root, values: new Map(), attestations: new Map() };
  decodeBranch(json, root, found);
  if (found.problems.length > 0) return { problems: found.problems };
  return { facts: { values: found.values, attestations: found.attestations } };
}

function decodeBranch(json: ExactJson, branch: Branch, found: Case): void {
  if (!isExactObject(json)) {
    found.problems.push(factProblem('facts-not-an-object', branch.path, { path: branch.path, found: foundIn(json) }));
    return;
  }
  for (const [name, sent] of json) {
    const shape = branch.entries.get(name);
    if (shape === undefined) found.problems.push(unknownFact(name, branch, found));
    else decodeShape(sent, shape, found);
  }
}

function decodeShape(json: ExactJson, shape: Shape, found: Case): void {
  if (shape.kind === 'branch') return decodeBranch(json, shape, found);
  if (shape.kind === 'manual') {
    const answered = decodeManual(json, shape.fact.type, shape.path, found);
    if (answered === undefined) return;
    found.values.set(shape.fact, answered.value);
    found.attestations.set(shape.fact, answered.attestation);
    return;
  }
  const value = decodeValue(json, shape.fact.type, shape.path, found);
  if (value !== undefined) found.values.set(shape.fact, value);
}

function unknownFact(name: string, branch: Branch, found: Case): FactProblem {
  const path = stepInto(branch.path, name);
  return factProblem('unknown-fact', path, { path, suggestion: suggestionFor(name, branch, found.root), policy: found.policy });
}

/** A neighbour spelled nearly the same; else a fact elsewhere that has this very name or label. */
function suggestionFor(name: string, branch: Branch, root: Branch): string | undefined {
  const neighbour = closest(name, branch.entries.keys());
  if (neighbour !== undefined) return branch.entries.get(neighbour)?.path;
  return leavesOf(root).find(({ fact }) => fact.label === name || fact.keys.at(-1) === name)?.path;
}
