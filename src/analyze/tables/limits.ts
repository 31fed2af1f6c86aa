/** So many findings of one kind are told of one table; the rest are counted. */
export const MOST_TOLD = 10;

/** Where so many have been found, no more are looked for. */
export const MOST_FOUND = 40;

/** So many cases are asked for in one search over one table. */
export const MOST_QUESTIONS = 200;
