import { define } from '../define.ts';

/** Problems with names: unknown, declared twice, cyclic. */
export const naming = {
};
