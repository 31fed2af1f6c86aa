import { diagnostic, type Report } from '../../../diagnostics/diagnostic.ts';
import { parse } from '../../text/parse.ts';
import type { Cell, Expression, Test } from '../../tree/expression.ts';
import type { Annotations, Period, RowTree, TableTree, Text } from '../../tree/statement.ts';
import { childNamed, childrenNamed, identifierOf } from '../elements.ts';
import type { XmlElement } from '../xml/element.ts';
import type { PlacedText } from '../xml/placed-text.ts';
import { dateIn, holdsMembers, policyTest, policyValue } from './policy-values.ts';
import { DATE_COLUMN, ruleNames } from './rule-ids.ts';

/**
 * A table with the rows of a decision table that was made of it and then changed. Rows that are as they were stay what
 * they were in the policy; the others are read. `unchanged`: the ids of rules.
 */
export function withRowsOf(table: TableTree, changed: XmlElement, unchanged: ReadonlySet<string>, report: Report): TableTree {
  const tableId = changed.attributes.get('id')?.text ?? '';
  const plain = table.rows.filter(({ otherwise }) => !otherwise);
  const names = ruleNames(plain.map(({ id }) => id.name));
  const byRule = new Map(plain.map((row, index) => [`${tableId}_${names[index] ?? ''}`, row]));
  const columns = columnsOf(changed);
  const rows = childrenNamed(changed, 'rule').flatMap((rule): readonly RowTree[] => {
    const id = rule.attributes.get('id')?.text ?? '';
    const before = byRule.get(id);
    if (before !== undefined && unchanged.has(id)) return [before];
    const row = readRow(rule, columns, report);
    return row === undefined ? [] : [row];
  });
  return { ...table, rows: [...rows, ...table.rows.filter(({ otherwise }) => otherwise)] };
}

/** How a decision table's entries are to be read. */
interface Columns {
  /** Whether the first input is the date. */
  readonly dated: boolean;
  /** For each column whether its strings are members of an enum. */
  readonly inputs: readonly boolean[];
  readonly outputs: readonly boolean[];
  readonly annotations: readonly string[];
}

function columnsOf(table: XmlElement): Columns {
  const inputs = childrenNamed(table, 'input');
  return {
    dated: inputs[0]?.attributes.get('id')?.text.endsWith(DATE_COLUMN) === true,
    inputs: inputs.map((input) => holdsMembers(childNamed(input, 'inputExpression'))),
    outputs: childrenNamed(table, 'output').map(holdsMembers),
    annotations: childrenNamed(table, 'annotation').map((annotation) => identifierOf(annotation)?.name ?? ''),
  };
}

function readRow(rule: XmlElement, columns: Columns, report: Report): RowTree | undefined {
  const texts = (name: string): readonly (PlacedText | undefined)[] => childrenNamed(rule, name).map((entry) => childNamed(entry, 'text')?.text);
  const annotation = (name: string): PlacedText | undefined => texts('annotationEntry')[columns.annotations.indexOf(name)];
  const id = annotation('id');
  if (id === undefined || id.text.trim() === '') return void report(diagnostic('dmn-rule-without-id', rule.span, {}));
  const [date, ...others] = texts('inputEntry');
  const cells = columns.dated ? others : [date, ...others];
  const offset = columns.dated ? 1 : 0;
  return {
    id: { name: id.text.trim(), span: id.span },
    otherwise: false,
    cells: cells.map((text, index) => readCell(text, rule, columns.inputs[index + offset] === true, report)),
    outputs: texts('outputEntry').map((text, index) => readOutput(text, columns.outputs[index] === true, report)),
    ...readAnnotations(annotation, columns.dated ? readPeriod(date, report) : undefined, report),
    span: rule.span,
  };
}

function readCell(text: PlacedText | undefined, rule: XmlElement, members: boolean, report: Report): Cell | undefined {
  if (text === undefined || text.text.trim() === '') return { tests: [{ kind: 'any', span: rule.span }], span: rule.span };
  const cell = parse(text.text, text.origin, (grammar) => grammar.cell(), report);
  return cell && { ...cell, tests: cell.tests.map((test) => policyTest(test, members)) };
}

function readOutput(text: PlacedText | undefined, members: boolean, report: Report): Expression | undefined {
  const expression = text && parse(text.text, text.origin, (grammar) => grammar.expression(), report);
  return expression && policyValue(expression, members);
}

/** When a row is in force: what its cell for the date accepts. */
function readPeriod(text: PlacedText | undefined, report: Report): Period | undefined {
  const cell = text && parse(text.text, text.origin, (grammar) => grammar.cell(), report);
  const [test] = cell?.tests ?? [];
  if (text === undefined || cell === undefined || test === undefined || (test.kind === 'any' && cell.tests.length === 1)) return undefined;
  const [from, to] = endsOf(test);
  if (cell.tests.length === 1 && (from ?? to) !== undefined) return { from, to, span: text.span };
  return void report(diagnostic('dmn-period-unreadable', text.span, { text: text.text.trim() }));
}

function endsOf(test: Test): readonly [Text | undefined, Text | undefined] {
  if (test.kind === 'compare' && test.operator === '>=') return [dateIn(test.operand), undefined];
  if (test.kind === 'compare' && test.operator === '<=') return [undefined, dateIn(test.operand)];
  const range = test.kind === 'expression' && test.expression.kind === 'range' ? test.expression : undefined;
  return range?.lowClosed === true && range.highClosed ? [dateIn(range.low), dateIn(range.high)] : [undefined, undefined];
}

function readAnnotations(annotation: (name: string) => PlacedText | undefined, inForce: Period | undefined, report: Report): Annotations {
  const said = (name: string): PlacedText | undefined => (annotation(name)?.text.trim() === '' ? undefined : annotation(name));
  const [cites, basis, note] = [said('cites'), said('basis'), said('note')];
  return {
    inForce,
    cites: (cites && parse(cites.text, cites.origin, (grammar) => grammar.citations(), report)) ?? [],
    basis: basis && parse(basis.text, basis.origin, (grammar) => grammar.basis(), report),
    note: note && { text: note.text.trim(), span: note.span },
  };
}

