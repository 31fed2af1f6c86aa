/** FEEL text, and how tightly the operator that stands outermost in it binds. */
export interface Feel {
  readonly text: string;
  readonly binds: number;
}

/** `if`, `for`, `some`, `every`, `function`: they go on as far as they can. */
export const OPEN = 0;
export const OR = 1;
export const AND = 2;
export const COMPARISON = 3;
export const SUM = 4;
export const PRODUCT = 5;
export const POWER = 6;
/** A name, literal, call, path or filter; anything in brackets. */
export const CLOSED = 7;

export function closed(text: string): Feel {
  return { text, binds: CLOSED };
}

/** The text as a part of something that demands it to bind at least so tightly: in parentheses where it does not. */
export function part({ text, binds }: Feel, least: number): string {
  return binds >= least ? text : `(${text})`;
}

/** The expressions, separated by commas. */
export function listed(parts: readonly Feel[]): string {
  return parts.map((each) => part(each, OPEN)).join(', ');
}

/** A call of a function by its name. */
export function call(name: string, ...given: readonly Feel[]): Feel {
  return closed(`${name}(${listed(given)})`);
}

/** `if condition then yes else no`. */
export function choice(condition: Feel, yes: Feel, no: Feel): Feel {
  return { text: `if ${condition.text} then ${yes.text} else ${no.text}`, binds: OPEN };
}

/** Conditions of which all must hold. */
export function allOf(...conditions: readonly Feel[]): Feel {
  return joined(conditions, 'and', AND);
}

/** Conditions of which one must hold. */
export function anyOf(conditions: readonly Feel[]): Feel {
  return joined(conditions, 'or', OR);
}

function joined(conditions: readonly Feel[], word: string, binds: number): Feel {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return { text: conditions.map((condition) => part(condition, binds)).join(` ${word} `), binds };
}

export const NULL = closed('null');

/** That a value is there: FEEL's null is what an absent fact comes to. */
export function isPresent(value: Feel): Feel {
  return { text: `${part(value, SUM)} != null`, binds: COMPARISON };
}
