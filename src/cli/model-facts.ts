import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { UnreadableFacts } from '../evaluate/facts/case.ts';
import { foundIn } from '../evaluate/facts/describe.ts';
import { isExactList, isExactObject, JsonProblem, parseExactJson, type ExactJson, type ExactObject } from '../evaluate/facts/exact-json.ts';
import { textOf } from '../evaluate/facts/text-stream.ts';
import { openFacts } from './facts-file.ts';

export interface ModelFacts {
  /** Whether the file holds one case, not a list of them. */
  readonly only: boolean;
  readonly facts: readonly ExactObject[];
}

/** The cases of a JSON file: an object is one, a list holds many. */
export async function modelFacts(path: string): Promise<ModelFacts | { readonly diagnostic: Diagnostic }> {
  try {
    const { bytes } = await openFacts(path);
    let text = '';
    for await (const part of textOf(bytes, 'utf-8', path)) text += part;
    const json: ExactJson = parseExactJson(text, path);
    const facts = isExactList(json) ? json : [json];
    const stranger = facts.find((each) => !isExactObject(each));
    if (stranger !== undefined) return { diagnostic: diagnostic('facts-not-an-object', undefined, { path: '', found: foundIn(stranger) }) };
    return { only: !isExactList(json), facts: facts.filter(isExactObject) };
  } catch (error) {
    if (error instanceof UnreadableFacts || error instanceof JsonProblem) return { diagnostic: error.diagnostic };
    throw error;
  }
}
