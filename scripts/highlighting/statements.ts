import { statementWords } from '../../src/read/text/statements.ts';
import { ANY_NAME, AT_MARGIN, captures, include, LINE_ENDS, match, NAME_ENDS, oneOf, type Pattern } from './pattern.ts';

/** A statement with all that is indented below it: its word, the name that it declares, and what else it holds. */
function statement(words: readonly string[], declares: string, ...holds: readonly (string | Pattern)[]): Pattern {
  return {
    begin: `^${oneOf(words)}(?:\\s+(${ANY_NAME}))?`,
    end: AT_MARGIN,
    beginCaptures: captures('storage.type.statement', declares),
    patterns: holds.flatMap((each) => (typeof each === 'string' ? include(each) : [each])),
  };
}

/** Where a line of a statement begins no clause, so that it goes on with the head: as src/read/text/statements.ts has it. */
const CLAUSE_OR_ROW = `^(?=\\s+(?!(?:and|or|then|else|return|satisfies|between)${NAME_ENDS})[\\p{L}_=＝\`|｜])`;

/** The value of a decision or function on the line that declares it. */
const valueInHead: Pattern = { begin: '[=＝]', end: `${CLAUSE_OR_ROW}|${AT_MARGIN}`, beginCaptures: { 0: { name: 'keyword.operator.definition.policy' } }, patterns: include('expression') };

const enumMembers: Pattern = {
  begin: `(one)\\s+(of)${NAME_ENDS}`,
  end: AT_MARGIN,
  beginCaptures: captures('keyword.other.type', 'keyword.other.type'),
  patterns: [
    match(`ordered(?=\\s*[,，]?\\s*worst\\s)|ordered${LINE_ENDS}`, 'keyword.other.type'),
    { match: `(worst)\\s+(first|last)${LINE_ENDS}`, captures: captures('keyword.other.type', 'keyword.other.type') },
    ...include('comments', 'texts'),
    match(ANY_NAME, 'variable.other.enummember'),
    ...include('operators'),
  ],
};

const others = statementWords.filter((word) => !['policy', 'import', 'source', 'manual', 'type', 'input', 'property', 'facts', 'test'].includes(word));

export const statements: readonly Pattern[] = [
  statement(['policy'], 'entity.name.namespace', 'annotations', 'expression'),
  statement(['import'], 'entity.name.namespace', 'expression'),
  statement(['source'], 'entity.name.tag.source', 'citation'),
  statement(['manual'], 'variable.other.input', 'annotations', 'types', 'expression'),
  statement(['type'], 'entity.name.type', enumMembers, match(`record${LINE_ENDS}`, 'keyword.other.type'), 'fields', 'types', 'expression'),
  statement(['input'], 'variable.other.input', 'fields', 'types', 'expression'),
  statement(['property'], 'entity.name.section', 'claims', 'expression'),
  statement(['facts'], 'entity.name.section', 'clauses', 'expression'),
  statement(['test'], 'entity.name.section', { match: `(as)\\s+(of)${NAME_ENDS}`, captures: captures('keyword.other.clause', 'keyword.other.clause') }, 'clauses', 'expression'),
  statement(others, 'entity.name.function', 'rows', 'clauses', 'annotations', valueInHead, 'types', 'expression'),
];
