import { describe, expect, test } from 'vitest';
import { constantOffset, formatZone, offsetAtInstant, offsetAtLocal, parseZone } from './zone.ts';
import { parseDateTime } from './temporal.ts';
import type { Zone } from './zone.ts';

function zone(text: string): Zone {
  const parsed = parseZone(text);
  if (parsed === undefined) throw new Error(`${text} is no zone`);
  return parsed;
}

function at(text: string, region: string): number {
  const local = parseDateTime(text);
  if (local === undefined) throw new Error(`${text} is no date and time`);
  return offsetAtLocal(zone(region), local.date.epochDay, local.time.nanosecond) / 3600;
}

test('a region is known by its name in the time zone database, in whichever case', () => {
  expect(formatZone(zone('@asia/shanghai'))).toBe('@Asia/Shanghai');
  expect(parseZone('@Asia/Nowhere')).toBeUndefined();
  expect(parseZone('@__proto__')).toBeUndefined();
});

describe('the offset at a local time', () => {
  test.each([
    ['2024-01-31T12:00:00', '@Asia/Shanghai', 8],
    ['1988-07-01T12:00:00', '@Asia/Shanghai', 9],
    ['2024-01-31T12:00:00', '@Europe/Paris', 1],
    ['2024-07-31T12:00:00', '@Europe/Paris', 2],
    ['2024-07-31T12:00:00', '+05:30', 5.5],
  ])('%s%s is %d hours', (text, region, hours) => {
    expect(at(text, region)).toBe(hours);
  });

  test('a time that the clocks skip keeps the offset from before', () => {
    expect(at('2023-03-26T02:30:00', '@Europe/Paris')).toBe(1);
  });

  test('a time that the clocks repeat is the first of the two', () => {
    expect(at('2023-10-29T02:30:00', '@Europe/Paris')).toBe(2);
  });

  test("reaches FEEL's furthest years by the rules of the nearest that the database has", () => {
    expect(at('999999999-07-01T12:00:00', '@Europe/Paris')).toBe(2);
    expect(at('999999999-01-01T12:00:00', '@Europe/Paris')).toBe(1);
    expect(at('-999999999-07-01T12:00:00', '@Asia/Shanghai')).toBeCloseTo(8.095, 3);
  });
});

test('the offset at an instant changes with the instant', () => {
  const change = parseDateTime('2023-03-26T01:00:00');
  const { epochDay } = change?.date ?? { epochDay: NaN };
  const nanosecond = change?.time.nanosecond ?? NaN;
  expect(offsetAtInstant(zone('@Europe/Paris'), epochDay, nanosecond - 1)).toBe(3600);
  expect(offsetAtInstant(zone('@Europe/Paris'), epochDay, nanosecond)).toBe(7200);
});

test('an offset is constant where no clock change was ever recorded', () => {
  expect(constantOffset(zone('@Etc/UTC'))).toBe(0);
  expect(constantOffset(zone('@Etc/GMT-8'))).toBe(8 * 3600);
  expect(constantOffset(zone('-03:00'))).toBe(-3 * 3600);
  expect(constantOffset(zone('@Asia/Shanghai'))).toBeUndefined();
});
