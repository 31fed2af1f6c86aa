import type { PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import type { GoalKind } from '../../analyze/coverage/goal.ts';
import { goalKinds } from '../../analyze/coverage/goal.ts';
import type { Language } from '../../diagnostics/message.ts';
import { countOf, countsOf, percentOf } from './counts.ts';
import { escaped } from './escaped.ts';
import { sourceHtml } from './html-source.ts';
import { style } from './html-style.ts';

/** A page of the report, by the name of its file. */
export interface Page {
  readonly name: string;
  readonly html: string;
}

const words: Readonly<Record<GoalKind | 'title' | 'policy' | 'covered' | 'index', Readonly<Record<Language, string>>>> = {
  title: { en: 'What the tests cover', zh: '测试覆盖情况' },
  index: { en: 'All policies', zh: '全部政策' },
  policy: { en: 'Policy', zh: '政策' },
  covered: { en: 'Covered', zh: '覆盖率' },
  row: { en: 'Rows', zh: '行' },
  boundary: { en: 'Boundaries', zh: '边界' },
  exception: { en: 'Exceptions', zh: '例外' },
  trigger: { en: 'Triggers', zh: '触发' },
};

/** What tests cover as pages without anything from elsewhere: an index, and each policy's text with what is covered marked in it. */
export function coveragePages(policies: readonly PolicyCoverage[], language: Language): readonly Page[] {
  const withGoals = policies.filter(({ goals }) => goals.length > 0);
  return [indexPage(withGoals, language), ...withGoals.map((each) => policyPage(each, language))];
}

function indexPage(policies: readonly PolicyCoverage[], language: Language): Page {
  const title = words.title[language];
  const head = [words.policy, words.covered, ...goalKinds.map((kind) => words[kind])].map((word) => `<th>${word[language]}</th>`).join('');
  const rows = policies.map(({ policy, goals }) => `<tr><td><a href="${escaped(encodeURIComponent(pageName(policy.name)))}">${escaped(policy.name)}</a> ${escaped(policy.label ?? '')}</td>${figures(goals)}</tr>`);
  const total = policies.flatMap(({ goals }) => goals);
  return page('index.html', title, language, `<h1>${title}</h1>\n<table class="counts">\n<tr>${head}</tr>\n${rows.join('\n')}\n<tr class="total"><td></td>${figures(total)}</tr>\n</table>`);
}

function policyPage({ policy, goals }: PolicyCoverage, language: Language): Page {
  const head = [words.covered, ...goalKinds.map((kind) => words[kind])].map((word) => `<th>${word[language]}</th>`).join('');
  const body = [
    `<p><a href="index.html">${words.index[language]}</a></p>`,
    `<h1>${escaped(policy.name)} ${escaped(policy.label ?? '')}</h1>`,
    `<p><code>${escaped(policy.file.path)}</code></p>`,
    `<table class="counts">\n<tr>${head}</tr>\n<tr>${figures(goals)}</tr>\n</table>`,
    sourceHtml(policy.file, goals, language),
  ];
  return page(pageName(policy.name), policy.name, language, body.join('\n'));
}

function figures(goals: PolicyCoverage['goals']): string {
  const counts = countsOf(goals);
  const cells = goalKinds.map((kind) => {
    const { covered, total } = counts[kind];
    return total === 0 ? '<td>–</td>' : `<td class="${covered === total ? 'covered' : 'uncovered'}">${covered}/${total}</td>`;
  });
  return `<td>${percentOf(countOf(goals))} %</td>${cells.join('')}`;
}

/** Names of policies are identifiers, so they are names of files too; `index` is the other page's. */
function pageName(policy: string): string {
  return `policy-${policy}.html`;
}

function page(name: string, title: string, language: Language, body: string): Page {
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  return {
    name,
    html: `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${escaped(title)}</title>\n<style>\n${style}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
  };
}
