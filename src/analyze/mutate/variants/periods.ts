import { dateOfEpochDay, formatTemporal, parseDate } from '../../../feel/values/temporal.ts';
import type { Annotations, Period, Text } from '../../../read/tree/statement.ts';
import { variant, within, type Variant } from './variant.ts';

/** What is dated, with its first or last day in force a day earlier or later. */
export function periodVariants<T extends Pick<Annotations, 'inForce'>>(dated: T): readonly Variant<T>[] {
  const { inForce } = dated;
  if (inForce === undefined) return [];
  const { from, to } = inForce;
  const moved: readonly Variant<Period>[] = [...within(dayVariants(from), (day) => ({ ...inForce, from: day })), ...within(dayVariants(to), (day) => ({ ...inForce, to: day }))];
  return within(moved, (period) => ({ ...dated, inForce: period }));
}

function dayVariants(day: Text | undefined): readonly Variant<Text>[] {
  const date = day && parseDate(day.text);
  if (day === undefined || date === undefined) return [];
  return [date.epochDay - 1, date.epochDay + 1].flatMap((epochDay) => {
    const beside = dateOfEpochDay(epochDay);
    if (beside === undefined) return [];
    const text = formatTemporal(beside);
    return [variant('period moved', { ...day, text }, day.span, text)];
  });
}
