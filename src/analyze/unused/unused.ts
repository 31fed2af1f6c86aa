import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Fact, FunctionModel, Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { readBy, variablesIn } from './readers.ts';

/**
 * Declarations that nothing uses: imports, sources, types, functions, parameters, questions and facts, and parameters of
 * functions. What other policies may import is only judged where the policies that do are known.
 */
export function unused(policy: Policy, tools: Tools): void {
  reportUnused('import', policy.imports.map(({ name }) => name), policy, tools);
  for (const called of policy.functions.values()) unusedVariables(called, tools);
  if (!usersAreKnown(policy, tools)) return;
  reportUnused('source', policy.sources.keys(), policy, tools);
  reportUnused('type', policy.types.keys(), policy, tools);
  const { facts, functions } = readBy(tools.set);
  for (const called of policy.functions.values()) if (!functions.has(called)) report(called.kind, called.name, called.span, tools);
  for (const { name, span, fact } of policy.manuals.values()) if (!facts.has(fact)) report('manual', name, span, tools);
  for (const input of policy.inputs.values()) {
    if (!input.facts.some((fact) => facts.has(fact) || isFreeText(fact))) tools.report(diagnostic('fact-unused', input.span, { path: input.name }));
    else for (const fact of input.facts) if (!facts.has(fact) && !isFreeText(fact)) tools.report(diagnostic('fact-unused', fact.span, { path: fact.path }));
  }
}

/** A policy that decides nothing itself is there to be imported: without one that does, nothing is known of its use. */
function usersAreKnown(policy: Policy, { set, othersMayUse }: Tools): boolean {
  if (othersMayUse.has(policy)) return false;
  return policy.decisions.size > 0 || policy.triggers.size > 0 || set.some(({ imports }) => imports.includes(policy));
}

function reportUnused(kind: 'import' | 'source' | 'type', names: Iterable<string>, { used, places }: Policy, tools: Tools): void {
  for (const name of names) if (!used.has(name)) report(kind, name, places.get(name), tools);
}

function unusedVariables(called: FunctionModel, tools: Tools): void {
  const read = variablesIn(called);
  for (const { name, variable } of called.parameters) {
    if (!read.has(variable)) tools.report(diagnostic('argument-unused', called.span, { function: called.name, kind: called.kind, name }));
  }
}

function report(kind: Unused, name: string, span: Span | undefined, { report: tell }: Tools): void {
  tell(diagnostic('declaration-unused', span, { kind, name }));
}

type Unused = 'import' | 'source' | 'type' | 'function' | 'parameter' | 'manual';

/** A name or a number of a file: it says which case this is, in the caller's systems, and decides nothing. */
function isFreeText({ type }: Fact): boolean {
  return type.kind === 'text' && type.allowed === undefined;
}
