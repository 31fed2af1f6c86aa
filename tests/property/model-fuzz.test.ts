import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { feelText } from '../../src/feel/functions/feel-text.ts';
import { compileModels, evaluateModel, type Model, type ModelTarget } from '../../src/library/models.ts';
import { smallKit } from '../../src/tck/fixtures/small-kit.ts';

/** Models with slips of the pen: those that can still be read are linked and evaluated, and every answer is a value, with reasons where it is null. */

const kit = '../shared/tck';
const kits = existsSync(kit) ? readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmn')).sort() : [];
const own = Object.entries(smallKit).flatMap(([name, text]) => (name.endsWith('.dmn') ? [text] : []));
const models = [...own, ...kits.map((name) => readFileSync(`${kit}/${name}`, 'utf8')).filter((text) => text.length < 20_000)];

const slip = fc.record({ from: fc.nat(), to: fc.nat() });

/** Words, numbers and signs of the file put in the place of others, tags left as they are. */
function slipped(text: string, slips: readonly { readonly from: number; readonly to: number }[]): string {
  const pieces = text.match(/<\/?[\w:]+|[\p{L}\w-]+|\s+|./gu) ?? [];
  const places = [...pieces.keys()].filter((place) => !/^<|^\s|^[/>"]$/.test(pieces[place] ?? '<'));
  for (const { from, to } of slips) pieces[places[to % places.length] ?? 0] = pieces[places[from % places.length] ?? 0] ?? '';
  return pieces.join('');
}

function targets({ tree }: Model): readonly ModelTarget[] {
  const named = (kind: ModelTarget['kind'], elements: readonly { readonly name: { readonly name: string } }[]): readonly ModelTarget[] => elements.map(({ name }) => ({ kind, name: name.name }));
  return [...named('decision', tree.decisions), ...named('service', tree.services), ...named('function', tree.functions)];
}

test('models changed at random are evaluated without a crash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...models), fc.array(slip, { minLength: 1, maxLength: 5 }), (text, slips) => {
      for (const each of compileModels([{ path: 'slipped.dmn', text: slipped(text, slips) }]).models) {
        for (const target of targets(each)) expect(feelText(evaluateModel(each, target, [], { work: 20_000 })?.value ?? null)).toBeTypeOf('string');
      }
    }),
    { numRuns: 300 },
  );
});
