import type { EnumMember, Vocabulary } from '../../../feel/values/enum.ts';
import { holds } from '../../../feel/values/compare.ts';
import type { Comparison } from '../../../feel/values/value.ts';
import { call, closed, OPEN, part, type Feel } from './pieces.ts';
import { stringText } from './values.ts';

/** FEEL orders strings by their characters. An enum's order is told by the list of its members. */
function membersText({ members }: Vocabulary): Feel {
  return closed(`[${membersListed(members)}]`);
}

export function membersListed(members: readonly EnumMember[]): string {
  return members.map(({ name }) => stringText(name).text).join(', ');
}

/** The place of a member in the declaration, from 1; null for null, so that what is unknown is no better than anything. */
export function rankText(vocabulary: Vocabulary, member: Feel): Feel {
  return closed(`${call('index of', membersText(vocabulary), member).text}[1]`);
}

/** The members for which a comparison with one of them holds. */
export function membersThat(vocabulary: Vocabulary, operator: Comparison, than: EnumMember): readonly EnumMember[] {
  return vocabulary.members.filter((member) => holds(operator, member, than));
}

/** The member of a list that stands first or last in the declaration. Null if one of the list is null. */
export function extremeText(vocabulary: Vocabulary, end: 'first' | 'last', list: Feel): Feel {
  const members = membersText(vocabulary).text;
  const ranks = `for member in ${part(list, OPEN)} return ${rankText(vocabulary, closed('member')).text}`;
  return closed(`${members}[${end === 'last' ? 'max' : 'min'}(${ranks})]`);
}
