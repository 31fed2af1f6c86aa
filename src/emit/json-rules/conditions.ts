import { testOf, type ConditionJson, type FactColumn } from '../../read/json-rules/document.ts';
import { absenceOf } from '../../read/json-rules/presence.ts';
import { accepts } from './accepts.ts';
import type { CellPlace, ConstantTest, Plain } from './constant-tests.ts';
import { listedConditions } from './listed-conditions.ts';
import { numberConditions } from './number-conditions.ts';
import type { Refuse } from './refusal.ts';

/** The conditions, all of which hold where a cell's test does. Undefined where the engine's operators cannot say it; that is refused. */
export function conditionsOf(column: FactColumn, test: ConstantTest, cell: CellPlace, refuse: Refuse): readonly ConditionJson[] | undefined {
  if (test.kind === 'any') return [];
  if (column.kind === 'text' || column.kind === 'date') return listedConditions(column, test, cell, refuse);
  const present = column.kind === 'number' ? numberConditions(column, test) : memberConditions(column, test);
  const absence = column.optional === true && accepts(test, undefined, () => 0) ? absenceOf(column) : undefined;
  const alternatives = [...(absence === undefined ? [] : [absence]), ...present];
  const [only, another] = alternatives;
  if (only === undefined) return refuse(cell.span, cell.row, { en: 'no value fits the cell', zh: '没有任何值符合此单元格' });
  if (another !== undefined) return [{ any: alternatives }];
  return 'all' in only ? only.all : [only];
}

/** The members of an enum, or booleans, that a test accepts. Of these it is known which there are. */
function memberConditions(column: FactColumn, test: ConstantTest): readonly ConditionJson[] {
  const members: readonly Plain[] = column.kind === 'boolean' ? [false, true] : (column.members ?? []);
  const accepted = members.filter((_, place) => accepts(test, place, (value) => members.indexOf(value)));
  const [only, another] = accepted;
  if (only === undefined) return [];
  return [another === undefined ? testOf(column, 'equal', only) : testOf(column, 'in', accepted)];
}
