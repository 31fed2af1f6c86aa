/** Writes the TextMate grammar that editors highlight policies with: `npm run highlighting`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HIGHLIGHTING_FILE, textMateGrammar } from './highlighting/textmate.ts';

mkdirSync(dirname(HIGHLIGHTING_FILE), { recursive: true });
writeFileSync(HIGHLIGHTING_FILE, textMateGrammar());
