import { expect, test } from 'vitest';
import { DaysDuration, MonthsDuration, daysDuration, formatDuration, monthsDuration, parseDuration } from './duration.ts';
import { FeelError } from './error.ts';

test.each([
  ['P1D', 'P1D'],
  ['PT24H', 'P1D'],
  ['PT36H', 'P1DT12H'],
  ['P1DT2H3M4.5S', 'P1DT2H3M4.5S'],
  ['-PT90M', '-PT1H30M'],
  ['PT0.000000001S', 'PT0.000000001S'],
  ['PT61S', 'PT1M1S'],
  ['P0D', 'PT0S'],
  ['-PT0S', 'PT0S'],
  ['P99999999999999999999D', 'P99999999999999999999D'],
])('the days and time duration %s is %s', (text, canonical) => {
  const duration = parseDuration(text);
  expect(duration).toBeInstanceOf(DaysDuration);
  expect(duration && formatDuration(duration)).toBe(canonical);
});

test.each([
  ['P1Y', 'P1Y'],
  ['P12M', 'P1Y'],
  ['P14M', 'P1Y2M'],
  ['-P1Y2M', '-P1Y2M'],
  ['P11M', 'P11M'],
  ['P0Y', 'P0M'],
  ['-P0M', 'P0M'],
  ['P9007199254740991M', 'P750599937895082Y7M'],
])('the years and months duration %s is %s', (text, canonical) => {
  const duration = parseDuration(text);
  expect(duration).toBeInstanceOf(MonthsDuration);
  expect(duration && formatDuration(duration)).toBe(canonical);
});

test.each([
  ['P', 'nothing'],
  ['PT', 'nothing after T'],
  ['P1DT', 'nothing after T'],
  ['P1Y1D', 'both kinds'],
  ['P1M1D', 'both kinds'],
  ['P1.5D', 'only seconds have a fraction'],
  ['PT1.S', 'a point needs digits'],
  ['PT0.0000000001S', 'finer than a nanosecond'],
  ['P-1D', 'the sign stands first'],
  ['+P1D', 'no plus sign'],
  ['1D', 'no P'],
  ['P1H', 'hours stand after T'],
  ['P1M1Y', 'years stand before months'],
  ['P1W', 'XML Schema has no weeks'],
  ['P9007199254740992M', 'more months than can be exact'],
  [`P${'9'.repeat(31)}D`, 'more than 34 digits of seconds'],
])('%s is no duration: %s', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('a result too large to be exact is an error, not a rounded duration', () => {
  expect(() => monthsDuration(2 ** 53)).toThrow(FeelError);
  expect(() => daysDuration(10n ** 43n)).toThrow('duration-out-of-range');
  expect(monthsDuration(-0)).toEqual(new MonthsDuration(0));
});
