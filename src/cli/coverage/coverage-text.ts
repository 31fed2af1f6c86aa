import type { MetGoal, PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import { goalKinds } from '../../analyze/coverage/goal.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { columns } from '../columns.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { countOf, countsOf, partsOf, percentOf, uncoveredIn } from './counts.ts';

/** What tests cover, for a person: counts by policy and by what stands in it, and all that is not covered, with its place. */
export function coverageText(policies: readonly PolicyCoverage[], terminal: Terminal): string {
  const withGoals = policies.filter(({ goals }) => goals.length > 0);
  const rows = withGoals.flatMap(({ policy, goals }) => [
    [terminal.colours.bold(policy.name), ...countTexts(goals, terminal)],
    ...[...partsOf(goals)].filter(([of]) => of !== policy).map(([of, own]) => [`  ${of.name}`, ...countTexts(own, terminal)]),
  ]);
  return [rows.length === 0 ? '' : columns([headings(terminal), ...rows]), uncoveredText(withGoals, terminal), summaryText(withGoals, terminal)].filter((block) => block !== '').map((block) => `\n${block}\n`).join('');
}

function headings(terminal: Terminal): readonly string[] {
  const words = [
    { en: 'coverage', zh: '覆盖' },
    { en: 'rows', zh: '行' },
    { en: 'boundaries', zh: '边界' },
    { en: 'exceptions', zh: '例外' },
    { en: 'triggers', zh: '触发' },
  ];
  return words.map((word) => terminal.colours.dim(say(terminal, word)));
}

function countTexts(goals: readonly MetGoal[], { colours }: Terminal): readonly string[] {
  const counts = countsOf(goals);
  return goalKinds.map((kind) => {
    const { covered, total } = counts[kind];
    if (total === 0) return colours.dim('-');
    return covered === total ? colours.green(`${covered}/${total}`) : colours.red(`${covered}/${total}`);
  });
}

function uncoveredText(policies: readonly PolicyCoverage[], terminal: Terminal): string {
  const lines = uncoveredIn(policies).map(({ span: { file, start }, of, what }) => `  ${terminal.colours.dim(`${file.path}:${positionAt(file, start).line}`)}  ${of.name}: ${what[terminal.language]}`);
  return lines.length === 0 ? '' : [say(terminal, { en: 'not covered', zh: '未覆盖' }), ...lines].join('\n');
}

function summaryText(policies: readonly PolicyCoverage[], terminal: Terminal): string {
  const goals = policies.flatMap((each) => each.goals);
  const impossible = goals.filter(({ isImpossible }) => isImpossible).length;
  const count = countOf(goals);
  if (goals.length === 0) return say(terminal, { en: 'nothing to cover', zh: '没有需要覆盖的内容' });
  const summary = say(terminal, { en: `covered ${percentOf(count)} %: ${count.covered} of ${count.total}`, zh: `覆盖率 ${percentOf(count)} %：${count.total} 项中 ${count.covered} 项` });
  if (impossible === 0) return summary;
  return `${summary}${say(terminal, { en: `; ${impossible} that no case can show are left out`, zh: `；另有 ${impossible} 项任何情形都不会出现，不计入` })}`;
}
