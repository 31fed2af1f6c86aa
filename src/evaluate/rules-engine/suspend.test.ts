import { expect, test } from 'vitest';
import type { TableAnswer } from './suspend.ts';
import { answerOf, settle } from './suspend.ts';

/** A question whose answer takes a few turns; notes that it was asked. */
function question(row: number, asked: number[] = []): () => Promise<TableAnswer> {
  return async () => {
    asked.push(row);
    for (let turn = 0; turn < row; turn += 1) await Promise.resolve();
    return { rows: [row], effects: { workLeft: 0, trail: [], observed: [] } };
  };
}

function rowsOf(answer: TableAnswer): readonly number[] {
  return 'rows' in answer ? answer.rows : [];
}

test('each question is asked once, in order, and each answer begins the computation anew', async () => {
  const asked: number[] = [];
  let attempts = 0;
  const sum = await settle(() => {
    attempts += 1;
    return [3, 1, 2].flatMap((row) => rowsOf(answerOf(question(row, asked))));
  });
  expect([sum, asked, attempts]).toEqual([[3, 1, 2], [3, 1, 2], 4]);
});

test('what an answer decides may change what is asked next', async () => {
  const asked: number[] = [];
  await settle(() => (rowsOf(answerOf(question(1, asked))).includes(1) ? answerOf(question(2, asked)) : answerOf(question(3, asked))));
  expect(asked).toEqual([1, 2]);
});

test('an attempt that is being left asks nothing more', async () => {
  const asked: number[] = [];
  let left = 0;
  await settle(() => {
    try {
      return answerOf(question(1, asked));
    } finally {
      left += 1;
      if (left === 1) expect(() => answerOf(question(2, asked))).toThrow('suspended');
    }
  });
  expect(asked).toEqual([1]);
});

test('computations settle within each other and beside each other', async () => {
  const nested = (row: number): (() => Promise<TableAnswer>) => async () => {
    const inner = await settle(() => [...rowsOf(answerOf(question(row))), ...rowsOf(answerOf(question(row + 1)))]);
    return { rows: inner, effects: { workLeft: 0, trail: [], observed: [] } };
  };
  const outer = (row: number): Promise<readonly number[]> => settle(() => [...rowsOf(answerOf(nested(row))), ...rowsOf(answerOf(nested(row + 10)))]);
  expect(await Promise.all([5, 1, 3].map(outer))).toEqual([[5, 6, 15, 16], [1, 2, 11, 12], [3, 4, 13, 14]]);
});

test('it rejects with what the computation throws, before an answer or after', async () => {
  await expect(settle(() => { throw new RangeError('at once'); })).rejects.toThrow('at once');
  await expect(settle(() => { throw new RangeError(`after ${rowsOf(answerOf(question(1))).join()}`); })).rejects.toThrow('after 1');
});

test('nothing is asked where nothing waits', async () => {
  expect(() => answerOf(question(1))).toThrow('nothing waits');
  await settle(() => answerOf(question(1)));
  expect(() => answerOf(question(1))).toThrow('nothing waits');
});
