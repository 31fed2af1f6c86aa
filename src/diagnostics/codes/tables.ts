import { define } from '../define.ts';

/** Problems with decision tables and exceptions. */
export const tables = {
};
