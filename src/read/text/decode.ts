import { Buffer, isUtf8 } from 'node:buffer';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';

/** 8 MB: more than any policy that people review; a larger file is a mistake or an attack. */
export const DEFAULT_SIZE_LIMIT = 8 * 1024 * 1024;

/**
 * The text of a policy file: UTF-8, a byte-order mark taken away. Anything else is reported, with the first byte that
 * cannot be decoded. `limit` is in bytes.
 */
export function decode(path: string, bytes: Uint8Array, report: Report, limit = DEFAULT_SIZE_LIMIT): SourceFile | undefined {
  if (bytes.byteLength > limit) {
    report(diagnostic('file-too-large', { file: { path, text: '' }, start: 0, end: 0 }, { size: bytes.byteLength, limit }));
    return undefined;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  if (!isUtf8(buffer)) {
    const offset = firstDifference(buffer, Buffer.from(text));
    const place = buffer.toString('utf8', 0, offset).length;
    report(diagnostic('file-not-utf8', { file: { path, text }, start: place, end: place + 1 }, { offset }));
    return undefined;
  }
  return { path, text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

/** Decoding puts U+FFFD where a byte makes no sense, so the first byte that does not come back is the bad one. */
function firstDifference(original: Uint8Array, roundTripped: Uint8Array): number {
  const at = original.findIndex((byte, index) => byte !== roundTripped[index]);
  return at === -1 ? original.length : at;
}
