import { positionAt } from '../../diagnostics/position.ts';
import type { Annotated, Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';

/** Something that a policy says and no one has confirmed yet: on what basis, or in a test what it expects. */
export interface Unconfirmed {
  readonly file: string;
  readonly line: number;
  /** `policy.decision.row`, `policy test "title"`. */
  readonly name: string;
  readonly cites: readonly string[];
  readonly note: string | null;
}

interface Place extends Annotated {
  readonly span: Span;
}

/** Everything in a policy with `basis unconfirmed`, in the order in which it is written, then its unconfirmed tests. */
export function unconfirmedIn(policy: Policy): readonly Unconfirmed[] {
  const found: { readonly place: Place; readonly name: string }[] = [];
  const see = (place: Place, ...name: readonly string[]): void => {
    if (place.basis === 'unconfirmed') found.push({ place, name: [policy.name, ...name].join('.') });
  };
  for (const manual of policy.manuals.values()) see(manual, 'manual', manual.name);
  for (const trigger of policy.triggers.values()) see(trigger, trigger.name);
  for (const owner of [...policy.decisions.values(), ...policy.functions.values()]) {
    see(owner, owner.name);
    for (const body of owner.bodies) {
      if (body.kind !== 'table') continue;
      see(body, owner.name, 'table');
      for (const row of body.rows) see(row, owner.name, row.id);
    }
    if (owner.kind === 'decision') for (const exception of owner.exceptions) see(exception, owner.name, exception.name);
  }
  const places = found.sort((a, b) => a.place.span.start - b.place.span.start).map(({ place, name }) => described(place, name));
  const tests = policy.tests.filter(({ confirmed }) => !confirmed).map(({ title, span }) => described({ span, cites: [], note: undefined }, `${policy.name} test "${title}"`));
  return [...places, ...tests];
}

function described({ span, cites, note }: Pick<Place, 'span' | 'cites' | 'note'>, name: string): Unconfirmed {
  return { file: span.file.path, line: positionAt(span.file, span.start).line, name, cites: cites.map(({ text }) => text), note: note ?? null };
}
