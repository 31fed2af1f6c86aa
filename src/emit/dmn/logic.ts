import type { Typed } from '../../model/expression.ts';
import type { Decision, FunctionModel, ModelBody, Table } from '../../model/policy.ts';
import { gathers } from '../../model/hit-policy.ts';
import { expressionsOfBody, expressionsOfException } from '../../model/reads.ts';
import { idOf } from '../../read/dmn/ids.ts';
import { duringText, isNarrower } from './dates.ts';
import { replacedText } from './exceptions.ts';
import { feelOf } from './feel/expression.ts';
import { choice, closed, COMPARISON, NULL, OPEN, part, type Feel } from './feel/pieces.ts';
import { roundedText } from './feel/rounding.ts';
import type { Writing } from './feel/writing.ts';
import type { ItemDefinitions } from './item-definitions.ts';
import { decisionTable, emptyText } from './tables.ts';
import { element, textElement, type XmlNode } from './xml.ts';

type Owner = Decision | FunctionModel;

/** What an element comes to. */
export interface Logic {
  readonly expression: XmlNode;
  /** What is read in it, and whether the date is; the parts aside. */
  readonly reads: readonly Typed[];
  readonly dated: boolean;
  /** What it is made of, each by its name. */
  readonly parts: readonly Part[];
}

/** A table, or an outcome, that is looked at once more: something is done to what it comes to. */
export interface Part extends Logic {
  readonly name: string;
  readonly id: string;
  /** Which of the bodies it is the table of. */
  readonly body: number | undefined;
}

/**
 * What a decision or function comes to: a decision table or a literal expression where that says it all. Otherwise its
 * tables are parts, and the expression takes the one in force, rounds it, and lets exceptions at the decision replace it.
 */
export function logicOf(owner: Owner, id: string, types: ItemDefinitions, writing: Writing): Logic {
  const period = writing.policy.inForce;
  const exceptions = owner.kind === 'decision' ? owner.exceptions : [];
  const isOverridden = exceptions.some(({ target }) => target.kind === 'decision');
  const [only] = owner.bodies;
  if (only?.kind === 'table' && standsAlone(owner, only) && !isOverridden) return tableLogic(only, `${id}_table`);

  const several = owner.bodies.length > 1;
  const bodies = owner.bodies.map((body, index) => {
    const rows = body.kind === 'table' ? partOf(several ? `rows_${index + 1}` : 'rows', index, (table) => tableLogic(body, table)) : undefined;
    return { body, rows, outcome: rows === undefined ? outcomeOf(body) : outcomeOf(body, closed(rows.name)) };
  });
  const standing: Logic = {
    expression: literal(id, bodies.reduceRight<Feel>((rest, { body, outcome }) => (isInTurn(body) ? choice(duringText(body.inForce), outcome, rest) : outcome), NULL)),
    reads: bodies.flatMap(({ body }) => (body.kind === 'expression' ? [body.expression] : readWhereEmpty(body))),
    dated: bodies.some(({ body }) => isInTurn(body)),
    parts: bodies.flatMap(({ rows }) => rows ?? []),
  };
  return isOverridden ? overridden(standing) : standing;

  function tableLogic(table: Table, tableId: string): Logic {
    const outer = standsAlone(owner, table) ? period : table.inForce;
    const atRows = exceptions.some(({ target }) => target.kind === 'row') ? exceptions : [];
    return {
      expression: decisionTable({ id: tableId, table, outer, exceptions, types, writing }),
      reads: [...expressionsOfBody(table), ...atRows.flatMap(expressionsOfException)],
      dated: table.rows.some(({ inForce }) => isNarrower(inForce, outer)) || atRows.some(({ inForce }) => isNarrower(inForce, period)),
      parts: [],
    };
  }

  function partOf(wanted: string, body: number | undefined, logic: (id: string) => Logic): Part {
    const name = freeName(owner.kind === 'decision' ? `${owner.name}_${wanted}` : wanted, owner, writing);
    const own = owner.kind === 'decision' ? idOf('decision', name) : `${id}_${wanted}`;
    return { ...logic(`${own}_table`), name, id: own, body };
  }

  function outcomeOf(body: ModelBody, rows: Feel = NULL): Feel {
    if (body.kind === 'expression') return feelOf(body.expression, writing);
    const given = { id, table: body, outer: body.inForce, exceptions, types, writing };
    const outcome = gathers(body) ? choice({ text: `${rows.text} = null`, binds: COMPARISON }, emptyText(given), rows) : rows;
    return body.rounding === undefined ? outcome : rounded(outcome, body, body.rounding);
  }

  /** Whether a body has its turn only for a time, and its table does not say so itself. */
  function isInTurn(body: ModelBody): boolean {
    return isNarrower(body.inForce, period) && !standsAlone(owner, body);
  }

  /** Only what has come about can be replaced. */
  function overridden(logic: Logic): Logic {
    const [table] = logic.parts;
    const isTable = table !== undefined && only?.kind === 'table' && standsAlone(owner, only);
    const outcome = isTable ? table : partOf('outcome', undefined, () => logic);
    const value = closed(outcome.name);
    const cases = replacedText(value, exceptions, { kind: 'decision' }, { outer: period, writing });
    return {
      expression: literal(id, choice({ text: `${outcome.name} = null`, binds: COMPARISON }, NULL, cases)),
      reads: exceptions.flatMap(expressionsOfException),
      dated: exceptions.some(({ inForce }) => isNarrower(inForce, period)),
      parts: [outcome],
    };
  }
}

