import type { Policy } from '../../model/policy.ts';
import type { Case } from './case.ts';
import { UnreadableFacts } from './case.ts';
import { decodeFacts } from './decode.ts';
import type { ExactJson } from './exact-json.ts';
import { JsonProblem, isExactList, parseExactJson } from './exact-json.ts';
import { linesOf } from './text-stream.ts';

/** The cases of a JSON file: an object is one, a list holds many. Throws UnreadableFacts if it is not JSON. */
export async function* jsonCases(policy: Policy, text: AsyncIterable<string>, name: string): AsyncGenerator<Case> {
  let whole = '';
  for await (const piece of text) whole += piece;
  const json = readJson(whole, name);
  if (!isExactList(json)) {
    yield { place: { kind: 'only' }, decoded: decodeFacts(policy, json) };
    return;
  }
  for (const [index, element] of json.entries()) {
    yield { place: { kind: 'element', index }, decoded: decodeFacts(policy, element) };
  }
}

function readJson(text: string, name: string): ExactJson {
  try {
    return parseExactJson(text, name);
  } catch (problem) {
    throw problem instanceof JsonProblem ? new UnreadableFacts(problem.diagnostic) : problem;
  }
}

/** The cases of an NDJSON file, one on each line. A line that is not JSON is that case's problem and hides no other. */
export async function* ndjsonCases(policy: Policy, text: AsyncIterable<string>, name: string): AsyncGenerator<Case> {
  let line = 0;
  for await (const written of linesOf(text)) {
    line += 1;
    if (written.trim() === '') continue;
    yield { place: { kind: 'line', line }, decoded: decodeLine(policy, written, name) };
  }
}

function decodeLine(policy: Policy, written: string, name: string): Case['decoded'] {
  try {
    return decodeFacts(policy, parseExactJson(written, name));
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    return { problems: [{ path: problem.path, diagnostic: { ...problem.diagnostic, span: undefined } }] };
  }
}
