import type { ISerializedGast } from 'chevrotain';
import { PolicyGrammar } from '../../grammar/policy/clause-grammar.ts';

const rules = new Map(new PolicyGrammar().getSerializedGastProductions().map((rule) => [nameOf(rule), rule]));

/** The words that a rule of the grammar consumes itself, so that a new one is highlighted as soon as the rule knows it. */
export function wordsOf(rule: string): ReadonlySet<string> {
  const found = rules.get(rule);
  if (found === undefined) throw new Error(`the grammar has no rule ${rule}`);
  return new Set(terminalsIn(found).filter((name) => /^[a-z_]+$/.test(name)));
}

function terminalsIn(part: ISerializedGast): readonly string[] {
  return part.type === 'Terminal' ? [nameOf(part)] : (part.definition ?? []).flatMap(terminalsIn);
}

function nameOf(part: ISerializedGast): string {
  return 'name' in part && typeof part.name === 'string' ? part.name : '';
}
