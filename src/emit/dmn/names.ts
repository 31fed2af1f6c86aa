import { isName } from '../../../grammar/names.ts';
import { reservedWords } from '../../../grammar/tokens.ts';
import { builtins } from '../../feel/functions/index.ts';
import type { Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Refuse } from './refusal.ts';

/** Refuses names that FEEL would take for something else: its own words, its functions, and signs that no name has. */
export function refuseUnspeakable(policy: Policy, refuse: Refuse): void {
  const check = (name: string, span: Span): void => {
    if (reservedWords.has(name) || !isSpeakable(name)) refuse(span, name, { en: 'FEEL cannot read it as a name', zh: 'FEEL 不能把它读作名称' }, rename);
    else if (builtins.has(name)) refuse(span, name, { en: 'FEEL has a function of that name', zh: 'FEEL 有同名的函数' }, rename);
  };
  const checkFields = (type: Type, span: Span): void => {
    if (type.kind !== 'record') return;
    for (const [name, field] of type.fields) {
      if (reservedWords.has(name) || !isSpeakable(name)) check(name, span);
      checkFields(field.type, span);
    }
  };
  for (const { name, type, span } of policy.inputs.values()) {
    check(name, span);
    checkFields(type, span);
  }
  for (const { name, span } of [...policy.manuals.values(), ...policy.decisions.values(), ...policy.functions.values()]) check(name, span);
  for (const { parameters, span } of policy.functions.values()) parameters.forEach(({ name }) => check(name, span));
}

const rename = { en: 'give it another name', zh: '改用其他名称' };

/** Words, with spaces and the signs between them that FEEL allows in names. */
function isSpeakable(name: string): boolean {
  return name.split(/[ ./\-’'+*]+/).every((word, index) => isName(word) || (index > 0 && /^[\p{ID_Continue}]*$/u.test(word)));
}
