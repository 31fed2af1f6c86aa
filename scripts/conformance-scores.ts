import { scoreJson, type ScoreJson } from '../src/cli/tck-json.ts';
import { parseDateTime } from '../src/feel/values/temporal.ts';
import { runKit } from '../src/tck/run-kit.ts';
import { scoreOf } from '../src/tck/score.ts';

/** The score of a folder of the kit, as `tests/conformance/expected.json` records it. */
export interface FolderScore extends ScoreJson {
  readonly folder: string;
  readonly level: number | null;
}

/** Where the kit lies; the project holds none of its files. */
export const KIT = process.env['TCK_DIR'] ?? '../shared/tck';

/** What the folders of a kit come to. Throws for test files that cannot be read: no case may be missing. */
export async function scoresOf(kit: string): Promise<readonly FolderScore[]> {
  const results = await runKit(kit, { now: parseDateTime('2026-07-01T12:00:00Z') }, ({ code, parameters }) => {
    throw new Error(`${code} ${JSON.stringify(parameters)}`);
  });
  return results.map(({ folder, cases }) => ({ folder: folder.name, level: folder.level ?? null, ...scoreJson(scoreOf(cases)) }));
}

export function sum(scores: readonly ScoreJson[]): ScoreJson {
  const total = (of: (score: ScoreJson) => number): number => scores.reduce((before, score) => before + of(score), 0);
  return {
    passed: total(({ passed }) => passed),
    total: total((score) => score.total),
    value_passed: total(({ value_passed }) => value_passed),
    value_total: total(({ value_total }) => value_total),
    unsupported: total(({ unsupported }) => unsupported),
  };
}
