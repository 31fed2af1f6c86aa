import type { Run } from '../../boxes/atom-set.ts';
import { difference, intersection, run, union } from '../../boxes/atom-set.ts';
import { firstLineOf } from '../../check/tables/places.ts';
import { diagnostic, type Related } from '../../diagnostics/diagnostic.ts';
import { FeelDate } from '../../feel/values/temporal.ts';
import type { Decision, FunctionModel, ModelBody, Policy, Row } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { daysInForce, daysOf, daysPhrase, holes, isEndless, type Days } from './days.ts';

/**
 * Days on which a decision, function or parameter is in force but none of its bodies and rows is, so that it ends as
 * `no_match` whatever the facts are; and days on which a row of one id pauses, between two of its periods.
 */
export function periodHoles(policy: Policy, { report }: Tools): void {
  for (const owner of [...policy.decisions.values(), ...policy.functions.values()]) {
    const empty = holes(daysOf(owner.inForce), daysInForce(owner));
    for (const hole of empty) {
      const parameters = { name: owner.name, kind: owner.kind, days: daysPhrase(hole), ends: isEndless(hole) };
      report(diagnostic('period-hole', owner.span, parameters, neighbours(owner, hole), exampleOf(policy, owner, hole)));
    }
    for (const { pause, earlier, later } of pauses(owner)) {
      const [first] = difference([pause], empty);
      if (first !== undefined) report(diagnostic('row-period-hole', firstLineOf(later.span), { id: later.id, days: daysPhrase(first) }, [endsHere(earlier.span)]));
    }
  }
}

/** What is in force the day before a hole, and the day after it. */
function neighbours({ bodies }: Decision | FunctionModel, { first, last }: Run): readonly Related[] {
  const dated: readonly (ModelBody | Row)[] = [...bodies, ...bodies.flatMap((body) => (body.kind === 'table' ? body.rows : []))];
  const before = dated.find(({ inForce }) => inForce.to?.epochDay === first - 1);
  const after = dated.find(({ inForce }) => inForce.from?.epochDay === last + 1);
  return [...(before === undefined ? [] : [endsHere(before.span)]), ...(after === undefined ? [] : [beginsHere(after.span)])];
}

function endsHere(span: Span): Related {
  return { span: firstLineOf(span), note: { en: 'what holds before ends here', zh: '此前的内容到此为止' } };
}

function beginsHere(span: Span): Related {
  return { span: firstLineOf(span), note: { en: 'what holds afterwards begins here', zh: '此后的内容由此开始' } };
}

function exampleOf(policy: Policy, owner: Decision | FunctionModel, { first }: Run): string | undefined {
  if (owner.kind !== 'decision') return undefined;
  const asOf = new FeelDate(first);
  return exampleTest(policy, `${owner.name}: nothing in force`, { facts: new Map(), asOf }, [`${owner.name} no_match`]);
}

interface Pause {
  readonly pause: Run;
  readonly earlier: Row;
  readonly later: Row;
}

/** Where a row's next period does not follow upon its last, while a table that has the row is in force. */
function pauses({ bodies }: Decision | FunctionModel): readonly Pause[] {
  const namesakes = new Map<string, { readonly row: Row; readonly table: Days }[]>();
  for (const body of bodies) {
    for (const row of body.kind === 'table' ? body.rows : []) namesakes.set(row.id, [...(namesakes.get(row.id) ?? []), { row, table: daysOf(body.inForce) }]);
  }
  return [...namesakes.values()].flatMap((twins) => {
    const inOrder = [...twins].sort((a, b) => firstDay(a.row) - firstDay(b.row));
    return inOrder.slice(1).flatMap((later, index): readonly Pause[] => {
      const earlier = inOrder[index];
      if (earlier === undefined) return [];
      const between = difference(run(firstDay(earlier.row), firstDay(later.row) - 1), daysOf(earlier.row.inForce));
      const [pause] = intersection(between, union([earlier.table, later.table]));
      return pause === undefined ? [] : [{ pause, earlier: earlier.row, later: later.row }];
    });
  });
}

function firstDay({ inForce }: Row): number {
  return daysOf(inForce)[0]?.first ?? 0;
}
