import type { MaskIndex, TableIndex, TreeIndex } from '../../boxes/table-index.ts';
import { NO_ROW } from '../engine.ts';
import type { PlannedRow, PlannedTable } from '../plan/plan.ts';
import { orMissing } from './expression.ts';
import type { Code } from './program.ts';
import type { RowCheck, Setting } from './tables.ts';
import { columnLocal } from './tables.ts';
import { functionText } from './writer.ts';

/**
 * The text of the function that finds the rows that match. Every column is computed, left to right; then the index
 * gives the rows whose constant cells hold; then those rows' other cells are tested, row by row. `checks` are by row of
 * the index, and undefined where no row has any.
 */
export function matchText(planned: PlannedTable, rows: readonly PlannedRow[], index: TableIndex, checks: readonly (RowCheck | undefined)[] | undefined, setting: Setting): Code {
  const { plan, program, parameters } = setting;
  const columns = planned.table.columns;
  const values = columns.map((_, column) => columnLocal(column));
  // The index counts the rows that it was made from; `otherwise` rows are not among them.
  const inOrder = rows.every((row, place) => row.index === place);
  const rowOf = (place: Code): Code => (inOrder ? place : `${program.constant(rows.map((row) => row.index))}[${place}]`);
  const skips = checks === undefined ? '' : `const x=${program.constant(checks)}[r];if(x!==undefined&&!x(${['F', ...values].join(',')}))continue;`;
  const rowByRow = `return matchRowByRow(F,${program.constant(planned)},[${values.join(',')}]);`;
  const found: Found = { rowByRow, take: `${skips}${planned.table.hitPolicy === 'first' ? `return ${rowOf('r')};` : `if(n<0)n=${rowOf('r')};else(s??=[n]).push(${rowOf('r')});`}` };
  return functionText(plan, program, parameters, [], (writer) => {
    const computed = columns.map(({ expression }, column) => `const ${columnLocal(column)}=${orMissing(expression, writer)};`).join('');
    // `n` is the only row so far, `s` the rows once there are several.
    return `${computed}let n=${NO_ROW},s;${index.kind === 'masks' ? findByMasks(index, found, setting) : findInTree(index, found, setting)}return s??n;`;
  });
}

interface Found {
  /** Statements for a value that is not of its column's type. */
  readonly rowByRow: Code;
  /** Statements that take row `r`. */
  readonly take: Code;
}

function findByMasks({ columns, all }: MaskIndex, { rowByRow, take }: Found, { program }: Setting): Code {
  const atoms = columns.map(({ column, locate }) => `const a${column}=${program.constant(locate)}(${columnLocal(column)});`);
  const unlocated = columns.length === 0 ? '' : `if((${columns.map(({ column }) => `a${column}`).join('|')})<0)${rowByRow}`;
  const mask = [all, ...columns.map(({ column, masks }) => `${program.constant(masks)}[a${column}]`)].join('&');
  return `${atoms.join('')}${unlocated}for(let m=${mask};m!==0;m&=m-1){const r=31-Math.clz32(m&-m);${take}}`;
}

function findInTree({ columns, find }: TreeIndex, { rowByRow, take }: Found, { program }: Setting): Code {
  const places = columns.map(({ column, place }) => `const a${column}=${program.constant(place)}(${columnLocal(column)});`);
  const unplaced = columns.map(({ column }) => `if(a${column}!==a${column})${rowByRow}`);
  const list = `[${columns.map(({ column }) => `a${column}`).join(',')}]`;
  return `${places.join('')}${unplaced.join('')}const g=${program.constant(find)}(${list});if(g===${NO_ROW})return g;for(const r of typeof g==='number'?[g]:g){${take}}`;
}
