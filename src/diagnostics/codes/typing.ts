import { define } from '../define.ts';

/** Problems with types, units, grains, optional facts. */
export const typing = {
};
