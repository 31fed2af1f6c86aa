import { clauseWords } from '../../src/read/text/clauses.ts';
import { feelTypes, namedTypes } from '../../src/check/types/named-types.ts';
import { wordsOf } from './grammar-words.ts';
import { ANY_NAME, captures, GENERIC_TYPE, include, LABEL, LINE_ENDS, match, NAME, NAME_ENDS, NOT_DEEPER, oneOf, PATH, type Pattern } from './pattern.ts';

const clause = 'keyword.other.clause';
const annotation = 'keyword.other.annotation';

/** A clause and the deeper lines that go on with it. */
function clauseThat(begins: string, scopes: readonly string[], ...holds: readonly string[]): Pattern {
  return { begin: `^(\\s+)${begins}`, end: NOT_DEEPER, beginCaptures: captures('', ...scopes), patterns: include(...holds) };
}

/** Clauses that go on with nothing but an expression. */
const plainWords = new Set(Object.values(clauseWords).flat().filter((word) => /^[a-z]+$/.test(word) && !['in', 'cites', 'basis', 'note', 'table', 'exception'].includes(word)));

/** What stands below statements, and annotations, which stand at the end of their heads too. */
export const clauses: Readonly<Record<string, readonly Pattern[]>> = {
  annotations: [
    { match: `(in)\\s+(force)${NAME_ENDS}`, captures: captures(annotation, annotation) },
    { match: `(basis)\\s+${oneOf(wordsOf('basisWord'))}`, captures: captures(annotation, 'constant.language.basis') },
    match(oneOf(['basis', 'note']), annotation),
    { begin: `(cites)${NAME_ENDS}`, end: `(?<![,，\\s])\\s*$|(?=\\s(?:in\\s+force|basis|note)${NAME_ENDS}|[=＝#＃]|//)`, beginCaptures: captures(annotation), patterns: include('citation') },
  ],
  citation: [match(`${NAME}(?=\\s+\\d)`, 'support.other.article'), ...include('comments', 'texts', 'numbers', 'range', 'names', 'operators')],
  types: [
    { match: `(list)\\s+(of)${NAME_ENDS}`, captures: captures('keyword.other.type', 'keyword.other.type') },
    match(GENERIC_TYPE, 'keyword.other.type'),
    { match: `(money)(?:\\s+([A-Z]{3}))?${NAME_ENDS}`, captures: captures('support.type', 'support.type.currency') },
    match(oneOf([...namedTypes.keys(), ...feelTypes.keys()]), 'support.type'),
    match(oneOf(wordsOf('typeUse')), 'keyword.other.type'),
    { match: `(?<=[:：] |[:：]|of )(${PATH})`, captures: captures('#typeName') },
  ],
  typeName: [match(ANY_NAME, 'entity.name.type'), ...include('operators')],
  path: include('texts', 'names', 'operators'),
  fields: [clauseThat(`(${ANY_NAME})(?=\\s*(?:${LABEL})?\\s*[:：])`, ['variable.other.member'], 'types', 'expression')],
  clauses: [
    clauseThat(`(?=(?:in\\s+force|cites|basis|note)${NAME_ENDS})`, [], 'annotations', 'expression'),
    clauseThat('([=＝])', ['keyword.operator.definition'], 'expression'),
    clauseThat(`(round)((?:\\s+(?:${[...wordsOf('rounding')].join('|')})${NAME_ENDS})+)`, [clause, 'keyword.other.rounding'], 'expression'),
    clauseThat(`(emit)\\s+(${ANY_NAME})`, [clause, 'entity.name.tag.event'], 'expression'),
    clauseThat(`(given)\\s+(${PATH})`, [clause, '#path'], 'expression'),
    clauseThat(`(expect)\\s+(${PATH})(?:\\s+${oneOf([...wordsOf('outcome'), ...wordsOf('expected')])})?`, [clause, '#path', 'constant.language.outcome'], 'rows-named', 'expression'),
    clauseThat(oneOf(plainWords), [clause], 'expression'),
    {
      begin: `^\\s+(table)${NAME_ENDS}`,
      end: '$',
      beginCaptures: captures(clause),
      patterns: [...include('annotations'), match(oneOf([...wordsOf('hitPolicy'), ...wordsOf('tableHead')]), 'keyword.other.hit-policy'), ...include('expression')],
    },
    {
      begin: `^\\s+(exception)\\s+(${ANY_NAME})(?:\\s+(to)\\s+(${ANY_NAME}))?`,
      end: '$',
      beginCaptures: captures(clause, 'entity.name.function', clause, 'variable.other'),
      patterns: include('annotations', 'expression'),
    },
  ],
  'rows-named': [
    match(`by(?=\\s+${ANY_NAME})`, clause),
    { begin: `(cites)(?=\\s+${ANY_NAME})`, end: '(?<![,，\\s])\\s*$|(?=[#＃]|//)', beginCaptures: captures(annotation), patterns: include('citation') },
  ],
  claims: [
    { match: `^\\s+(always)${NAME_ENDS}`, captures: captures(clause) },
    { match: `(never)\\s+${oneOf(movements())}`, captures: captures(clause, clause) },
    match(`(?:increases|decreases)${LINE_ENDS}`, clause),
    match(`when${NAME_ENDS}`, clause),
  ],
};

/** What a property says of its subject and driver: the words of a claim but for those that hold it together. */
function movements(): readonly string[] {
  return [...wordsOf('claim')].filter((word) => !['always', 'never', 'when'].includes(word));
}
