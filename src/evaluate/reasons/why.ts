import { isList } from '../../feel/functions/shapes.ts';
import { childrenOf, expressionsOfTest } from '../../model/children.ts';
import type { Conditional, ContextOf, DecisionCall, FilterOf, Logic, Loop, Quantifier, Typed, TypedIterator } from '../../model/expression.ts';
import { readsIn } from '../../model/reads.ts';
import type { Compiler } from '../closures/compiler.ts';
import { namesPartial, turnsOf } from '../closures/loops.ts';
import type { DecisionStep } from '../plan/plan.ts';
import { callRunOf } from '../run/call-decision.ts';
import type { Why } from './determined.ts';
import { allOf } from './determined.ts';
import { isExtreme, whyOfExtreme } from './why-extreme.ts';
import { whyOfFunctionCall } from './why-function.ts';

/**
 * What determined an expression's value: the decisions that were really read on the way to it. Of `if` that is the
 * condition and the branch taken, of `and` and `or` the operands reached, of `worst`, `best`, `min` and `max` the arguments
 * that equal the result; of anything else all its parts. Undefined where the expression reads no decision at all.
 */
export function whyOf(node: Typed, compiler: Compiler): Why | undefined {
  switch (node.kind) {
    case 'decision':
      return whyOfSteps(readsOf(node, compiler));
    case 'if':
      return whyOfConditional(node, compiler);
    case 'logic':
      return whyOfLogic(node, compiler);
    case 'for':
      return namesPartial(node) ? whyOfNamed(node, compiler) : whyOfLoop(node, compiler);
    case 'quantifier':
      return whyOfQuantifier(node, compiler);
    case 'filter':
      return whyOfFilter(node, compiler);
    case 'membership':
      return allOf([whyOf(node.value, compiler), ...expressionsOfTest(node.test).map((part) => whyOfNamed(part, compiler))]);
    case 'context':
      return whyOfContext(node, compiler);
    case 'lambda':
      return whyOfNamed(node, compiler);
    case 'builtin':
      return isExtreme(node) ? whyOfExtreme(node, compiler) : whyOfParts(node, compiler);
    case 'call':
      return whyOfFunctionCall(node, compiler);
    case 'decision call':
      return whyOfDecisionCall(node, compiler);
    default:
      return whyOfParts(node, compiler);
  }
}

/** Every decision that stands in the expression, reached or not: for parts that cannot be computed again by themselves. */
export function whyOfNamed(node: Typed, compiler: Compiler): Why | undefined {
  return whyOfSteps(readsOf(node, compiler));
}

function readsOf(node: Typed, { plan }: Compiler): readonly DecisionStep[] {
  const { decisions, functions } = readsIn([node]);
  const own = [...decisions].map((decision) => plan.stepOf.get(decision)).filter((step) => step?.kind === 'decision');
  return [...own, ...[...functions].flatMap((called) => plan.functionOf.get(called)?.reads ?? [])];
}

function whyOfSteps(steps: readonly DecisionStep[]): Why | undefined {
  return steps.length === 0 ? undefined : (_, determined) => steps.forEach((step) => determined.steps.add(step));
}

function whyOfParts(node: Typed, compiler: Compiler): Why | undefined {
  return allOf(childrenOf(node).map((part) => whyOf(part, compiler)));
}

function whyOfConditional({ condition, then, otherwise }: Conditional, compiler: Compiler): Why | undefined {
  const [asked, yes, no] = [condition, then, otherwise].map((part) => whyOf(part, compiler));
  if (yes === undefined && no === undefined) return asked;
  const holds = compiler.condition(condition);
  return allOf([asked, (frame, determined) => (holds(frame) ? yes : no)?.(frame, determined)]);
}

function whyOfLogic({ operator, left, right }: Logic, compiler: Compiler): Why | undefined {
  const first = whyOf(left, compiler);
  const second = whyOf(right, compiler);
  if (second === undefined) return first;
  const holds = compiler.condition(left);
  const goesOn = operator === 'and';
  return allOf([first, (frame, determined) => (holds(frame) === goesOn ? second(frame, determined) : undefined)]);
}

function whyOfLoop({ iterators, result }: Loop, compiler: Compiler): Why | undefined {
  const { turns, scope } = turnsOf(iterators, compiler);
  const each = whyOf(result, scope);
  const sources = whyOfIterators(iterators, compiler);
  if (each === undefined) return sources;
  return allOf([
    sources,
    (frame, determined) => {
      turns(frame, () => {
        each(frame, determined);
        return true;
      });
    },
  ]);
}

function whyOfQuantifier({ quantifier, iterators, condition }: Quantifier, compiler: Compiler): Why | undefined {
  const { turns, scope } = turnsOf(iterators, compiler);
  const each = whyOf(condition, scope);
  const sources = whyOfIterators(iterators, compiler);
  if (each === undefined) return sources;
  const holds = scope.condition(condition);
  return allOf([
    sources,
    (frame, determined) => {
      turns(frame, () => {
        each(frame, determined);
        return holds(frame) === (quantifier === 'every');
      });
    },
  ]);
}

/** Where iterators take their elements from. All but the first may read the variables of those before them. */
export function whyOfIterators(iterators: readonly TypedIterator[], compiler: Compiler): Why | undefined {
  const parts = iterators.map(({ source, to }) => (to === undefined ? [source] : [source, to]));
  return allOf(parts.flatMap((ends, position) => ends.map((end) => (position === 0 ? whyOf(end, compiler) : whyOfNamed(end, compiler)))));
}

function whyOfFilter({ target, item, condition }: FilterOf, compiler: Compiler): Why | undefined {
  const { inner, place } = compiler.within(item);
  const each = whyOf(condition, inner);
  const from = whyOf(target, compiler);
  if (each === undefined) return from;
  const list = compiler.expression(target);
  return allOf([
    from,
    (frame, determined) => {
      const value = list(frame);
      for (const element of isList(value) ? value : [value]) {
        frame.variables[place] = element;
        each(frame, determined);
      }
    },
  ]);
}

function whyOfContext({ entries }: ContextOf, compiler: Compiler): Why | undefined {
  let scope = compiler;
  const parts = entries.map(({ variable, value }) => {
    const why = whyOf(value, scope);
    const evaluate = scope.expression(value);
    const { inner, place } = scope.within(variable);
    scope = inner;
    return { why, evaluate, place };
  });
  if (parts.every(({ why }) => why === undefined)) return undefined;
  return (frame, determined) => {
    for (const { why, evaluate, place } of parts) {
      why?.(frame, determined);
      frame.variables[place] = evaluate(frame);
    }
  };
}

/** The called decision counts with its own rules and reasons, whatever its arguments were made from. */
function whyOfDecisionCall({ decision, arguments: given }: DecisionCall, compiler: Compiler): Why | undefined {
  const call = compiler.plan.callOf.get(decision);
  if (call === undefined) return undefined;
  const run = callRunOf(call, given);
  const values = given.map(({ value }) => compiler.expression(value));
  const called: Why = (frame, determined) => {
    const inner = run(frame, values.map((value) => value(frame)));
    determined.calls.push({ frame: inner, step: call.step });
  };
  return allOf([...given.map(({ value }) => whyOf(value, compiler)), called]);
}
