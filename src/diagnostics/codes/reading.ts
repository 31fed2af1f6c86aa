import { define } from '../define.ts';

/** Problems with files, lines, clauses and tables that cannot be read. */
export const reading = {
};
