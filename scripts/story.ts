/** `npm run story`: a year of a sub-branch, month by month, as the shipped policies see it; each line with what it rests on. */
import { renderAll } from '../src/diagnostics/render.ts';
import { compile } from '../src/index.ts';
import { readSubBranch } from './story/sub-branch.ts';
import { tell } from './story/tell.ts';

const { policies, diagnostics } = await compile('rules');
if (diagnostics.length > 0) process.stderr.write(renderAll(diagnostics, { language: 'en', colour: false }));
for (const line of tell(readSubBranch(), policies)) console.log(line);
