import { define } from '../define.ts';

/** Problems with periods and dates. */
export const time = {
};
