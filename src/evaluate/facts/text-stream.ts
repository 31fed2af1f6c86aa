import { TextDecoder } from 'node:util';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { UnreadableFacts } from './case.ts';

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
    line += text.split('\n').length - 1;
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

/** The lines of a text that comes in pieces, without their ends: LF or CR LF, the only ones that may not stand in JSON. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
