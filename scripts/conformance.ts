/**
 * Runs the DMN Technology Compatibility Kit and records the score: `npm run conformance`. TCK_DIR names the kit's folder, `../shared/tck`
 * if it is left out. What is written is to be reviewed: a folder that got worse shows in the diff.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CONFORMANCE_PAGE, withTable } from './conformance-page.ts';
import { KIT, scoresOf } from './conformance-scores.ts';

const scores = await scoresOf(KIT);
writeFileSync('tests/conformance/expected.json', `[\n${scores.map((score) => `  ${JSON.stringify(score)}`).join(',\n')}\n]\n`);
writeFileSync(CONFORMANCE_PAGE, withTable(readFileSync(CONFORMANCE_PAGE, 'utf8'), scores));
