import type { Policy } from '../../model/policy.ts';
import type { Case } from './case.ts';
import { UnreadableFacts } from './case.ts';
import { decodeFacts } from './decode.ts';
import { JsonProblem, parseExactJson } from './exact-json.ts';
import type { JsonPart } from './json-parts.ts';
import { partsOf } from './json-parts.ts';
import { linesOf } from './text-stream.ts';

/**
 * The cases of a JSON file: an object is one, a list holds many, each decided before the next is read. Throws
 * UnreadableFacts where it stops being JSON: in a list, only after the cases before that.
 */
export async function* jsonCases(policy: Policy, text: AsyncIterable<string>, name: string): AsyncGenerator<Case> {
  let index = 0;
  for await (const part of partsOf(text, name)) {
    if (part.kind === 'element') yield { place: { kind: 'element', index }, decoded: decodePart(policy, part) };
    else yield { place: { kind: 'only' }, decoded: decodePart(policy, part) };
    index += 1;
  }
}

/** Where JSON is malformed, nobody can tell where the next case begins; what else is wrong with an element is that case's problem. */
function decodePart(policy: Policy, { kind, source }: JsonPart): Case['decoded'] {
  try {
    return decodeFacts(policy, parseExactJson(source.text));
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    const { code, span } = problem.diagnostic;
    if (kind === 'whole' || code === 'json-malformed') throw new UnreadableFacts({ ...problem.diagnostic, span: span && { ...span, file: source } });
    return { problems: [{ path: problem.path, diagnostic: { ...problem.diagnostic, span: undefined } }] };
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
