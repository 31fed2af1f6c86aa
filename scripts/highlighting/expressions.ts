import type { TokenType } from 'chevrotain';
import * as T from '../../grammar/tokens.ts';
import { builtins } from '../../src/feel/functions/index.ts';
import { captures, GENERIC_TYPE, include, match, NAME, NAME_ENDS, oneOf, type Pattern } from './pattern.ts';

/** Comments, texts and FEEL, made of the tokens that the lexer knows. */
export const expressions: Readonly<Record<string, readonly Pattern[]>> = {
  comments: [
    match('[#＃].*', 'comment.line.number-sign'),
    match('//.*', 'comment.line.double-slash'),
    { begin: '/\\*', end: '\\*/', name: 'comment.block.policy' },
  ],
  texts: [
    match(eitherOf(T.TemporalLiteral), 'constant.other.temporal'),
    {
      begin: '"',
      end: '"|$',
      name: 'string.quoted.double.policy',
      patterns: [match('\\\\(?:u\\h{4}|U\\h{6}|["\'\\\\nrt])', 'constant.character.escape'), { match: '\\\\.' }],
    },
    match(eitherOf(T.QuotedName), 'variable.other.quoted'),
  ],
  numbers: [
    match(eitherOf(T.DateLiteral), 'constant.other.date'),
    { match: `(${oniguruma(T.NUMBER)})([万亿]?[%％]?)`, name: 'constant.numeric.policy', captures: { 2: { name: 'keyword.other.unit.policy' } } },
  ],
  range: [match(eitherOf(T.DotDot), 'keyword.operator.range')],
  operators: [
    match(eitherOf(...inCategory(T.ComparisonOperator)), 'keyword.operator.comparison'),
    match(eitherOf(T.Arrow), 'keyword.operator.type'),
    match(eitherOf(...inCategory(T.ArithmeticOperator)), 'keyword.operator.arithmetic'),
    match(eitherOf(T.Question), 'variable.language.input-value'),
    match(eitherOf(T.Dot), 'punctuation.accessor'),
    match(eitherOf(T.Comma, T.Colon), 'punctuation.separator'),
    match(eitherOf(T.LeftParen, T.RightParen, T.LeftBracket, T.RightBracket, T.LeftBrace, T.RightBrace), 'punctuation.section.brackets'),
  ],
  words: [
    { match: `(${T.Instance.name})\\s+(${T.Of.name})${NAME_ENDS}(?:\\s+${GENERIC_TYPE})?`, captures: captures('keyword.operator.word', 'keyword.operator.word', 'keyword.other.type') },
    match(oneOf([T.And.name, T.Or.name, T.Not.name]), 'keyword.operator.logical'),
    match(oneOf([T.True.name, T.False.name, T.Null.name, T.Missing.name]), 'constant.language'),
    match(oneOf(T.reservedWords), 'keyword.control'),
    match(oneOf(['item', 'as_of', 'manual', 'partial']), 'variable.language'),
  ],
  names: [
    { match: `([.．])\\s*(${NAME})`, captures: captures('punctuation.accessor', 'variable.other.member') },
    match(`(?:${oneOf(parametersOfSeveralWords())}|${NAME})(?=\\s*[:：])`, 'variable.other.key'),
    match(`${NAME}(?=\\s*[(（])`, 'entity.name.function'),
    match(NAME, 'variable.other'),
  ],
  /** Functions of several words have reserved words in them: `date and time(…)`. */
  functions: [match(`${oneOf([...builtins.keys()].filter((name) => name !== T.Not.name))}(?=\\s*[(（])`, 'support.function.builtin')],
  expression: include('comments', 'texts', 'numbers', 'range', 'functions', 'words', 'names', 'operators'),
};

/** Built-in functions called by name have parameters such as `start position`. */
function parametersOfSeveralWords(): readonly string[] {
  const names = [...builtins.values()].flatMap(({ signatures }) => signatures.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  return [...new Set(names)].filter((name) => name.includes(' '));
}

function inCategory(category: TokenType): readonly TokenType[] {
  return T.policyLexemes.filter(({ CATEGORIES }) => CATEGORIES?.includes(category));
}

function eitherOf(...tokens: readonly TokenType[]): string {
  return tokens.map(sourceOf).join('|');
}

function sourceOf({ name, PATTERN }: TokenType): string {
  if (!(PATTERN instanceof RegExp)) throw new Error(`${name} is not made of a regular expression`);
  return oniguruma(PATTERN);
}

/** Oniguruma takes a `[` in a class for a class of its own, and `９` for a digit. */
function oniguruma({ source }: RegExp): string {
  return source.replace('[[', '[\\[').replaceAll('[\\d', '[0-9').replaceAll('\\d', '[0-9]');
}
