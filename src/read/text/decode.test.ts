import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';

function decoded(bytes: Uint8Array, limit?: number): { text: string | undefined; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const file = decode('a.policy', bytes, (each) => found.push(each), limit);
  return { text: file?.text, found };
}

test('a byte-order mark is taken away, and positions count without it', () => {
  expect(decoded(Buffer.from('\uFEFFpolicy p')).text).toBe('policy p');
});

test('line ends stay as they are: positions count in the file as it is', () => {
  expect(decoded(Buffer.from('a\r\nb')).text).toBe('a\r\nb');
});

test('bytes that are not UTF-8 are refused, naming the first bad one', () => {
  const gb18030 = Buffer.concat([Buffer.from('policy p "'), Buffer.from([0xb4, 0xfb]), Buffer.from('"')]);
  const { text, found } = decoded(gb18030);
  expect(text).toBeUndefined();
  expect(found).toMatchObject([{ code: 'file-not-utf8', parameters: { offset: 10 } }]);
});

test('the first bad byte is shown on its line, after what can be read before it', () => {
  const bytes = Buffer.concat([Buffer.from('policy 政策\n# 注'), Buffer.from([0xb4, 0xfb]), Buffer.from('\n')]);
  const [{ span } = { span: undefined }] = decoded(bytes).found;
  expect(span?.file.text.slice(0, span.start)).toBe('policy 政策\n# 注');
});

test('a replacement character that stands in the file is not an error', () => {
  expect(decoded(Buffer.from('policy p "\uFFFD"')).found).toEqual([]);
});

test('a file over the limit is refused, naming its size and the limit', () => {
  expect(decoded(Buffer.from('123456789'), 8).found).toMatchObject([{ code: 'file-too-large', parameters: { size: 9, limit: 8 } }]);
  expect(decoded(Buffer.from('12345678'), 8).text).toBe('12345678');
});

test('without a limit of its own, a file may have 8 MB and no more', () => {
  expect(decoded(new Uint8Array(8 * 1024 * 1024).fill(35)).found).toEqual([]);
  expect(decoded(new Uint8Array(8 * 1024 * 1024 + 1).fill(35)).found).toMatchObject([{ code: 'file-too-large' }]);
});
