import type { Span } from './span.ts';

/**
 * The syntax tree of an expression: FEEL (OMG DMN 1.5, clause 10.3) and what the policy dialect adds.
 * It keeps what a person wrote (number spelling, parentheses), so that it can be printed back.
 */
export type Expression =
  | NumberLiteral
  | StringLiteral
  | BooleanLiteral
  | NullLiteral
  | DateLiteral
  | TemporalLiteral
  | MissingLiteral
  | InputValue
  | NameReference
  | Path
  | Negation
  | Binary
  | Between
  | In
  | InstanceOf
  | If
  | For
  | Quantified
  | FunctionDefinition
  | Filter
  | Call
  | ListLiteral
  | ContextLiteral
  | RangeLiteral
  | Parenthesized;

interface Node {
  readonly span: Span;
}

/** `90`, `.5`, `1e3`; policy dialect also `25%`, `2000万`, `1.5亿`. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly text: string;
}

/** `"…"`, its escapes resolved in `value`. */
export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}

export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Node {
  readonly kind: 'null';
}

/** Policy dialect: a bare ISO date, `2024-01-31`. */
export interface DateLiteral extends Node {
  readonly kind: 'date';
  readonly text: string;
}

/** `@"2024-01-31"`, `@"P1Y"`. */
export interface TemporalLiteral extends Node {
  readonly kind: 'temporal';
  readonly text: string;
}

/** Policy dialect: `missing`, the absence of an optional fact. */
export interface MissingLiteral extends Node {
  readonly kind: 'missing';
}

/** `?`, the value that a cell tests. */
export interface InputValue extends Node {
  readonly kind: 'input value';
}

export interface NameReference extends Node {
  readonly kind: 'name';
  readonly name: string;
}

/** `target.name`. */
export interface Path extends Node {
  readonly kind: 'path';
  readonly target: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

/** `-operand`. */
export interface Negation extends Node {
  readonly kind: 'negation';
  readonly operand: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type LogicalOperator = 'and' | 'or';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: ArithmeticOperator | ComparisonOperator | LogicalOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** `value between low and high`, both inclusive. */
export interface Between extends Node {
  readonly kind: 'between';
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** `value in tests`. */
export interface In extends Node {
  readonly kind: 'in';
  readonly value: Expression;
  readonly tests: readonly Test[];
}

export interface InstanceOf extends Node {
  readonly kind: 'instance of';
  readonly value: Expression;
  readonly type: TypeExpression;
}

export interface If extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `name in source`, or `name in from..to` where `to` is set. */
export interface Iterator {
  readonly variable: Identifier;
  readonly source: Expression;
  readonly to: Expression | undefined;
}

export interface For extends Node {
  readonly kind: 'for';
  readonly iterators: readonly Iterator[];
  readonly result: Expression;
}

export interface Quantified extends Node {
  readonly kind: 'quantified';
  readonly quantifier: 'some' | 'every';
  readonly iterators: readonly Iterator[];
  readonly condition: Expression;
}

export interface FunctionDefinition extends Node {
  readonly kind: 'function';
  /** Strict dialect: `external`, in Java or PMML, where the body only says where its code is. */
  readonly language: 'FEEL' | 'external';
  readonly parameters: readonly { readonly name: Identifier; readonly type: TypeExpression | undefined }[];
  readonly body: Expression;
}

/** `target[condition]`: a filter, or an index where the condition is a number. */
export interface Filter extends Node {
  readonly kind: 'filter';
  readonly target: Expression;
  readonly condition: Expression;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

/** One argument; `name` where the call names its arguments. A call names all of them or none. */
export interface Argument {
  readonly name: Identifier | undefined;
  readonly value: Expression;
}

export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface ContextLiteral extends Node {
  readonly kind: 'context';
  readonly entries: readonly { readonly key: Identifier; readonly value: Expression }[];
}

/**
 * `[low..high]`, `(low..high)`, `]low..high[`; policy dialect also bare `low..high` (`bracketed` false, both ends
 * closed) and, for periods, an end left out (open for ever).
 */
export interface RangeLiteral extends Node {
  readonly kind: 'range';
  readonly bracketed: boolean;
  readonly low: Expression | undefined;
  readonly high: Expression | undefined;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
  /** Strict dialect: `(= 5)`, `(!= 5)`, whose both ends are the operand. */
  readonly comparison?: '=' | '!=';
}

export interface Parenthesized extends Node {
  readonly kind: 'parenthesized';
  readonly inner: Expression;
}

/** One test of a cell (DMN: unary test). A cell is a list of tests, of which one must hold. */
export type Test =
  /** `-`: anything, missing too. */
  | (Node & { readonly kind: 'any' })
  /** `> 90`. */
  | (Node & { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly operand: Expression })
  /** A value to equal, a range or list to lie in, `missing`, or a condition that names `?`. */
  | (Node & { readonly kind: 'expression'; readonly expression: Expression })
  /** `not(tests)`. */
  | (Node & { readonly kind: 'not'; readonly tests: readonly Test[] });

export interface Cell extends Node {
  readonly tests: readonly Test[];
}

/** A name as written, without its backquotes. */
export interface Identifier extends Node {
  readonly name: string;
}

/** A type as written: in a declaration, a parameter, or after `instance of`. */
export type TypeExpression =
  /** `Class`, `vocabulary.Class`, `money CNY`, `days`, `date and time`. */
  | (Node & { readonly kind: 'named'; readonly path: readonly Identifier[]; readonly currency: Identifier | undefined })
  /** It could not be read, and a diagnostic says so: the checker takes it as `any`, silently. */
  | (Node & { readonly kind: 'unreadable' })
  /** Policy `list of T`, FEEL `list<T>`. */
  | (Node & { readonly kind: 'list'; readonly item: TypeExpression })
  /** FEEL `range<T>`. */
  | (Node & { readonly kind: 'range'; readonly item: TypeExpression })
  /** FEEL `context<a: T>`. */
  | (Node & { readonly kind: 'context'; readonly fields: readonly { readonly name: Identifier; readonly type: TypeExpression }[] })
  /** FEEL `function<A, B> -> R`. */
  | (Node & { readonly kind: 'function'; readonly parameters: readonly TypeExpression[]; readonly result: TypeExpression });
