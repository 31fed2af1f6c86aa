import { TextDecoder } from 'node:util';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { UnreadableFacts } from './case.ts';
import { withinLimit } from './case-limit.ts';

/**
 * The text of a stream of bytes, in an encoding by its WHATWG name (`utf-8`, `gb18030`), without a byte-order mark.
 * Throws UnreadableFacts for an encoding that is not known, and for bytes that are not in it: nothing is replaced.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: string, name: string): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  let line = 1;
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new UnreadableFacts(diagnostic('facts-not-in-encoding', undefined, { file: name, encoding, line }));
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    yield text;
    line += lineEndsIn(text);
  }
  yield decode(undefined);
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadableFacts(diagnostic('encoding-unknown', undefined, { encoding }));
  }
}

/** How many lines of a text have ended. */
export function lineEndsIn(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}

/**
 * The lines of a text that comes in pieces, without their ends: LF or CR LF, the only ones that may not stand in JSON.
 * Throws UnreadableFacts for a line longer than CASE_LIMIT.
 */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let line = 1;
  for await (const piece of text) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      const whole = held + piece.slice(from, end);
      yield whole.endsWith('\r') ? whole.slice(0, -1) : whole;
      held = '';
      from = end + 1;
      line += 1;
    }
    held = withinLimit(held + piece.slice(from), line);
  }
  if (held !== '') yield held;
}
