import type { Candidate } from './candidates.ts';
import { sizeOf, type Space } from './space.ts';
import type { Reading } from './step.ts';

/** Every combination of the values in a space; where there are more than `most`, that many of them, scattered. */
export function* pointsIn(space: Space, most: number): Generator<Reading> {
  const size = sizeOf(space);
  const scattered = size > most;
  const random = randomFrom(1);
  for (let turn = 0; turn < Math.min(size, most); turn += 1) {
    const point = new Map<string, Candidate>();
    let rest = turn;
    for (const [key, { all }] of space) {
      const place = scattered ? Math.floor(random() * all.length) : rest % all.length;
      rest = Math.floor(rest / all.length);
      const candidate = all[place];
      if (candidate !== undefined) point.set(key, candidate);
    }
    yield point;
  }
}

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
