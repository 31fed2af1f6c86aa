import type { ScoreJson } from '../src/cli/tck-json.ts';
import { sum, type FolderScore } from './conformance-scores.ts';

/** The table of `docs/conformance.md`. */
export function conformanceTable(folders: readonly FolderScore[]): string {
  const levels = [...new Set(folders.map(({ level }) => level))];
  const rows = levels.flatMap((level) => {
    const own = folders.filter((folder) => folder.level === level);
    return [...own.map((folder) => row(folder.folder, folder)), row(`**level ${level ?? 'unknown'}**`, sum(own))];
  });
  const head = ['| folder | passed | of those expecting a value | not supported |', '|---|---|---|---|'];
  return [...head, ...rows, row('**all**', sum(folders))].map((line) => `${line}\n`).join('');
}

function row(name: string, { passed, total, value_passed, value_total, unsupported }: ScoreJson): string {
  return `| ${name} | ${passed} / ${total} | ${value_passed} / ${value_total} | ${unsupported === 0 ? '' : unsupported} |`;
}

/** The page that shows the scores. */
export const CONFORMANCE_PAGE = 'docs/conformance.md';

const [BEGIN, END] = ['<!-- table: npm run conformance -->\n', '<!-- /table -->\n'];

/** The page with the table for these scores in the place of the one in it. */
export function withTable(page: string, folders: readonly FolderScore[]): string {
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  return `${page.slice(0, before)}\n${conformanceTable(folders)}\n${page.slice(after)}`;
}
