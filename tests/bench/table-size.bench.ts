/**
 * One table of N rows (a text key, an interval of numbers, unique hit): how the time of a lookup grows with N. Ours is
 * the index that the compiled evaluator uses, beside a Map of sorted intervals written for just this table.
 * `npm run bench`.
 */
import { columnDimension } from '../../src/boxes/table-boxes.ts';
import type { TableIndex } from '../../src/boxes/table-index.ts';
import { tableIndex } from '../../src/boxes/table-index.ts';
import type { Decimal } from '../../src/feel/values/decimal.ts';
import { decimalOf } from '../../src/feel/values/decimal.ts';
import type { CellTest, Typed } from '../../src/model/expression.ts';
import type { Column } from '../../src/model/policy.ts';
import type { Type } from '../../src/model/type.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { measure, pseudoRandom, sink } from './measure.ts';

const text: Type = { kind: 'text', allowed: undefined };
const number: Type = { kind: 'number', unit: { kind: 'days' }, grain: decimalOf(1), allowed: undefined };
const span = { file: { path: 'bench', text: '' }, start: 0, end: 0 };
const WIDTH = 10;
const QUERIES = 1000;

type Find = (key: string, value: Decimal) => number;

interface Shape {
  readonly keys: number;
  readonly intervals: number;
}

const shapes: readonly Shape[] = [
  { keys: 5, intervals: 2 },
  { keys: 10, intervals: 10 },
  { keys: 100, intervals: 10 },
  { keys: 10_000, intervals: 1 },
  { keys: 1000, intervals: 10 },
  { keys: 100, intervals: 100 },
  { keys: 10, intervals: 1000 },
];

const rows = [];
for (const shape of shapes) {
  const order = shuffled(shape.keys * shape.intervals);
  const ours = byIndex(shape, order);
  const hand = byHand(shape, order);
  const random = pseudoRandom(7);
  const queries = Array.from({ length: QUERIES }, () => ({ key: keyText(Math.floor(random() * shape.keys)), value: decimalOf(Math.floor(random() * shape.intervals * WIDTH)) }));
  for (const { key, value } of queries) if (ours(key, value) !== hand(key, value)) throw new Error(`they differ over ${key}`);
  const all = (find: Find) => () => {
    for (const { key, value } of queries) sink.value = find(key, value);
  };
  const [handTime = Number.NaN, ourTime = Number.NaN] = await measure([hand, ours].map((find) => ({ name: '', operations: QUERIES, run: all(find) })), 301);
  rows.push({ rows: order.length, keys: shape.keys, 'intervals each': shape.intervals, 'by hand (ns)': Math.round(handTime), 'ours (ns)': Math.round(ourTime), 'times by hand': Number((ourTime / handTime).toFixed(1)) });
}
console.table(rows);

/** Rows in no order that an index could profit from. */
function shuffled(count: number): readonly number[] {
  const random = pseudoRandom(11);
  return Array.from({ length: count }, (_, index) => ({ index, at: random() })).sort((a, b) => a.at - b.at).map(({ index }) => index);
}

function keyText(key: number): string {
  return `branch ${key}`;
}

function byIndex({ keys }: Shape, order: readonly number[]): Find {
  const keyCells = order.map((row): CellTest => ({ kind: 'compare', operator: '=', operand: constant(keyText(row % keys), text), span }));
  const intervalCells = order.map((row): CellTest => {
    const low = Math.floor(row / keys) * WIDTH;
    return { kind: 'between', low: constant(decimalOf(low), number), high: constant(decimalOf(low + WIDTH - 1), number), lowClosed: true, highClosed: true, span };
  });
  return lookUpIn(tableIndex([columnDimension(column(text), keyCells), columnDimension(column(number), intervalCells)], order.length));
}

/** As the compiled evaluator's generated code does it. */
function lookUpIn(index: TableIndex): Find {
  if (index.kind === 'masks') {
    const [key, interval] = index.columns;
    if (key === undefined || interval === undefined) throw new Error('both columns are tested');
    return (text, value) => 31 - Math.clz32((key.masks[key.locate(text)] ?? 0) & (interval.masks[interval.locate(value)] ?? 0));
  }
  const { find } = index;
  const [key, interval] = index.columns;
  if (key === undefined) throw new Error('the keys are tested');
  return (text, value) => {
    const found = find(interval === undefined ? [key.place(text)] : [key.place(text), interval.place(value)]);
    return typeof found === 'number' ? found : -1;
  };
}

function byHand({ keys }: Shape, order: readonly number[]): Find {
  const byKey = new Map<string, { readonly lows: number[]; readonly rows: number[] }>();
  const placed = order.map((row, place) => ({ key: keyText(row % keys), low: Math.floor(row / keys) * WIDTH, place })).sort((a, b) => a.low - b.low);
  for (const { key, low, place } of placed) {
    const entry = byKey.get(key) ?? { lows: [], rows: [] };
    entry.lows.push(low);
    entry.rows.push(place);
    byKey.set(key, entry);
  }
  return (key, value) => {
    const entry = byKey.get(key);
    if (entry === undefined || typeof value.coefficient !== 'number') return -1;
    let low = 0;
    let high = entry.lows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entry.lows[middle] ?? 0) <= value.coefficient) low = middle + 1;
      else high = middle;
    }
    const place = entry.rows[low - 1];
    return place === undefined || value.coefficient >= (entry.lows[low - 1] ?? 0) + WIDTH ? -1 : place;
  };
}

function column(type: Type): Column {
  return { text: '', expression: constant(null, type), mayBeMissing: false, span };
}

function constant(value: Value, type: Type): Typed {
  return { kind: 'constant', value, type, span };
}
