import type { FilterOf, Loop, Quantifier, TypedIterator } from '../../model/expression.ts';
import { namesPartial } from '../closures/loops.ts';
import { condition, expression, placing } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

/** What is done for each combination of elements: statements, then whether to go on. */
interface Turn {
  readonly statements: Code;
  readonly goesOn: Code;
}

export function loop(node: Loop, writer: Writer): Code {
  const results = writer.local();
  const partial = namesPartial(node);
  const turns = iterated(node.iterators, writer, (inner, again) => {
    const result = inner.local();
    const keep = (value: Code): Code => `${result}=${value};${again};${results}.push(charged(F.work,${result}));`;
    if (!partial) return { statements: `charge(F.work,1);${keep(expression(node.result, inner))}`, goesOn: 'true' };
    const soFar = inner.local();
    return { statements: `charge(F.work,1+${results}.length);${soFar}=[...${results}];${keep(expression(node.result, inner.binding('partial', soFar)))}`, goesOn: 'true' };
  });
  return `(${results}=[],${turns},${results})`;
}

/** `some` stops at the first that holds, `every` at the first that does not. */
export function quantifier({ quantifier: which, iterators, condition: holds }: Quantifier, writer: Writer): Code {
  const not = which === 'some' ? '!' : '';
  const turns = iterated(iterators, writer, (inner) => {
    const verdict = inner.local();
    return { statements: `${verdict}=${not}${condition(holds, inner)};`, goesOn: verdict };
  });
  return `${not}${turns}`;
}

/**
 * Runs a turn for each combination of the iterators' elements, the last iterator fastest; false once a turn ended it.
 * Stepping from one element to the next can fail too (it is charged), so each turn leaves the code standing at the
 * iterator; a turn that can fail after its own code says `again` where that is.
 */
function iterated([first, ...others]: readonly TypedIterator[], writer: Writer, turn: (inner: Writer, again: Code) => Turn): Code {
  if (first === undefined) throw new Error('a loop without iterators');
  const { variable, source, to } = first;
  const callback = writer.callback((inner, parameter) => {
    const scope = inner.binding(variable, parameter);
    const again = inner.at(source.span);
    if (others.length === 0) {
      const { statements, goesOn } = turn(scope, again);
      return `${statements}${again};return ${goesOn};`;
    }
    const goesOn = inner.local();
    return `${goesOn}=${iterated(others, scope, turn)};${again};return ${goesOn};`;
  });
  const from = expression(source, writer);
  if (to === undefined) return `iterate(F.work,${placing(from, source.span, writer)},${callback})`;
  return `iterateBetween(F.work,${from},${placing(expression(to, writer), source.span, writer)},${callback})`;
}

/** `list[1]`, `list[item > 3]`. Where the type does not tell which, the first value of the condition does. */
export function filter({ target, item, condition: keeps, span }: FilterOf, writer: Writer): Code {
  const list = expression(target, writer);
  if (keeps.type.kind === 'number') return `elementAt(${list},${placing(expression(keeps, writer.binding(item, 'null')), span, writer)})`;
  const callback = writer.callback((inner, parameter) => {
    const verdict = inner.local();
    return `${verdict}=${expression(keeps, inner.binding(item, parameter))};${inner.at(span)};return ${verdict};`;
  });
  return `filtered(F.work,${placing(list, span, writer)},${writer.program.constant(keeps.span)},${callback})`;
}
