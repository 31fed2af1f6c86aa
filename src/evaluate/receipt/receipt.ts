import type { FeelDate } from '../../feel/values/temporal.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Policy } from '../../model/policy.ts';
import type { Receipt } from '../answer.ts';
import type { Facts } from '../facts/facts.ts';
import { importsOf } from '../facts/shape.ts';
import { utf8 } from '../utf8.ts';
import { ENGINE } from './engine-version.ts';
import { factsText } from './facts-text.ts';
import type { Result } from './result-text.ts';
import { writeResult } from './result-text.ts';
import { sha256 } from './sha256.ts';

/** What was asked, of whom, about what. */
export interface Asked {
  readonly policy: Policy;
  readonly facts: Facts;
  readonly asOf: FeelDate;
  /** The caller's own id for the case. */
  readonly subject: string | undefined;
  /** Names of the decisions and triggers asked for, in any order; undefined for all. */
  readonly decisions: readonly string[] | undefined;
  /** The state of the repository that the policy was read from; null outside one. */
  readonly git: Receipt['git'];
}

/** The receipt for a result: what is needed to find the same policy again and to tell whether a replay gave the same. */
export function makeReceipt(asked: Asked, result: Result): Receipt {
  const { policy, facts, asOf, subject, decisions, git } = asked;
  return {
    receipt_version: 1,
    policy: policy.name,
    content_hash: policy.contentHash,
    imports: importsOf(policy).map(({ name, contentHash }) => ({ policy: name, content_hash: contentHash })),
    git,
    engine: ENGINE,
    as_of: formatTemporal(asOf),
    subject: subject ?? null,
    asked: decisions === undefined ? null : [...new Set(decisions)].sort(),
    facts_hash: sha256(factsText(policy, facts)),
    result_hash: resultHash(result),
  };
}

const written = utf8();

function resultHash(result: Result): string {
  written.clear();
  writeResult(written, result);
  return sha256(written.bytes());
}
