import { escapeString } from '../../../grammar/strings.ts';
import { nameText } from '../../read/tree/expression-text.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Input, Manual, Policy } from '../../model/policy.ts';
import { importedPaths } from './imported-paths.ts';
import { contextText, keyText, literal } from './literal.ts';
import { memberNamesFor, type MemberNames } from './member-names.ts';

/** Facts as the clauses of a test of the policy, one for each input that has any: `given loan { overdue_days: 91 }`. */
export function givenClauses(policy: Policy, facts: ReadonlyMap<Fact, Value>, asOf: FeelDate): readonly string[] {
  const members = memberNamesFor(policy);
  return [...importedPaths(policy)].flatMap(([{ inputs, manuals }, path]) => {
    const given = (keys: readonly string[], text: string): string => `given ${[...path, ...keys].map(nameText).join('.')} ${text}`;
    return [
      ...[...inputs.values()].flatMap((input) => {
        const text = inputText(input, facts, members);
        return text === undefined ? [] : [given([input.name], text)];
      }),
      ...[...manuals.values()].flatMap((manual) => {
        const text = answerText(manual, facts, asOf, members);
        return text === undefined ? [] : [given(manual.fact.keys, text)];
      }),
    ];
  });
}

function inputText({ name, facts: leaves }: Input, facts: ReadonlyMap<Fact, Value>, members: MemberNames): string | undefined {
  return textBelow([name], leaves.filter((fact) => facts.has(fact)), facts, members);
}

/** The facts at or below a path as one literal; undefined where there are none. */
function textBelow(path: readonly string[], leaves: readonly Fact[], facts: ReadonlyMap<Fact, Value>, members: MemberNames): string | undefined {
  const [first] = leaves;
  if (first === undefined) return undefined;
  const value = first.keys.length === path.length ? facts.get(first) : undefined;
  if (value !== undefined) return literal(value, first.type, members);
  const below = new Set(leaves.map(({ keys }) => keys[path.length] ?? ''));
  return contextText(
    [...below].map((key) => {
      const inner = leaves.filter(({ keys }) => keys[path.length] === key);
      return `${keyText(key)}: ${textBelow([...path, key], inner, facts, members) ?? '{}'}`;
    }),
  );
}

/** A person's answer: who gave it is for a person to say, so the name is one that nobody has. */
function answerText({ fact }: Manual, facts: ReadonlyMap<Fact, Value>, asOf: FeelDate, members: MemberNames): string | undefined {
  const value = facts.get(fact);
  if (value === undefined) return undefined;
  return contextText([`value: ${literal(value, fact.type, members)}`, 'who: "A. Reviewer"', `when: ${escapeString(formatTemporal(asOf))}`]);
}
