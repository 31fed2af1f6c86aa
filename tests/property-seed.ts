import fc from 'fast-check';

/**
 * Every run of the tests draws the same cases, so that a failure is the change's and not chance's.
 * `npm run soak` draws new ones: SEED=random, or a number that a failure printed.
 */
const given = process.env['SEED'] ?? '20241231';

fc.configureGlobal(given === 'random' ? {} : { seed: Number(given) });
