import { define } from '../define.ts';

/** Problems with problems met while evaluating. */
export const running = {
};
