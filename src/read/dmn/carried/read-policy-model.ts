import { diagnostic, type Report } from '../../../diagnostics/diagnostic.ts';
import { positionAt } from '../../../diagnostics/position.ts';
import { readPolicy } from '../../text/read-policy.ts';
import type { SourceFile } from '../../tree/span.ts';
import type { Body, PolicyTree, Statement } from '../../tree/statement.ts';
import { declaredIn } from '../declared.ts';
import { attributeOf, childrenOf, identifierOf } from '../elements.ts';
import { idOf } from '../ids.ts';
import type { XmlElement } from '../xml/element.ts';
import type { PlacedText } from '../xml/placed-text.ts';
import { changesIn, type Change } from './changes.ts';
import { readChangedExpression } from './changed-expression.ts';
import { withRowsOf } from './changed-rows.ts';
import { carriedIn } from './extensions.ts';

/**
 * Reads the policy that a DMN model carries since it was made of it. Rows that were changed, added or removed in the
 * model's tables are taken over, and named; any other change of the model is an error, since nothing says how the policy
 * is to change with it. A model that carries no policy is reported.
 */
export function readPolicyModel(file: SourceFile, report: Report): PolicyTree {
  const nothing: PolicyTree = { file, policy: undefined, statements: [], unreadable: [], comments: [], spelling: { kind: 'policy' } };
  const root = declaredIn(file, report)?.root;
  if (root === undefined) return nothing;
  const carried = carriedIn(root);
  if (carried === undefined) {
    report(diagnostic('dmn-carries-no-policy', root.span, {}));
    return nothing;
  }
  const tree = readPolicy(partOf(file, carried.text), report);
  return changesIn(root, carried).reduce((changed, change) => takenOver(changed, change, root, report), tree);
}

/** The policy's text as a file of its own, which knows where in the model it stands. */
function partOf(file: SourceFile, { text, origin }: PlacedText): SourceFile {
  const leading = /^\s*?\n/.exec(text)?.[0].length ?? 0;
  const { line, column } = positionAt(file, origin.places?.[leading] ?? origin.offset + leading);
  return { path: file.path, text: text.slice(leading), begins: { line, column } };
}

function takenOver(tree: PolicyTree, change: Change, root: XmlElement, report: Report): PolicyTree {
  const changed = (statement: Statement): Statement => ('of' in change && idOfStatement(statement) === change.of.partOf ? changedStatement(statement, change, report) : statement);
  const statements = tree.statements.map(changed);
  if (statements.some((statement, index) => statement !== tree.statements[index])) return { ...tree, statements };
  if (change.kind === 'removed') report(diagnostic('dmn-element-changed', root.span, { element: change.id, change: 'removed' }));
  else {
    const element = identifierOf(change.element)?.name ?? change.element.name;
    report(diagnostic('dmn-element-changed', change.element.span, { element, change: change.kind === 'added' ? 'added' : 'changed' }));
  }
  return tree;
}

/** The statement with what was changed, or itself where that cannot be taken over. */
function changedStatement(statement: Statement, change: Change & { readonly kind: 'rows' | 'expression' }, report: Report): Statement {
  return change.kind === 'rows' ? withRows(statement, change, report) : withExpression(statement, change.element, report);
}

/** The id of the element that is made of a statement whose tables a model can change. */
function idOfStatement(statement: Statement): string | undefined {
  if (statement.kind === 'decision') return idOf('decision', statement.name.name);
  return statement.kind === 'function' || statement.kind === 'parameter' ? idOf('function', statement.name.name) : undefined;
}

function withRows(statement: Statement, { element, of, unchanged }: Change & { readonly kind: 'rows' }, report: Report): Statement {
  if (statement.kind !== 'decision' && statement.kind !== 'function' && statement.kind !== 'parameter') return statement;
  const tables = tablesIn(element);
  let next = 0;
  const inBody = <B extends Body>(body: B, index: number): B => {
    if (body.kind !== 'table' || (of.body ?? index) !== index) return body;
    const table = tables[next++];
    return table === undefined ? body : { ...body, ...withRowsOf(body, table, unchanged, report) };
  };
  report(diagnostic('dmn-rows-changed', element.span, { name: statement.name.name }));
  if (statement.kind === 'parameter') return { ...statement, bodies: statement.bodies.map(inBody) };
  return { ...statement, bodies: statement.bodies.map(inBody) };
}

/** Where a decision or function is an expression at all times and without exceptions, its literal expression says all of it. */
function withExpression(statement: Statement, element: XmlElement, report: Report): Statement {
  if (statement.kind !== 'decision' && statement.kind !== 'function') return statement;
  const [body, another] = statement.bodies;
  const isPlain = body?.kind === 'expression' && another === undefined && statement.inForce === undefined && (statement.kind === 'function' || statement.exceptions.length === 0);
  if (!isPlain || idOfStatement(statement) !== attributeOf(element, 'id')) return statement;
  const expression = readChangedExpression(element, report);
  if (expression === undefined) return statement;
  report(diagnostic('dmn-expression-changed', element.span, { name: statement.name.name }));
  return { ...statement, bodies: [{ ...body, expression, rounding: undefined }] };
}

/** Every decision table in an element, in the order in which they stand. */
function tablesIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === 'decisionTable' ? [child] : tablesIn(child)));
}
