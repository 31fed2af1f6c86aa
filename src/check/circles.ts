import type { Related } from '../diagnostics/diagnostic.ts';
import { walk } from '../model/children.ts';
import type { Decision, FunctionModel } from '../model/policy.ts';
import { expressionsOf } from '../model/reads.ts';
import type { Span } from '../read/tree/span.ts';

/** The places at which each part of a circle needs the next: together the way round. The first part stands again at the end. */
export function linksOf(cycle: readonly (Decision | FunctionModel)[]): readonly Related[] {
  return cycle.slice(1).flatMap((needed, index) => {
    const from = cycle[index];
    const span = from && placeOf(needed, from);
    if (from === undefined || span === undefined) return [];
    return [{ span, note: { en: `\`${from.name}\` needs \`${needed.name}\` here`, zh: `\`${from.name}\` 在此处用到 \`${needed.name}\`` } }];
  });
}

function placeOf(needed: Decision | FunctionModel, from: Decision | FunctionModel): Span | undefined {
  const places: Span[] = [];
  walk(expressionsOf(from), (node) => {
    const read = node.kind === 'call' ? node.function : node.kind === 'decision' || node.kind === 'decision call' ? node.decision : undefined;
    if (read === needed) places.push(node.span);
  });
  return places[0];
}
