import { closures } from './closures/engine.ts';
import { compiled } from './compiled/engine.ts';
import type { Engine } from './engine.ts';

/** Evaluators that answer at once. */
export type ImmediateEngine = 'compiled' | 'closures';

/** The evaluators. All of them give the same answers; json-rules-engine gives them later. */
export type EngineName = ImmediateEngine | 'json-rules-engine';

/** The evaluator that goes by a name; compiled if none is asked for. */
export function engineNamed(name: ImmediateEngine | undefined): Engine {
  return name === 'closures' ? closures : compiled;
}
