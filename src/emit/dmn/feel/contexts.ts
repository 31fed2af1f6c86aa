import type { ContextOf } from '../../../model/expression.ts';
import { feelOf } from './expression.ts';
import { call, closed, type Feel } from './pieces.ts';
import { namesReadIn } from './reads.ts';
import { keyText, stringText } from './values.ts';
import { variableText, type Writing } from './writing.ts';

/**
 * In FEEL an entry hides what is called so outside, from the entries after it: in `{ loan: loan.id, balance: loan.balance }`
 * the balance would be that of the number. Where that changes what is meant, the context is made of a list of its entries.
 */
export function contextText({ entries, span }: ContextOf, writing: Writing): Feel {
  const reads = entries.map(({ value }) => namesReadIn(value, writing.policy));
  const hides = entries.some(({ name, variable }, index) =>
    reads.slice(index + 1).some(({ names, variables }) => names.has(name) || [...variables].some((read) => read !== variable && variableText(read) === name)),
  );
  const called = new Map([...writing.called, ...entries.map(({ name, variable }) => [variable, name] as const)]);
  const values = entries.map(({ name, value }) => ({ name, text: feelOf(value, { ...writing, called }).text }));
  if (!hides) return closed(`{${values.map(({ name, text }) => `${keyText(name)}: ${text}`).join(', ')}}`);
  if (entries.some(({ variable }) => reads.some(({ variables }) => variables.has(variable)))) {
    writing.refuse(span, '{ … }', entangled);
  }
  return call('context', closed(`[${values.map(({ name, text }) => `{key: ${stringText(name).text}, value: ${text}}`).join(', ')}]`));
}

const entangled = { en: 'one of its entries hides a name that others need, and one is read by others', zh: '其中有的项遮蔽了其他项需要的名称，又有的项被其他项读取' };
