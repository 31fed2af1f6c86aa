import type { EngineBody } from '../engine.ts';
import type { PlannedBody } from '../plan/plan.ts';
import type { ExceptionRun } from './exceptions.ts';
import type { Frame } from './frame.ts';
import type { TableOutcome } from './table.ts';
import { runTable } from './table.ts';

/** Runs the body of a decision or function: its table, or its expression, from which no rows fire. */
export function runBody(frame: Frame, body: PlannedBody, code: EngineBody, exceptions: ExceptionRun | undefined): TableOutcome {
  if (code.kind === 'expression') return { value: code.evaluate(frame), fired: [] };
  if (body.kind === 'expression') throw new Error('an engine made a table of an expression');
  return runTable(frame, body, code, exceptions);
}
