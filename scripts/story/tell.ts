import type { Policy } from '../../src/index.ts';
import { ask } from './asking.ts';
import type { Told } from './asking.ts';
import type { Watch } from './facts.ts';
import { accountabilityFacts, competenceFacts, contagionFacts, failedIn, groupFacts, inspectionFacts, loanFacts, payFacts, signalFacts } from './facts.ts';
import type { Enterprise, Month, SubBranch } from './sub-branch.ts';
import { monthsOf } from './sub-branch.ts';

type Policies = ReadonlyMap<string, Policy>;

/** The year of the sub-branch, line by line: what each policy says each month, and on what grounds. */
export function* tell(branch: SubBranch, policies: Policies): Generator<string> {
  yield* beginning(branch, policies, branch.months[0]?.as_of ?? '');
  const books: Books = { classes: new Map(), watches: new Map() };
  let failedBefore: readonly string[] = [];
  for (const month of monthsOf(branch)) {
    yield '';
    yield `${month.asOf}  ${month.what}`;
    const failed = failedIn(month);
    const told = branch.enterprises.map((enterprise) => enterpriseIn(month, enterprise, failed.some((id) => id !== enterprise.id), books, policies));
    const quiet = told.filter(({ lines }) => lines.length === 0);
    const [sample] = quiet;
    if (sample !== undefined) yield line(`  ${quiet.map(({ id }) => id).join(', ')}`, sample.found);
    for (const { lines } of told) yield* lines;
    const newly = failed.filter((id) => !failedBefore.includes(id));
    if (newly.length > 0) yield* afterFailure(branch, month, newly, failed, books, policies);
    failedBefore = failed;
  }
  yield* yearEnd(branch, policies);
}

/** Whether the group may be formed, and whether its officers may handle the loans. */
function* beginning(branch: SubBranch, policies: Policies, asOf: string): Generator<string> {
  const group = ask(policies, 'enterprise_group', groupFacts(branch), asOf);
  yield line(`联保小组${branch.group.id} the group may be formed`, group.told('may_be_formed'));
  yield line('  贷款总额上限 cap of all loans', group.told('group_cap'));
  for (const officer of branch.officers) {
    const handled = branch.enterprises.find((each) => each.officer === officer.id);
    if (handled === undefined) continue;
    const answer = ask(policies, 'officer_competence', competenceFacts(officer, handled), asOf);
    yield line(`  ${officer.name} may handle the loan of ${handled.id}`, answer.told('may_handle'));
  }
}

/** What is kept from one month to the next, by enterprise. */
interface Books {
  readonly classes: Map<string, string>;
  readonly watches: Map<string, Watch>;
}

/** What there is to say of an enterprise in a month: nothing, if its loan is normal and it gives no signal. */
function enterpriseIn({ asOf, states }: Month, enterprise: Enterprise, groupMemberFailed: boolean, { classes, watches }: Books, policies: Policies): { readonly id: string; readonly found: Told; readonly lines: readonly string[] } {
  const { id, name, officer, total_debt } = enterprise;
  const state = states.get(id);
  if (state === undefined) throw new Error(`the month ${asOf} says nothing of ${id}`);
  const before = classes.get(id) ?? 'normal';
  const watch = watches.get(id) ?? {};
  const loan = ask(policies, 'loan_classification', loanFacts(enterprise, state, total_debt, groupMemberFailed), asOf);
  const found = loan.told('class');
  const loanClass = compact(found.value);
  const warning = ask(policies, 'warning_signals', signalFacts(enterprise, state, loanClass, watch), asOf);
  const level = warning.told('level');
  const isWarned = level.value !== 'none';
  classes.set(id, loanClass);
  const listed = warning.told('watch_list').value === 'enters' ? { listed_on: asOf } : {};
  watches.set(id, { ...watch, ...listed, ...(isWarned ? { last_signal_on: asOf } : {}) });
  if (loanClass === 'normal' && !isWarned) return { id, found, lines: [] };
  const inspection = ask(policies, 'inspection', inspectionFacts(enterprise, state, loanClass, before, isWarned), asOf);
  const lines = [
    line(`  ${id} ${name}, 上月 last month ${before}`, found),
    line('     专项准备 provision', loan.told('provision')),
    line('     预警 warning', level),
    ...[...loan.events, ...warning.events].map(({ event, data, grounds }) => `     → ${event} ${compact(data)}  [${grounds}]`),
    line(`     ${officer} 检查 must inspect`, inspection.told('frequency')),
  ];
  return { id, found, lines };
}

/** Who bears the loans of those that fail, and who answers for them. */
function* afterFailure(branch: SubBranch, month: Month, newly: readonly string[], failed: readonly string[], { classes }: Books, policies: Policies): Generator<string> {
  const contagion = ask(policies, 'guarantee_contagion', contagionFacts(branch, failed), month.asOf);
  yield line(`  违约 failed: ${failed.join(', ')}; 传染 it`, contagion.told('spread'));
  yield line('     倒下 fallen', contagion.told('fallen'));
  yield line('     仍站住 standing', contagion.told('standing'));
  yield line('     分担 borne', contagion.told('burdens'));
  for (const enterprise of branch.enterprises.filter(({ id }) => newly.includes(id))) {
    const state = month.states.get(enterprise.id);
    if (state === undefined) continue;
    const answer = ask(policies, 'accountability', accountabilityFacts(branch, enterprise, state, classes.get(enterprise.id) ?? 'normal'), month.asOf);
    yield line(`  ${enterprise.id} 责任 who answers`, answer.told('borne'));
    yield line('     免责 exempt', answer.told('exempt'));
    yield line('     银行承担 borne by the bank', answer.told('borne_by_bank'));
  }
}

/** What the year costs each officer. */
function* yearEnd(branch: SubBranch, policies: Policies): Generator<string> {
  const last = monthsOf(branch).at(-1);
  if (last === undefined) return;
  const failed = failedIn(last);
  yield '';
  yield `${last.asOf}  年终绩效 What it does to pay`;
  for (const officer of branch.officers) {
    const own = branch.enterprises.filter((each) => each.officer === officer.id);
    const total = (of: readonly Enterprise[]): string => of.reduce((sum, { loan }) => sum + Number(loan), 0).toFixed(2);
    const bad = own.filter(({ id }) => failed.includes(id));
    const exempt = bad.every((enterprise) => {
      const state = last.states.get(enterprise.id);
      const answer = state && ask(policies, 'accountability', accountabilityFacts(branch, enterprise, state, 'substandard'), last.asOf).told('exempt').value;
      return Array.isArray(answer) && answer.includes(officer.id);
    });
    const pay = ask(policies, 'reward_penalty', payFacts(branch, officer, total(own), total(bad), bad.length > 0 && exempt), last.asOf);
    yield line(`  ${officer.name}: 不良率 NPL ratio`, pay.told('own_npl_ratio'));
    yield line('     扣罚 penalty', pay.told('penalty'));
    yield line('     绩效 performance pay left', pay.told('payable'));
    yield line('     其中延期 of it deferred', pay.told('deferred'));
  }
}

function line(what: string, { value, grounds }: Told): string {
  return `${what}: ${compact(value)}  [${grounds}]`;
}

function compact(value: Told['value']): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(compact).join(', ');
  return `{${Object.entries(value).map(([key, each]) => `${key}: ${compact(each)}`).join(', ')}}`;
}
