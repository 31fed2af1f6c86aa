import { closures } from './closures/engine.ts';
import { compiled } from './compiled/engine.ts';
import type { Engine } from './engine.ts';

export type EngineName = 'compiled' | 'closures';

/** The evaluator that goes by a name; compiled if none is asked for. All of them give the same answers. */
export function engineNamed(name: EngineName | undefined): Engine {
  return name === 'closures' ? closures : compiled;
}
