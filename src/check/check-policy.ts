import { createHash } from 'node:crypto';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Decision, FunctionModel, Period, Policy } from '../model/policy.ts';
import { readsOf } from '../model/reads.ts';
import { canonicalText } from '../read/tree/canonical.ts';
import type { ImportStatement, PolicyTree } from '../read/tree/statement.ts';
import { annotated } from './declarations/annotations.ts';
import { declare, type Drafts } from './declarations/declare.ts';
import { always } from './declarations/periods.ts';
import { newBody, scopeOf, type Scope } from './expressions/scope.ts';
import { linksOf } from './circles.ts';
import { ordering } from './graph.ts';
import type { Declared, Names } from './names/names.ts';
import { withoutTwins } from './names/twice.ts';
import { watched } from './report.ts';
import { checkDecision } from './statements/decisions.ts';
import { checkFunction } from './statements/functions.ts';
import { checkProperty } from './statements/properties.ts';
import { checkSharedFacts } from './statements/shared-facts.ts';
import { checkTest } from './statements/tests.ts';
import { checkTrigger } from './statements/triggers.ts';

/** A policy with what it declares. Importers see the names even of one that has errors. */
export interface Checked {
  readonly names: Names;
  readonly policy: Policy;
  /** Whether it, or one that it imports, has errors: then the policy is not to be used. */
  readonly broken: boolean;
}

/** Checks one policy, given those it imports (undefined where an import could not be resolved). */
export function checkPolicy(tree: PolicyTree, imported: (statement: ImportStatement) => Checked | undefined, report: Report): Checked {
  const watch = watched(report);
  const name = tree.policy?.name.name ?? '';
  const imports = tree.statements.flatMap((statement) => (statement.kind === 'import' ? [[statement, imported(statement)] as const] : []));
  const { names, drafts } = declare(tree, name, (wanted) => imports.find(([statement]) => statement.name === wanted)?.[1]?.names, watch.report);
  const waiting: (() => void)[] = [];
  const scope = (): Scope => scopeOf(names, newBody(watch.report, (check) => waiting.push(check)));
  const inForce = tree.policy === undefined ? always : annotated(tree.policy, always, names, watch.report).inForce;
  if (tree.policy === undefined || tree.unreadable.length > 0) watch.fail();

  checkBodies(drafts, inForce, scope, watch.fail);
  const order = inDependencyOrder(drafts, watch.report);
  if (order !== undefined) waiting.forEach((check) => check());
  const properties = tree.statements.flatMap((statement) => (statement.kind === 'property' ? (checkProperty(statement, scope()) ?? []) : []));
  checkSharedFacts(drafts.sharedFacts, scope);
  const tests = withoutTwins(
    tree.statements.filter((statement) => statement.kind === 'test'),
    ({ title }) => ({ name: title.text, span: title.span }),
    'test',
    watch.report,
  ).flatMap((statement) => checkTest(statement, scope()));

  const policy: Policy = {
    name,
    label: tree.policy?.label?.text,
    file: tree.file,
    span: tree.policy?.name.span ?? { file: tree.file, start: 0, end: 0 },
    inForce,
    imports: imports.flatMap(([, one]) => one?.policy ?? []),
    sources: declaredBy(names, (declared) => (declared.kind === 'source' ? declared.source : undefined)),
    types: declaredBy(names, (declared) => (declared.kind === 'type' ? declared.type : undefined)),
    inputs: declaredBy(names, (declared) => (declared.kind === 'input' ? declared.input : undefined)),
    manuals: declaredBy(names, (declared) => (declared.kind === 'manual' ? declared.manual : undefined)),
    decisions: new Map((order ?? []).map((decision) => [decision.name, decision])),
    functions: declaredBy(names, (declared) => (declared.kind === 'function' ? declared.function : undefined)),
    triggers: declaredBy(names, (declared) => (declared.kind === 'trigger' ? declared.trigger : undefined)),
    properties,
    sharedFacts: declaredBy(names, (declared) => (declared.kind === 'facts' ? declared.facts : undefined)),
    tests,
    places: new Map(names.all.flatMap((one) => {
      const span = names.spanOf(one);
      return span === undefined ? [] : [[one, span] as const];
    })),
    used: names.used,
    contentHash: createHash('sha256').update(canonicalText(tree)).digest('hex'),
  };
  return { names, policy, broken: watch.failed() || imports.some(([, one]) => one === undefined || one.broken) };
}

function checkBodies({ functions, decisions, triggers, manuals }: Drafts, inForce: Period, scope: () => Scope, unread: () => void): void {
  for (const [statement, draft] of manuals) {
    const { names, body } = scope();
    Object.assign(draft, annotated(statement.annotations, inForce, names, body.report));
  }
  for (const [statement, draft] of functions) checkFunction(statement, draft, inForce, scope(), unread);
  for (const [statement, draft] of decisions) checkDecision(statement, draft, inForce, scope(), unread);
  for (const [statement, draft] of triggers) checkTrigger(statement, draft, inForce, scope(), unread);
}

/** The decisions, none before one it reads, calls or reaches through a function. Undefined if there are circles, which are reported. */
function inDependencyOrder({ decisions, functions }: Drafts, report: Report): readonly Decision[] | undefined {
  const own = new Set<Decision | FunctionModel>([...decisions, ...functions].map(([, draft]) => draft));
  const { order, cycles } = ordering(own, (node) => {
    const reads = readsOf(node);
    return [...reads.decisions, ...reads.calledDecisions, ...reads.functions].filter((one) => own.has(one));
  });
  for (const cycle of cycles) {
    const [first] = cycle;
    const code = cycle.every(({ kind }) => kind !== 'decision') ? 'function-recursion' : 'decision-cycle';
    if (first !== undefined) report(diagnostic(code, first.span, { cycle: cycle.map(({ name }) => name) }, linksOf(cycle)));
  }
  return cycles.length > 0 ? undefined : order.filter((node) => node.kind === 'decision');
}

function declaredBy<T>(names: Names, pick: (declared: Declared) => T | undefined): ReadonlyMap<string, T> {
  return new Map(
    names.all.flatMap((name) => {
      const declared = names.find(name);
      const picked = declared && pick(declared);
      return picked === undefined ? [] : [[name, picked] as const];
    }),
  );
}
