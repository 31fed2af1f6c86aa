import { nameText } from '../../read/tree/expression-text.ts';
import type { EnumMember, Vocabulary } from '../../feel/values/enum.ts';
import type { Policy } from '../../model/policy.ts';
import { importedPaths } from './imported-paths.ts';

/** How a policy writes the members of enums: bare, or behind the enum's name where the bare name means something else. */
export interface MemberNames {
  /** `keys` are names that mean something besides what the policy declares. */
  readonly textOf: (member: EnumMember, keys: readonly string[]) => string;
}

export function memberNamesFor(policy: Policy): MemberNames {
  const paths = [...importedPaths(policy)];
  const names = declaredNames(policy);
  return {
    textOf: ({ name, vocabulary }, keys) => {
      if (!names.has(name) && !keys.includes(name)) return nameText(name);
      return [...pathOf(vocabulary, paths), name].map(nameText).join('.');
    },
  };
}

function pathOf(vocabulary: Vocabulary, paths: readonly (readonly [Policy, readonly string[]])[]): readonly string[] {
  for (const [{ types }, path] of paths) {
    for (const [name, type] of types) if (type.kind === 'enum' && type.vocabulary === vocabulary) return [...path, name];
  }
  throw new Error(`no policy imported declares ${vocabulary.name}`);
}

/** Every name that an expression of the policy can mean by itself. */
function declaredNames({ imports, sources, types, inputs, manuals, functions, decisions, triggers }: Policy): ReadonlySet<string> {
  const declared = [sources, types, inputs, manuals, functions, decisions, triggers].flatMap((each) => [...each.keys()]);
  return new Set([...imports.map(({ name }) => name), ...declared, 'as_of']);
}
