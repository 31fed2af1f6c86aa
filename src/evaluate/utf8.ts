/**
 * UTF-8 in the making: texts are encoded as they are added, bytes that are there already are copied. An answer is mostly
 * lists that others have held before it; put together as a string, it would be encoded anew each time.
 */
export interface Utf8 {
  readonly add: (text: string) => void;
  readonly copy: (bytes: Uint8Array) => void;
  readonly length: () => number;
  /** What has been added since it was cleared: good until it is cleared again. */
  readonly bytes: () => Uint8Array;
  readonly clear: () => void;
}

/** Below this many units, writing the bytes of plain ASCII here is quicker than a call into Node. */
const SHORT = 128;

export function utf8(): Utf8 {
  let buffer = Buffer.allocUnsafe(1 << 16);
  let end = 0;
  const makeRoom = (size: number): void => {
    if (end + size <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + size));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  const addShort = (text: string): number => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) return end + buffer.write(text, end);
      buffer[end + at] = unit;
    }
    return end + text.length;
  };
  return {
    add: (text) => {
      // No UTF-16 unit needs more than three bytes.
      makeRoom(text.length * 3);
      end = text.length < SHORT ? addShort(text) : end + buffer.write(text, end);
    },
    copy: (bytes) => {
      makeRoom(bytes.length);
      buffer.set(bytes, end);
      end += bytes.length;
    },
    length: () => end,
    bytes: () => buffer.subarray(0, end),
    clear: () => void (end = 0),
  };
}