/** The same as one boxed expression: a context whose entries are the parts. A function has no elements beside it. */
export function boxedLogic(logic: Logic, id: string): XmlNode {
  const parts = flattened(logic);
  if (parts.length === 0) return logic.expression;
  const entries = parts.map((part) => element('contextEntry', { id: part.id }, element('variable', { id: `${part.id}_variable`, name: part.name }), part.expression));
  return element('context', { id: `${id}_context` }, ...entries, element('contextEntry', { id: `${id}_result` }, logic.expression));
}

/** All parts, each after those that it is made of. */
export function flattened({ parts }: Logic): readonly Part[] {
  return parts.flatMap((part) => [...flattened(part), part]);
}

/** Whether a decision table says all of a body: nothing is done to its outcome, and its rows say when it is in force. */
function standsAlone(owner: Owner, body: ModelBody): boolean {
  return owner.bodies.length === 1 && body.kind === 'table' && body.rounding === undefined && !gathers(body);
}

/** What the outcome of a table that gathers reads where no row matches. */
function readWhereEmpty(table: Table): readonly Typed[] {
  return gathers(table) ? table.rows.filter(({ otherwise }) => otherwise).flatMap(({ outputs }) => outputs) : [];
}

function rounded(outcome: Feel, { hitPolicy }: Table, { method, step }: NonNullable<Table['rounding']>): Feel {
  const isList = hitPolicy === 'collect' || hitPolicy === 'rule order' || hitPolicy === 'output order';
  if (!isList) return roundedText(outcome, method, step);
  return { text: `for each in ${part(outcome, COMPARISON)} return ${roundedText(closed('each'), method, step).text}`, binds: OPEN };
}

function literal(id: string, { text }: Feel): XmlNode {
  return element('literalExpression', { id: `${id}_expression` }, textElement('text', text));
}

/** A name for a part that hides nothing. */
function freeName(wanted: string, owner: Owner, { policy }: Writing): string {
  const parameters = owner.kind === 'decision' ? [] : owner.parameters.map(({ name }) => name);
  const taken = new Set([...policy.inputs.keys(), ...policy.decisions.keys(), ...policy.functions.keys(), ...policy.imports.map(({ name }) => name), ...parameters]);
  let name = wanted;
  while (taken.has(name)) name += '_';
  return name;
}
