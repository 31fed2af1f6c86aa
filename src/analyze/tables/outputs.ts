import { isContext } from '../../feel/functions/shapes.ts';
import { shown } from '../../feel/functions/feel-text.ts';
import type { Value } from '../../feel/values/value.ts';
import { outputContext } from '../../evaluate/plan/in-force.ts';
import { sameValue } from '../../evaluate/run/same-value.ts';
import { constantOf } from '../../boxes/constant.ts';
import type { Row, Table } from '../../model/policy.ts';
import { spanText } from './span-text.ts';

/** What a row gives, if it gives the same in every case. */
export function constantOutput(table: Table, row: Row): Value | undefined {
  const values = row.outputs.map(constantOf).filter((value) => value !== undefined);
  const [first] = values;
  if (values.length !== row.outputs.length || first === undefined) return undefined;
  return values.length === 1 ? first : outputContext(table, values);
}

/** Whether two rows of a table give the same: `same` and `different` in every case, `unclear` where they compute it. */
export function comparedOutputs(table: Table, a: Row, b: Row): 'same' | 'different' | 'unclear' {
  if (a.outputs.length > 0 && a.outputs.every((output, index) => spanText(output.span) === textAt(b, index))) return 'same';
  const [one, other] = [constantOutput(table, a), constantOutput(table, b)];
  if (one === undefined || other === undefined) return 'unclear';
  return sameValue(one, other) ? 'same' : 'different';
}

function textAt(row: Row, index: number): string | undefined {
  const output = row.outputs[index];
  return output && spanText(output.span);
}

/** What a row gives, as the policy writes it. */
export function outputText(row: Row): string {
  return row.outputs.map(({ span }) => spanText(span)).join(', ');
}

/** A value that a row gives, for a message: of several outputs without their names. */
export function valueText(value: Value): string {
  return isContext(value) ? [...value.values()].map(shown).join(', ') : shown(value);
}
