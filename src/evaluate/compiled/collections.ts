import type { ContextOf, ListOf, RangeOf } from '../../model/expression.ts';
import { expression } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

export function list({ items }: ListOf, writer: Writer): Code {
  return `[${items.map((item) => expression(item, writer)).join(',')}]`;
}

/** Entries in order; each may read those before it. */
export function context({ entries }: ContextOf, writer: Writer): Code {
  let scope = writer;
  const values = entries.map(({ variable, value }) => {
    const local = writer.local();
    const code = `${local}=${expression(value, scope)}`;
    scope = scope.binding(variable, local);
    return code;
  });
  return `contextOf(${writer.program.constant(entries.map(({ name }) => name))},[${values.join(',')}])`;
}

export function range({ low, high, lowClosed, highClosed }: RangeOf, writer: Writer): Code {
  const ends = [low, high].map((end) => (end === undefined ? 'null' : expression(end, writer)));
  return `new FeelRange(${ends.join(',')},${lowClosed},${highClosed})`;
}
