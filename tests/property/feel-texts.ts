import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { feelKeywords } from '../../grammar/tokens.ts';
import { builtins } from '../../src/feel/functions/index.ts';

/** Texts that are nearly FEEL: any text, tokens in any order, real expressions with slips of the pen. */

function filesIn(folder: string, extension: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&'], ['&quot;', '"']]); // prettier-ignore

/** What stands in the `text` elements of models: expressions and cells. */
function expressionsOfModels(folder: string): readonly string[] {
  return filesIn(folder, '.dmn')
    .flatMap((model) => [...model.matchAll(/<(?:\w+:)?text>([^<]*)</g)].map((found) => found[1] ?? ''))
    .map((text) => text.replace(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity));
}

/** Clauses of policies: what stands after the `=` of a decision or between the `|` of a table. */
function clausesOfPolicies(folder: string): readonly string[] {
  return filesIn(folder, '.policy').flatMap((policy) => policy.split(/\n|\|/)).map((clause) => clause.trim().replace(/^= /, ''));
}

const few = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text.length > 2 && text.length < 400);

export const realExpressions = few([...expressionsOfModels('tests/golden/bad'), ...clausesOfPolicies('tests/golden/good'), ...clausesOfPolicies('rules'), ...expressionsOfModels('../shared/tck')]);

/** Names that the texts may use, with a value each. */
export const NAMES = ['x', 'loan amount', 'loans', 'f', '逾期天数'];

const word = fc.oneof(
  fc.constantFrom(...feelKeywords.keys()),
  fc.constantFrom(...builtins.keys()),
  fc.constantFrom(...NAMES, 'item', 'partial', '?', 'number', 'string', 'date', 'Any'),
  fc.constantFrom('+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', '..', '.', ',', ':', '(', ')', '[', ']', '{', '}', '->', "'", '@', '`', '\\', '//', '/*', '*/', '\n'),
  fc.constantFrom('0', '1', '2', '-1', '.5', '1e3', '1e6144', '1e-6176', '"a"', '""', '"\\', '@"2024-01-31"', '@"P1D"', '@"P1Y"', '@"10:00:00@Asia/Shanghai"', 'true', 'null', '[]', '{}', '[1, 2]', '(1)', '{ a: 1 }'),
);

export const tokenSequences = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));

export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));

const slip = fc.record({ at: fc.nat(), cut: fc.nat(6), put: fc.oneof(fc.constant(''), word, word.map((each) => ` ${each} `)), copy: fc.nat(30) });

/** Real expressions of which pieces are lost, doubled or replaced. */
export const slips = fc.tuple(fc.constantFrom(...realExpressions), fc.array(slip, { minLength: 1, maxLength: 4 })).map(([real, all]) =>
  all.reduce((text, { at, cut, put, copy }) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut, place + cut + copy) + text.slice(place + cut);
  }, real),
);
