import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Texts are gathered to about this many UTF-16 units before they are written: writing costs more than a short text. */
const GATHERED = 1 << 16;

/**
 * Writes texts to a stream, in their order and no faster than it takes them; `gather` is whether they may wait for others.
 * Rejects with what the stream or the texts fail with; if the texts fail, those before are written first.
 */
export async function writeTexts(texts: AsyncIterable<string>, stream: Writable, { gather, end }: { readonly gather: boolean; readonly end: boolean }): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const written = async function* (): AsyncGenerator<Uint8Array> {
    let held = '';
    try {
      for await (const text of texts) {
        held += text;
        if (gather && held.length < GATHERED) continue;
        yield utf8Of(held);
        held = '';
      }
    } catch (error) {
      failure = { error };
    }
    if (held !== '') yield utf8Of(held);
  };
  await pipeline(written, stream, { end });
  if (failure !== undefined) throw failure.error;
}

/** A stream would measure a text before it encodes it, which takes as long again. No UTF-16 unit needs more than three bytes. */
function utf8Of(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafe(text.length * 3);
  return bytes.subarray(0, bytes.write(text));
}
