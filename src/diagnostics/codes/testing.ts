import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems with the tests that stand in policies. */
export const testing = {
  'given-unknown': define<{ path: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ path, suggestion }) => `\`${path}\` is not a fact of this policy${didYouMean.en(suggestion)}`,
      zh: ({ path, suggestion }) => `\`${path}\` 不是本政策的事实${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) => (suggestion === undefined ? 'name an input or field as it is declared; those of an imported policy as `policy.input`' : `write \`${suggestion}\``),
      zh: ({ suggestion }) => (suggestion === undefined ? '请按声明书写输入或字段名；导入政策的输入写作 `政策名.输入名`' : `请改为 \`${suggestion}\``),
    },
  }),
  'facts-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there are no shared facts \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有名为 \`${name}\` 的共用事实${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ name, suggestion }) => (suggestion === undefined ? `declare them: \`facts ${name}\` with \`given\` lines below it; those of an imported policy are \`policy.facts\`` : `write \`${suggestion}\``),
      zh: ({ name, suggestion }) => (suggestion === undefined ? `请声明 \`facts ${name}\`，并在其下写 \`given\` 行；导入政策的共用事实写作 \`政策名.名称\`` : `请改为 \`${suggestion}\``),
    },
  }),
  'given-value-missing': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` is given no value`,
      zh: ({ path }) => `\`${path}\` 没有给出取值`,
    },
    remedy: {
      en: ({ path }) => `write the value after it: \`given ${path} …\`; a name alone takes over what a \`facts\` statement gives`,
      zh: ({ path }) => `请在其后写明取值：\`given ${path} …\`；只写名称表示引用 \`facts\` 语句给出的事实`,
    },
  }),
  'given-value-misplaced': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `\`${name}\` is a set of shared facts and takes no value`,
      zh: ({ name }) => `\`${name}\` 是一组共用事实，不能赋值`,
    },
    remedy: {
      en: ({ name }) => `write \`given ${name}\` alone, and give the facts that differ in lines of their own`,
      zh: ({ name }) => `请只写 \`given ${name}\`，不同的事实另起一行给出`,
    },
  }),
  'manual-answer-malformed': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `the answer to \`manual.${name}\` needs a value, who gave it and when`,
      zh: ({ name }) => `\`manual.${name}\` 的答复须写明取值、答复人和时间`,
    },
    remedy: {
      en: ({ name }) => `write \`given manual.${name} { value: …, who: "…", when: "2024-01-31" }\``,
      zh: ({ name }) => `请写 \`given manual.${name} { value: …, who: "…", when: "2024-01-31" }\``,
    },
  }),
  'subject-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there is no decision or trigger \`${name}\` to expect anything of${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有可供检验的决策或触发器 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) => (suggestion === undefined ? 'name a decision or trigger of this policy, or `policy.decision` of an imported one' : `write \`${suggestion}\``),
      zh: ({ suggestion }) => (suggestion === undefined ? '请写本政策的决策或触发器，或导入政策的 `政策名.决策名`' : `请改为 \`${suggestion}\``),
    },
  }),
  'expectation-misplaced': define<{ name: string; subject: 'decision' | 'trigger' }>({
    severity: 'error',
    message: {
      en: ({ name, subject }) => (subject === 'decision' ? `\`${name}\` is a decision: it emits nothing` : `\`${name}\` is a trigger: it has no value`),
      zh: ({ name, subject }) => (subject === 'decision' ? `\`${name}\` 是决策，不会发出事件` : `\`${name}\` 是触发器，没有取值`),
    },
    remedy: {
      en: ({ name, subject }) => (subject === 'decision' ? `write \`expect ${name} = …\` or an outcome` : `write \`expect ${name} emits …\` or \`expect ${name} silent\``),
      zh: ({ name, subject }) => (subject === 'decision' ? `请写 \`expect ${name} = …\` 或某种结局` : `请写 \`expect ${name} emits …\` 或 \`expect ${name} silent\``),
    },
  }),
  'rule-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there is no row or exception \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有行或例外 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'write `decision.row`, `decision.exception` or `parameter.row` as they are declared',
      zh: () => '请按声明书写：`决策名.行编号`、`决策名.例外名` 或 `参数表名.行编号`',
    },
  }),
  'cases-unreadable': define<{ path: string; reason: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, reason }) => `the cases in \`${path}\` cannot be read: ${reason.en}`,
      zh: ({ path, reason }) => `无法读取 \`${path}\` 中的测试用例：${reason.zh}`,
    },
    remedy: {
      en: () => 'put the CSV file beside the policy and write its path from there, such as `cases "boundary-days.csv"`',
      zh: () => '请将 CSV 文件放在政策旁边，并写明相对路径，例如 `cases "boundary-days.csv"`',
    },
  }),
  'cases-without-records': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the file has a header and no case below it',
      zh: () => '该文件只有表头，没有测试用例',
    },
    remedy: {
      en: () => 'write a case on each line below the header, or remove the test: as it stands it tests nothing',
      zh: () => '请在表头之下逐行写明用例，或删除该测试：目前它没有检验任何内容',
    },
  }),
  'cases-column-unknown': define<{ header: string; number: number; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ header, number, suggestion }) => `column ${number}, \`${header}\`, is neither a fact nor anything to expect${didYouMean.en(suggestion)}`,
      zh: ({ header, number, suggestion }) => `第 ${number} 列 \`${header}\` 既不是事实，也不是期望${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'let the header be the path of a fact (`loan.overdue_days`), `title`, `as_of`, `expect D`, `expect D by` or `expect T emits`',
      zh: () => '表头应为事实路径（如 `loan.overdue_days`）、`title`、`as_of`、`expect 决策`、`expect 决策 by` 或 `expect 触发器 emits`',
    },
  }),
  'case-expects-nothing': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'this case expects nothing',
      zh: () => '该用例没有任何期望',
    },
    remedy: {
      en: () => 'fill in one of the columns that say what to expect, or remove the line',
      zh: () => '请在期望列中填写内容，或删除该行',
    },
  }),
  'rules-without-value': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `rules are expected of \`${name}\`, and no value`,
      zh: ({ name }) => `对 \`${name}\` 只写了规则，没有写期望的取值`,
    },
    remedy: {
      en: ({ name }) => `write the value that they give in a column \`expect ${name}\``,
      zh: ({ name }) => `请在 \`expect ${name}\` 列中写明这些规则给出的取值`,
    },
  }),
  'reason-unknown': define<{ code: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ code, suggestion }) => `no decision ever ends for a reason \`${code}\`${didYouMean.en(suggestion)}`,
      zh: ({ code, suggestion }) => `没有决策会因 \`${code}\` 而未能得出结果${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) => (suggestion === undefined ? 'write the code of a reason as answers show it, such as `division-by-zero`, `no-row-matches` or `depends-on`' : `write \`"${suggestion}"\``),
      zh: ({ suggestion }) => (suggestion === undefined ? '请写答复中显示的原因代码，例如 `division-by-zero`、`no-row-matches`、`depends-on`' : `请改为 \`"${suggestion}"\``),
    },
  }),
  'event-unknown': define<{ event: string; trigger: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.trigger}\` never emits \`${p.event}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.trigger}\` 不会发出事件 \`${p.event}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: (p) => (p.suggestion === undefined ? 'name an event that stands after `emit` in the trigger' : `write \`${p.suggestion}\``),
      zh: (p) => (p.suggestion === undefined ? '请写该触发器中 `emit` 之后的事件名' : `请改为 \`${p.suggestion}\``),
    },
  }),
};
