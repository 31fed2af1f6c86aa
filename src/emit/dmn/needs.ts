import { importsOf } from '../../evaluate/facts/shape.ts';
import { walk } from '../../model/children.ts';
import type { Decision, Fact, FunctionModel, Input, Policy } from '../../model/policy.ts';
import { expressionsOf, readsIn } from '../../model/reads.ts';
import type { ElementKind } from '../../read/dmn/ids.ts';
import { isDated } from './dates.ts';
import { AS_OF, MANUAL } from './feel/writing.ts';

/** An element that another reads. The policy is the one that declares it. */
export interface Needed {
  readonly kind: Extract<ElementKind, 'input' | 'decision' | 'function'> | 'manual' | 'as of';
  readonly policy: string;
  readonly name: string;
}

export type Reader = Decision | FunctionModel;

export interface Needs {
  /**
   * What a decision or function reads, itself or through the functions it calls, in the order of first mention: DMN's
   * requirements. The date is among them where an expression names it, or something in it is in force only for a time.
   */
  readonly of: (reader: Reader) => readonly Needed[];
  /**
   * What a function reads besides its parameters. DMN's business knowledge models see nothing but those, so it is handed to
   * them as further ones.
   */
  readonly around: (called: FunctionModel) => readonly Needed[];
}

/** What the decisions and functions of a policy and its imports read. */
export function needsWithin(policy: Policy): Needs {
  const policies = new Map([policy, ...importsOf(policy)].map((each) => [each.name, each]));
  const known = new Map<Reader, readonly Needed[]>();
  const needs: Needs = {
    of: (reader) => {
      const found = known.get(reader) ?? gather(reader, needs, policies.get(reader.policy) ?? policy);
      known.set(reader, found);
      return found;
    },
    around: (called) => needs.of(called).filter(({ kind }) => kind !== 'function'),
  };
  return needs;
}

function gather(reader: Reader, needs: Needs, owner: Policy): readonly Needed[] {
  const expressions = expressionsOf(reader);
  const { decisions, functions } = readsIn(expressions);
  const date: Needed = { kind: 'as of', policy: owner.name, name: AS_OF };
  const needed = new Map<string, Needed>();
  const add = (one: Needed): unknown => needed.set(`${one.kind} ${one.policy} ${one.name}`, one);
  walk(expressions, (node) => {
    if (node.kind === 'fact') add(ofFact(node.fact));
    else if (node.kind === 'record') add(ofInput(node.input));
    else if (node.kind === 'as of') add(date);
  });
  for (const { policy, name } of decisions) add({ kind: 'decision', policy, name });
  for (const called of functions) {
    // Every model has the date as an input of its own.
    needs.around(called).forEach((one) => add(one.kind === 'as of' ? date : one));
    add({ kind: 'function', policy: called.policy, name: called.name });
  }
  if (isDated(reader, owner)) add(date);
  return [...needed.values()];
}

function ofFact({ keys: [first = ''], policy }: Fact): Needed {
  return first === MANUAL ? { kind: 'manual', policy, name: first } : { kind: 'input', policy, name: first };
}

function ofInput({ policy, name }: Input): Needed {
  return { kind: 'input', policy, name };
}
