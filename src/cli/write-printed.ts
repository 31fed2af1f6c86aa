import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { utf8 } from '../evaluate/utf8.ts';
import type { Printed } from './print-answers.ts';

/** What is printed is gathered to about this many bytes before it is written: writing costs more than a short text. */
const GATHERED = 1 << 16;

/**
 * Writes what is printed to a stream, in its order and no faster than the stream takes it; `gather` is whether one text
 * may wait for others. Rejects with what the stream or the texts fail with; if the texts fail, those before are written first.
 */
export async function writePrinted(texts: AsyncIterable<Printed>, stream: Writable, { gather, end }: { readonly gather: boolean; readonly end: boolean }): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const written = async function* (): AsyncGenerator<Uint8Array> {
    const gathered = utf8();
    try {
      for await (const text of texts) {
        if (typeof text === 'string') gathered.add(text);
        else gathered.copy(text);
        if (gather && gathered.length() < GATHERED) continue;
        yield Buffer.from(gathered.bytes());
        gathered.clear();
      }
    } catch (error) {
      failure = { error };
    }
    yield gathered.bytes();
  };
  await pipeline(written, stream, { end });
  if (failure !== undefined) throw failure.error;
}
