import { createToken, Lexer, type ITokenConfig, type TokenType } from 'chevrotain';
import { matchName } from './names.ts';

/**
 * The tokens of both dialects. Chinese input methods write operators and brackets full-width; those mean the same.
 * Keywords are names that the lexer relabels afterwards (`keywords`), since a name must be matched first anyway.
 */

function token(config: ITokenConfig): TokenType {
  return createToken(config);
}

/** Whatever can be part of a name with spaces or operators in it, such as `date and time`. */
export const NamePart = token({ name: 'NamePart', pattern: Lexer.NA });
/** A name, or a keyword that is one only in its place. */
export const Name = token({ name: 'Name', pattern: matchName, line_breaks: false, categories: [NamePart] });

const skipped = Lexer.SKIPPED;
const WhiteSpace = token({ name: 'WhiteSpace', pattern: /[\s\uFEFF]+/, group: skipped, line_breaks: true });
const LineComment = token({ name: 'LineComment', pattern: /\/\/[^\n]*/, group: skipped });
const BlockComment = token({ name: 'BlockComment', pattern: /\/\*[^]*?\*\//, group: skipped, line_breaks: true });
const PolicyComment = token({ name: 'PolicyComment', pattern: /[#＃][^\n]*/, group: skipped });

export const StringLiteral = token({ name: 'String', pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*"/ });
export const UnterminatedString = token({ name: 'UnterminatedString', pattern: /"[^\n\r]*/ });
export const TemporalLiteral = token({ name: 'TemporalLiteral', pattern: /@"[^"\n\r]*"/ });
export const QuotedName = token({ name: 'QuotedName', pattern: /`[^`\n\r]+`/ });
export const DateLiteral = token({ name: 'Date', pattern: /\d{4}-\d{2}-\d{2}(?![\d_-])/ });
export const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/;
export const NumberLiteral = token({
  name: 'Number',
  pattern: NUMBER,
  categories: [NamePart],
});
/** The policy dialect's numbers may end in 万, 亿 and a per cent sign. */
export const PolicyNumber = token({
  name: 'Number with suffix',
  pattern: /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?:万|亿)?[%％]?/,
  categories: [NumberLiteral],
});

export const ArithmeticOperator = token({ name: 'arithmetic operator', pattern: Lexer.NA });
export const ComparisonOperator = token({ name: 'comparison operator', pattern: Lexer.NA });

/** An operator is named as FEEL spells it, however it was typed. */
function operator(name: string, pattern: RegExp, ...categories: TokenType[]): TokenType {
  return token({ name, pattern, categories });
}

export const Power = operator('**', /[*＊]{2}/, ArithmeticOperator);
export const Times = operator('*', /[*＊]/, ArithmeticOperator, NamePart);
export const Plus = operator('+', /[+＋]/, ArithmeticOperator, NamePart);
export const Arrow = operator('->', /->/);
export const Minus = operator('-', /[-－]/, ArithmeticOperator, NamePart);
export const Divide = operator('/', /[/／]/, ArithmeticOperator, NamePart);
export const NotEqual = operator('!=', /[!！][=＝]/, ComparisonOperator);
export const LessOrEqual = operator('<=', /[<＜][=＝]/, ComparisonOperator);
export const GreaterOrEqual = operator('>=', /[>＞][=＝]/, ComparisonOperator);
export const Less = operator('<', /[<＜]/, ComparisonOperator);
export const Greater = operator('>', /[>＞]/, ComparisonOperator);
export const Equal = operator('=', /[=＝]/, ComparisonOperator);
export const DotDot = operator('..', /[.．]{2}/);
export const Dot = operator('.', /[.．]/, NamePart);
export const Comma = operator(',', /[,，]/);
export const Colon = operator(':', /[:：]/);
export const LeftParen = operator('(', /[(（]/);
export const RightParen = operator(')', /[)）]/);
export const LeftBracket = operator('[', /[[［]/);
export const RightBracket = operator(']', /[\]］]/);
export const LeftBrace = operator('{', /[{｛]/);
export const RightBrace = operator('}', /[}｝]/);
export const Question = operator('?', /[?？]/);
const Apostrophe = operator("'", /'/, NamePart);

function keyword(word: string): TokenType {
  return token({ name: word, pattern: Lexer.NA, categories: [NamePart] });
}

/** FEEL's reserved words: never names. */
export const If = keyword('if');
export const Then = keyword('then');
export const Else = keyword('else');
export const For = keyword('for');
export const In = keyword('in');
export const Return = keyword('return');
export const Some = keyword('some');
export const Every = keyword('every');
export const Satisfies = keyword('satisfies');
export const Between = keyword('between');
export const And = keyword('and');
export const Or = keyword('or');
export const True = keyword('true');
export const False = keyword('false');
export const Null = keyword('null');
export const Function = keyword('function');
const reserved = [If, Then, Else, For, In, Return, Some, Every, Satisfies, Between, And, Or, True, False, Null, Function];

export const reservedWords: ReadonlySet<string> = new Set(reserved.map((type) => type.name));

function contextual(word: string): TokenType {
  return token({ name: word, pattern: Lexer.NA, categories: [Name, NamePart] });
}

/** Words that mean something in one place and are names everywhere else. */
export const Not = contextual('not');
export const Instance = contextual('instance');
export const Of = contextual('of');
export const External = contextual('external');
export const Missing = contextual('missing');
export const policyWords = {
  policy: contextual('policy'),
  import: contextual('import'),
  source: contextual('source'),
  type: contextual('type'),
  input: contextual('input'),
  manual: contextual('manual'),
  decision: contextual('decision'),
  parameter: contextual('parameter'),
  trigger: contextual('trigger'),
  property: contextual('property'),
  facts: contextual('facts'),
  test: contextual('test'),
  exception: contextual('exception'),
  to: contextual('to'),
  when: contextual('when'),
  emit: contextual('emit'),
  given: contextual('given'),
  cases: contextual('cases'),
  expect: contextual('expect'),
  by: contextual('by'),
  emits: contextual('emits'),
  silent: contextual('silent'),
  no_match: contextual('no_match'),
  missing_facts: contextual('missing_facts'),
  conflict: contextual('conflict'),
  error: contextual('error'),
  decided: contextual('decided'),
  cites: contextual('cites'),
  basis: contextual('basis'),
  law: contextual('law'),
  bank_choice: contextual('bank_choice'),
  unconfirmed: contextual('unconfirmed'),
  note: contextual('note'),
  force: contextual('force'),
  as: contextual('as'),
  one: contextual('one'),
  ordered: contextual('ordered'),
  worst: contextual('worst'),
  best: contextual('best'),
  last: contextual('last'),
  first: contextual('first'),
  record: contextual('record'),
  list: contextual('list'),
  range: contextual('range'),
  context: contextual('context'),
  step: contextual('step'),
  optional: contextual('optional'),
  round: contextual('round'),
  half: contextual('half'),
  up: contextual('up'),
  down: contextual('down'),
  even: contextual('even'),
  floor: contextual('floor'),
  ceiling: contextual('ceiling'),
  table: contextual('table'),
  unique: contextual('unique'),
  any: contextual('any'),
  priority: contextual('priority'),
  rule: contextual('rule'),
  output: contextual('output'),
  order: contextual('order'),
  collect: contextual('collect'),
  sum: contextual('sum'),
  min: contextual('min'),
  max: contextual('max'),
  count: contextual('count'),
  never: contextual('never'),
  always: contextual('always'),
  improves: contextual('improves'),
  worsens: contextual('worsens'),
  increases: contextual('increases'),
  decreases: contextual('decreases'),
};

/** What a name is relabelled to, by its spelling. */
export const feelKeywords: ReadonlyMap<string, TokenType> = new Map(
  [...reserved, Not, Instance, Of, External, policyWords.list, policyWords.range, policyWords.context].map((type) => [type.name, type]),
);
export const policyKeywords: ReadonlyMap<string, TokenType> = new Map([
  ...feelKeywords,
  [Missing.name, Missing] as const,
  ...Object.entries(policyWords),
]);

const operators = [
  Power, Times, Plus, Arrow, Minus, Divide, NotEqual, LessOrEqual, GreaterOrEqual, Less, Greater, Equal, DotDot, Dot, Comma, Colon,
  LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace, Question, Apostrophe,
]; // prettier-ignore
const texts = [TemporalLiteral, StringLiteral, UnterminatedString, QuotedName];

/** What the lexer of each dialect looks for, in order of preference. */
export const strictLexemes: TokenType[] = [WhiteSpace, LineComment, BlockComment, Name, NumberLiteral, ...texts, ...operators];
export const policyLexemes: TokenType[] = [
  WhiteSpace, LineComment, BlockComment, PolicyComment, Name, DateLiteral, PolicyNumber, ...texts, ...operators,
]; // prettier-ignore

/** Every token type, keywords too, as the parsers need them. */
export const vocabulary: TokenType[] = [
  ...new Set([...policyLexemes, NumberLiteral, NamePart, ArithmeticOperator, ComparisonOperator, ...policyKeywords.values()]),
];
