import { randomFrom } from './difference/points.ts';

/** Some of a list, in its order: all if no more are wanted than there are, else as a seed scatters them. */
export function chosen<T>(items: readonly T[], seed: number, most: number | undefined): readonly T[] {
  if (most === undefined || most >= items.length) return items;
  const random = randomFrom(seed);
  const places = items.map((_, place) => ({ place, drawn: random() })).sort((a, b) => a.drawn - b.drawn || a.place - b.place);
  return places
    .slice(0, most)
    .map(({ place }) => place)
    .sort((a, b) => a - b)
    .flatMap((place) => items[place] ?? []);
}
