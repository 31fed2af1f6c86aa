import { expect, test } from 'vitest';
import { progressLine } from './progress.ts';

test('how far a run has come, how fast, and how long it will take', () => {
  const half = { bytes: 50, total: 100, cases: 500_000, seconds: 16 };
  expect(progressLine(half, 'en')).toBe('██████████░░░░░░░░░░  50%  500,000 cases  31,250/s  0:16 left');
  expect(progressLine(half, 'zh')).toBe('██████████░░░░░░░░░░  50%  500,000 笔  每秒 31,250 笔  剩余 0:16');
  expect(progressLine({ bytes: 1, total: 1000, cases: 12, seconds: 4 }, 'en')).toBe('░░░░░░░░░░░░░░░░░░░░   0%  12 cases  3/s  1:06:36 left');
});

test('before anything is read, and where nobody knows how much there is, no time is left to tell', () => {
  expect(progressLine({ bytes: 0, total: 100, cases: 0, seconds: 0 }, 'en')).toBe('░░░░░░░░░░░░░░░░░░░░   0%  0 cases  0/s');
  expect(progressLine({ bytes: 5000, total: undefined, cases: 20, seconds: 2 }, 'en')).toBe('20 cases  10/s');
});
