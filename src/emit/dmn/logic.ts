import type { Decision, FunctionModel, ModelBody, Table } from '../../model/policy.ts';
import { duringText, isNarrower } from './dates.ts';
import { replacedText } from './exceptions.ts';
import { feelOf } from './feel/expression.ts';
import { choice, closed, CLOSED, COMPARISON, NULL, OPEN, part, type Feel } from './feel/pieces.ts';
import { roundedText } from './feel/rounding.ts';
import type { Writing } from './feel/writing.ts';
import type { ItemDefinitions } from './item-definitions.ts';
import { decisionTable, emptyText, gathers } from './tables.ts';
import { element, textElement, type XmlNode } from './xml.ts';

type Owner = Decision | FunctionModel;

/**
 * What a decision or function comes to, as one boxed expression: a decision table or a literal expression where that says
 * it all. Otherwise a context, whose entries are its tables, and whose result takes the one in force, rounds it, and lets
 * exceptions at the decision replace it.
 */
export function logicOf(owner: Owner, id: string, types: ItemDefinitions, writing: Writing): XmlNode {
  const period = writing.policy.inForce;
  const exceptions = owner.kind === 'decision' ? owner.exceptions : [];
  const isOverridden = exceptions.some(({ target }) => target.kind === 'decision');
  const tableOf = (table: Table, tableId: string) => ({ id: tableId, table, outer: standsAlone(owner, table) ? period : table.inForce, exceptions, types, writing });
  const [only] = owner.bodies;
  if (only?.kind === 'table' && standsAlone(owner, only) && !isOverridden) return decisionTable(tableOf(only, `${id}_table`));

  const entries: XmlNode[] = [];
  const outcomes = owner.bodies.map((body, index) => ({ body, outcome: outcomeOf(body, owner.bodies.length === 1 ? 'rows' : `rows_${index + 1}`) }));
  const standing = outcomes.reduceRight<Feel>((rest, { body, outcome }) => (isNarrower(body.inForce, period) && !standsAlone(owner, body) ? choice(duringText(body.inForce), outcome, rest) : outcome), NULL);
  const result = isOverridden ? overridden(standing) : standing;
  if (entries.length === 0) return literal(id, result);
  return element('context', { id: `${id}_context` }, ...entries, element('contextEntry', { id: `${id}_result` }, literal(`${id}_result`, result)));

  function entry(wanted: string, node: XmlNode): Feel {
    const name = freeName(wanted, owner, writing);
    entries.push(element('contextEntry', { id: `${id}_${wanted}` }, element('variable', { id: `${id}_${wanted}_variable`, name }), node));
    return closed(name);
  }

  function outcomeOf(body: ModelBody, name: string): Feel {
    if (body.kind === 'expression') return feelOf(body.expression, writing);
    const given = tableOf(body, `${id}_${name}_table`);
    const rows = entry(name, decisionTable(given));
    const outcome = gathers(body) ? choice({ text: `${rows.text} = null`, binds: COMPARISON }, emptyText(given), rows) : rows;
    return body.rounding === undefined ? outcome : rounded(outcome, body, body.rounding);
  }

  /** Only what has come about can be replaced. */
  function overridden(value: Feel): Feel {
    const outcome = value.binds === CLOSED ? value : entry('outcome', literal(`${id}_outcome`, value));
    return choice({ text: `${outcome.text} = null`, binds: COMPARISON }, NULL, replacedText(outcome, exceptions, { kind: 'decision' }, { outer: period, writing }));
  }
}

/** Whether a decision table says all of a body: nothing is done to its outcome, and its rows say when it is in force. */
function standsAlone(owner: Owner, body: ModelBody): boolean {
  return owner.bodies.length === 1 && body.kind === 'table' && body.rounding === undefined && !gathers(body);
}

function rounded(outcome: Feel, { hitPolicy }: Table, { method, step }: NonNullable<Table['rounding']>): Feel {
  const isList = hitPolicy === 'collect' || hitPolicy === 'rule order' || hitPolicy === 'output order';
  if (!isList) return roundedText(outcome, method, step);
  return { text: `for each in ${part(outcome, COMPARISON)} return ${roundedText(closed('each'), method, step).text}`, binds: OPEN };
}

function literal(id: string, { text }: Feel): XmlNode {
  return element('literalExpression', { id: `${id}_expression` }, textElement('text', text));
}

/** A name for an entry of a context that hides nothing. */
function freeName(wanted: string, owner: Owner, { policy }: Writing): string {
  const parameters = owner.kind === 'decision' ? [] : owner.parameters.map(({ name }) => name);
  const taken = new Set([...policy.inputs.keys(), ...policy.decisions.keys(), ...policy.functions.keys(), ...policy.imports.map(({ name }) => name), ...parameters]);
  let name = wanted;
  while (taken.has(name)) name += '_';
  return name;
}
