/** Plumbline as a library: the same functions that the command and the service call. */
export { compile } from './library/compile.ts';
export type { Compiled, Sources } from './library/compile.ts';
export { analyzed } from './library/analyze.ts';
export type { Analyzed } from './library/analyze.ts';
export { evaluate, evaluateAsync, RefusedError } from './library/evaluate.ts';
export type { EngineName, ImmediateEngine } from './evaluate/engines.ts';
export type { Question } from './library/request.ts';
export type * from './evaluate/answer.ts';
export type { PlainJson } from './evaluate/facts/plain-json.ts';
export type { Policy } from './model/policy.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export { diagnosticToJson } from './diagnostics/json.ts';
export { renderAll } from './diagnostics/render.ts';
