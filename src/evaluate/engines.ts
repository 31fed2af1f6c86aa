import { closures } from './closures/engine.ts';
import type { Engine } from './engine.ts';

export type EngineName = 'compiled' | 'closures';

/** The evaluator that goes by a name. All of them give the same answers. */
export function engineNamed(_name: EngineName | undefined): Engine {
  return closures;
}
