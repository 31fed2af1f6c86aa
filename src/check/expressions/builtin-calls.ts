import { byWrittenOrder, type Builtin, type BuiltinSignature } from '../../feel/functions/builtin.ts';
import type { BuiltinCall, Constant, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Call } from '../../read/tree/expression.ts';
import { isBroken } from '../types/broken.ts';
import { misfit } from '../types/fits.ts';
import { arrange } from './arguments.ts';
import { computed, constantType } from './arithmetic.ts';
import { checkBuiltinRules, refineResult } from './builtin-rules.ts';
import { conform } from './conform.ts';
import { infer } from './infer.ts';
import { inferAll } from './lists.ts';
import { failed, type Scope } from './scope.ts';

/**
 * A call of a function of FEEL. Of several parameter lists the first that the arguments fit in number, names and types
 * is taken. With constants only, the result is a constant.
 */
export function callBuiltin(builtin: Builtin, call: Call, scope: Scope, hint: Type | undefined): Typed {
  const possible = builtin.signatures.filter((signature) => fitsByPlace(signature, call)).sort(byWrittenOrder(call.arguments.map(({ name }) => name?.name)));
  const signature = possible[0] ?? nearest(builtin.signatures, call);
  if (signature === undefined || possible.length === 0) {
    if (signature !== undefined) arrange(call, builtin.name, signature.parameters, scope, signature.variadic);
    return failed(call.span);
  }
  const given = inferArguments(call, scope, hint);
  const chosen = possible.find((one) => place(one, call, given).every((value, index) => value === undefined || misfit(value.type, parameterType(one, index)) === undefined)) ?? signature;
  const placed = place(chosen, call, given).map((value, index) => value && conform(value, parameterType(chosen, index), scope));
  if (placed.some((value) => isBroken(value?.type)) || !checkBuiltinRules(builtin.name, placed, call, scope)) return failed(call.span);
  const type = refineResult(builtin.name, placed, chosen.result(placed.map((value) => value?.type)));
  return folded({ kind: 'builtin', builtin, signature: chosen, arguments: placed, type, span: call.span }, scope);
}

/** Whether the arguments have places in a parameter list, by name or by number. */
function fitsByPlace({ parameters, variadic }: BuiltinSignature, call: Call): boolean {
  const names = call.arguments.flatMap(({ name }) => (name === undefined ? [] : [name.name]));
  const required = parameters.filter(({ optional }) => !optional);
  if (names.length === 0) return call.arguments.length >= required.length && (variadic || call.arguments.length <= parameters.length);
  const unique = new Set(names);
  return unique.size === names.length && names.every((name) => parameters.some((one) => one.name === name)) && required.every(({ name }) => unique.has(name));
}

/** The parameter list that a call fits in nowhere is explained by: the one that knows most of its names. */
function nearest(signatures: readonly BuiltinSignature[], call: Call): BuiltinSignature | undefined {
  const known = ({ parameters }: BuiltinSignature): number => call.arguments.filter(({ name }) => parameters.some((one) => one.name === name?.name)).length;
  const ranked = [...signatures].sort((a, b) => known(b) - known(a));
  return ranked.find(({ variadic }) => !variadic) ?? ranked[0];
}

/** The arguments in the order written. Functions among them expect the elements of the first list given. */
function inferArguments(call: Call, scope: Scope, hint: Type | undefined): readonly Typed[] {
  const expressions = call.arguments.map(({ value }) => value);
  const plain = expressions.filter(({ kind }) => kind !== 'function');
  const typed = new Map(inferAll(plain.map((expression) => ({ expression, scope })), enumExpected(hint)).map((one, index) => [plain[index], one]));
  const elements = [...typed.values()].map(({ type }) => type).find((type) => type.kind === 'list')?.item ?? { kind: 'any' };
  const ofElements: Type = { kind: 'function', parameters: [elements, elements], result: { kind: 'any' } };
  return expressions.map((expression) => typed.get(expression) ?? infer(expression, scope, ofElements));
}

/** `worst(a, normal)` where a class is expected: a bare member among the arguments is most likely of that enum. */
function enumExpected(hint: Type | undefined): Type | undefined {
  return hint?.kind === 'enum' ? hint : undefined;
}

/** The arguments in parameter order, for a parameter list in which they have places. */
function place({ parameters }: BuiltinSignature, call: Call, given: readonly Typed[]): readonly (Typed | undefined)[] {
  const named = call.arguments.some(({ name }) => name !== undefined);
  return named ? parameters.map(({ name }) => given[call.arguments.findIndex((one) => one.name?.name === name)]) : given;
}

/** Arguments beyond the last parameter of a variadic function are of that parameter's type. */
function parameterType({ parameters }: BuiltinSignature, index: number): Type {
  return (parameters[index] ?? parameters.at(-1))?.type ?? { kind: 'any' };
}

function folded(node: BuiltinCall, scope: Scope): Typed {
  const values = node.arguments.map((value) => (value?.kind === 'constant' && value.type.kind !== 'any' ? value.value : undefined));
  const constant = node.arguments.length > 0 && node.arguments.every((argument, index) => argument === undefined || values[index] !== undefined);
  if (!constant) return node;
  const value = computed(() => node.signature.call(values), node.span, scope);
  return value === undefined ? failed(node.span) : ({ kind: 'constant', value, type: constantType(value, node.type), span: node.span } satisfies Constant);
}
