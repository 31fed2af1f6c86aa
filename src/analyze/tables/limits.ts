/** So many findings of one kind are told of one table; the rest are counted. */
export const MOST_TOLD = 10;

/** So many cases are asked for in one search over one table. */
export const MOST_QUESTIONS = 200;
