import { changedLines } from '../../analyze/mutate/edited.ts';
import type { Mutated } from '../../analyze/mutate/mutate.ts';
import { placeOf } from '../failure-text.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { slipNames } from './slip-names.ts';
import { tallyOf } from './tally.ts';

/** What became of mutants, for a person: those that nothing sees, by what they change, and the counts. */
export function mutationText(all: readonly Mutated[], terminal: Terminal): string {
  const told = all.filter(({ fate: { kind } }) => kind === 'survived' || kind === 'undecided');
  const owners = new Set(told.map(ownerOf));
  const groups = [...owners].map((owner) => `\n${terminal.colours.bold(owner)}\n${told.filter((one) => ownerOf(one) === owner).map((one) => mutantText(one, terminal)).join('')}`);
  return `${groups.join('')}\n${countsText(all, terminal)}`;
}

function ownerOf({ policy, mutant: { within } }: Mutated): string {
  return within === undefined ? policy.name : `${policy.name}.${within}`;
}

function mutantText({ mutant, fate }: Mutated, terminal: Terminal): string {
  const { colours } = terminal;
  const { before, after } = changedLines(mutant.edits);
  const lines = [
    `${say(terminal, slipNames[mutant.operator])}  ${colours.dim(placeOf(mutant.span))}`,
    ...before.map((line) => `  ${colours.red(`- ${line.trim()}`)}`),
    ...after.map((line) => `  ${colours.green(`+ ${line.trim()}`)}`),
  ];
  const shown = fate.kind === 'survived' ? [say(terminal, { en: 'no test sees it; this one would, if it is right:', zh: '没有测试能发现；以下测试可以，须先核对其期望值：' }), ...fate.example.trimEnd().split('\n').map((line) => `  ${line}`)] : [];
  const tried = fate.kind === 'undecided' ? [say(terminal, { en: `alike in all ${fate.tried} cases tried, which are not all that there are`, zh: `试算的 ${fate.tried} 个案例结果均相同，但未穷尽` })] : [];
  return [...lines, ...shown, ...tried].map((line) => `  ${line}\n`).join('');
}

function countsText(all: readonly Mutated[], terminal: Terminal): string {
  const { mutants, killed, foundByCheck, foundByAnalysis, equivalent, undecided, survived, score } = tallyOf(all);
  return `${say(terminal, {
    en: `${mutants} mutants: ${killed} killed by tests, ${foundByCheck + foundByAnalysis} found by check (${foundByAnalysis} of them by analysis), ${equivalent} equivalent, ${undecided} undecided, ${survived} survived; score ${score} %`,
    zh: `变异 ${mutants} 个：测试发现 ${killed}，检查发现 ${foundByCheck + foundByAnalysis}（其中分析发现 ${foundByAnalysis}），等价 ${equivalent}，未定 ${undecided}，存活 ${survived}；得分 ${score} %`,
  })}\n`;
}
