import { importsOf } from '../../evaluate/facts/shape.ts';
import { walk } from '../../model/children.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Fact, FunctionModel, Input, Policy } from '../../model/policy.ts';
import { expressionsOf, readsIn } from '../../model/reads.ts';
import type { ElementKind } from '../../read/dmn/ids.ts';
import { isDated } from './dates.ts';
import { AS_OF, MANUAL } from './feel/writing.ts';

/** An element that another reads. The policy is the one that declares it; a service has the name of its decision. */
export interface Needed {
  readonly kind: Extract<ElementKind, 'input' | 'decision' | 'function' | 'service'> | 'manual' | 'as of';
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
  /** The same of expressions of the policy's own; `dated`: whether the date is among it anyhow. */
  readonly ofExpressions: (expressions: readonly Typed[], dated: boolean) => readonly Needed[];
  /**
   * What a function reads besides its parameters. DMN's business knowledge models see nothing but those, so it is handed to
   * them as further ones.
   */
  readonly around: (called: FunctionModel) => readonly Needed[];
  /** What a decision rests on in the end: inputs of every kind, those of its own policy first, and decisions. */
  readonly behind: (decision: Decision) => { readonly inputs: readonly Needed[]; readonly decisions: readonly Needed[] };
}

/** What the decisions and functions of a policy and its imports read. */
export function needsWithin(policy: Policy): Needs {
  const policies = new Map([policy, ...importsOf(policy)].map((each) => [each.name, each]));
  const known = new Map<Reader, readonly Needed[]>();
  const needs: Needs = {
    of: (reader) => {
      const owner = policies.get(reader.policy) ?? policy;
      const found = known.get(reader) ?? gather(expressionsOf(reader), isDated(reader, owner), owner, needs);
      known.set(reader, found);
      return found;
    },
    ofExpressions: (expressions, dated) => gather(expressions, dated, policy, needs),
    around: (called) => needs.of(called).filter(({ kind }) => !isInvoked(kind)),
    behind: (decision) => {
      const found = new Map<string, Needed>();
      const visit = (from: Decision): void => {
        for (const one of needs.of(from)) {
          if (isInvoked(one.kind) || found.has(keyOf(one))) continue;
          found.set(keyOf(one), one);
          const upstream = one.kind === 'decision' ? policies.get(one.policy)?.decisions.get(one.name) : undefined;
          if (upstream !== undefined) visit(upstream);
        }
      };
      visit(decision);
      const inputs = [...found.values()].filter(({ kind }) => kind !== 'decision');
      const isOwn = ({ kind, policy: owner }: Needed): boolean => kind === 'input' && owner === decision.policy;
      return { inputs: [...inputs.filter(isOwn), ...inputs.filter((one) => !isOwn(one))], decisions: [...found.values()].filter(({ kind }) => kind === 'decision') };
    },
  };
  return needs;
}

/** Whether it is called, rather than read. */
export function isInvoked(kind: Needed['kind']): boolean {
  return kind === 'function' || kind === 'service';
}

function keyOf({ kind, policy, name }: Needed): string {
  return `${kind} ${policy} ${name}`;
}

function gather(expressions: readonly Typed[], dated: boolean, owner: Policy, needs: Needs): readonly Needed[] {
  const { decisions, functions, calledDecisions } = readsIn(expressions);
  const date: Needed = { kind: 'as of', policy: owner.name, name: AS_OF };
  const needed = new Map<string, Needed>();
  const add = (one: Needed): unknown => needed.set(keyOf(one), one);
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
  for (const called of calledDecisions) {
    const handedOn = needs.behind(called).inputs.filter(({ kind, policy }) => kind !== 'input' || policy !== called.policy);
    handedOn.forEach((one) => add(one.kind === 'as of' ? date : one));
    add({ kind: 'service', policy: called.policy, name: called.name });
  }
  if (dated) add(date);
  return [...needed.values()];
}

function ofFact({ keys: [first = ''], policy }: Fact): Needed {
  return first === MANUAL ? { kind: 'manual', policy, name: first } : { kind: 'input', policy, name: first };
}

function ofInput({ policy, name }: Input): Needed {
  return { kind: 'input', policy, name };
}
