import { define, type Phrase } from '../define.ts';

/** What analyses find across a policy: between its dates, its declarations and the decisions that rest on one another. */
export const across = {
  'period-hole': define<{ name: string; kind: 'decision' | 'function' | 'parameter'; days: Phrase; ends: boolean }>({
    severity: 'error',
    message: {
      en: ({ name, days }) => `nothing of \`${name}\` is in force ${days.en}`,
      zh: ({ name, days }) => `${days.zh}，\`${name}\` 没有任何生效的内容`,
    },
    remedy: {
      en: ({ kind, ends }) =>
        ends
          ? `add what holds from then on; if the ${kind} ends for good, say so on the ${kind} itself: \`in force .. DATE\``
          : `let one period begin on the day after the other ends (both ends are inclusive), or add what holds in between`,
      zh: ({ kind, ends }) =>
        ends
          ? `请补充此后适用的内容；若该${kinds[kind]}自此终止，请在其自身写明：\`in force .. 日期\``
          : '请使后一期间从前一期间终止的次日开始（起止日均包含在内），或补充其间适用的内容',
    },
  }),
  'row-period-hole': define<{ id: string; days: Phrase }>({
    severity: 'error',
    message: {
      en: ({ id, days }) => `row \`${id}\` is not in force ${days.en}, between two of its periods`,
      zh: ({ id, days }) => `行 \`${id}\` 的前后两个期间之间有间断：${days.zh}未生效`,
    },
    remedy: {
      en: () => 'let this period begin on the day after the last one ends (both ends are inclusive); if the rule did pause, give the later row an id of its own',
      zh: () => '请使本期间从上一期间终止的次日开始（起止日均包含在内）；若该规则确曾停用，请为后一行另编行号',
    },
  }),
  'read-out-of-force': define<{ name: string; read: string; days: Phrase }>({
    severity: 'error',
    message: {
      en: ({ name, read, days }) => `\`${name}\` needs \`${read}\` ${days.en}, when that is not in force, and ends as \`no_match\``,
      zh: ({ name, read, days }) => `${days.zh}，\`${name}\` 需要用到 \`${read}\`，而后者未生效，结果为 \`no_match\``,
    },
    remedy: {
      en: ({ name, read }) => `let \`${read}\` hold for as long as \`${name}\` does, or shorten the \`in force\` of \`${name}\``,
      zh: ({ name, read }) => `请使 \`${read}\` 的生效期覆盖 \`${name}\`，或缩短 \`${name}\` 的生效期`,
    },
  }),
  'declaration-unused': define<{ kind: 'import' | 'source' | 'type' | 'function' | 'parameter' | 'manual'; name: string }>({
    severity: 'warning',
    message: {
      en: ({ kind, name }) => (kind === 'source' ? `nothing cites \`${name}\`` : kind === 'manual' ? `nothing depends on the answer to \`${name}\`` : `nothing uses the ${kind} \`${name}\``),
      zh: ({ kind, name }) => (kind === 'source' ? `没有内容引用依据 \`${name}\`` : kind === 'manual' ? `没有内容用到人工问题 \`${name}\` 的答复` : `没有内容使用${kinds[kind]} \`${name}\``),
    },
    remedy: {
      en: ({ kind }) => (kind === 'source' ? 'cite it where a rule rests on it, or remove it' : 'use it where it was meant to be used, or remove it'),
      zh: ({ kind }) => (kind === 'source' ? '请在以其为依据的规则处引用，或将其删除' : '请在应使用之处使用，或将其删除'),
    },
  }),
  'fact-unused': define<{ path: string }>({
    severity: 'warning',
    message: {
      en: ({ path }) => `no decision and no trigger reads \`${path}\``,
      zh: ({ path }) => `没有任何决策或触发器读取 \`${path}\``,
    },
    remedy: {
      en: () => 'add the rule that was meant to depend on it, or remove it, so that nobody collects it in vain',
      zh: () => '请补充应以其为条件的规则；若确无用处则删除，以免白白采集',
    },
  }),
  'argument-unused': define<{ function: string; kind: 'function' | 'parameter'; name: string }>({
    severity: 'warning',
    message: {
      en: (p) => `what \`${p.function}\` gives never depends on \`${p.name}\``,
      zh: (p) => `\`${p.function}\` 的结果与 \`${p.name}\` 无关`,
    },
    remedy: {
      en: (p) => `let ${p.kind === 'parameter' ? 'a column' : 'its body'} read it, or remove it here and at every call`,
      zh: (p) => `请在其${p.kind === 'parameter' ? '列' : '内容'}中使用，或在此处和各调用处一并删除`,
    },
  }),
  'error-reachable': define<{ name: string; text: string; how: Phrase }>({
    severity: 'warning',
    message: {
      en: ({ name, text, how }) => `\`${name}\` can end in an error: \`${text}\` ${how.en} for some facts that may be sent`,
      zh: ({ name, text, how }) => `\`${name}\` 可能以错误结束：某些合法事实下，\`${text}\` ${how.zh}`,
    },
    remedy: {
      en: () => 'say what holds in that case: `if … then … else …` before it, a row of its own, or a narrower type of the fact',
      zh: () => '请写明此时如何处理：在前面加 `if … then … else …`、单列一行，或收窄该事实的类型',
    },
  }),
  'trigger-never-fires': define<{ name: string }>({
    severity: 'warning',
    message: {
      en: ({ name }) => `\`${name}\` can never fire: no case meets its condition`,
      zh: ({ name }) => `\`${name}\` 永远不会触发：没有任何情形满足其条件`,
    },
    remedy: {
      en: () => 'correct the condition, or remove the trigger: whoever waits for its event waits in vain',
      zh: () => '请更正条件，或删除该触发器：等待该事件的系统永远等不到',
    },
  }),
  'trigger-always-fires': define<{ name: string }>({
    severity: 'warning',
    message: {
      en: ({ name }) => `\`${name}\` fires in every case: its condition always holds`,
      zh: ({ name }) => `\`${name}\` 在任何情形下都会触发：其条件恒成立`,
    },
    remedy: {
      en: () => 'write the condition that was meant; an event that always comes tells nobody anything',
      zh: () => '请写明本应有的条件；每次都发出的事件没有意义',
    },
  }),
  'exception-never-acts': define<{ name: string; target: string; aimless: boolean }>({
    severity: 'warning',
    message: {
      en: ({ name, target, aimless }) => (aimless ? `\`${name}\` can never act: \`${target}\`, at which it aims, never comes about` : `\`${name}\` can never act: no case of \`${target}\` meets its condition`),
      zh: ({ name, target, aimless }) => (aimless ? `\`${name}\` 永远不会起作用：其所针对的 \`${target}\` 不可能出现` : `\`${name}\` 永远不会起作用：\`${target}\` 的任何情形都不满足其条件`),
    },
    remedy: {
      en: () => 'correct its condition or its target, or remove it: a relief that nobody can get is none',
      zh: () => '请更正其条件或对象，或将其删除：无人能适用的例外等于没有',
    },
  }),
  'exception-always-acts': define<{ name: string; target: string }>({
    severity: 'warning',
    message: {
      en: ({ name, target }) => `\`${name}\` acts in every case of \`${target}\`, whose own result is never given`,
      zh: ({ name, target }) => `\`${target}\` 的任何情形都会被 \`${name}\` 替换，其自身的结果从不出现`,
    },
    remedy: {
      en: ({ target }) => `narrow its condition, or write its result into \`${target}\` and remove the exception`,
      zh: ({ target }) => `请收窄其条件，或将其结果直接写入 \`${target}\` 并删除该例外`,
    },
  }),
  'exception-changes-nothing': define<{ name: string; target: string }>({
    severity: 'warning',
    message: {
      en: ({ name, target }) => `\`${name}\` changes nothing: it gives what \`${target}\` gives without it`,
      zh: ({ name, target }) => `\`${name}\` 不影响结果：它给出的与 \`${target}\` 本来的结果相同`,
    },
    remedy: {
      en: () => 'correct its result or its target, or remove it',
      zh: () => '请更正其结果或对象，或将其删除',
    },
  }),
  'exceptions-conflict': define<{ decision: string; names: readonly [string, string] }>({
    severity: 'error',
    message: {
      en: ({ decision, names: [a, b] }) => `\`${a}\` and \`${b}\` can act together with different results, and then \`${decision}\` is a conflict`,
      zh: ({ decision, names: [a, b] }) => `\`${a}\` 与 \`${b}\` 可能同时起作用且结果不同，此时 \`${decision}\` 结果为冲突`,
    },
    remedy: {
      en: ({ names: [a, b] }) => `narrow one condition until they exclude each other, or say which one wins: \`exception ${b} to ${a}\` or \`exception ${a} to ${b}\``,
      zh: ({ names: [a, b] }) => `请收窄条件使二者互斥，或写明以何者为准：\`exception ${b} to ${a}\` 或 \`exception ${a} to ${b}\``,
    },
  }),
  'value-never-arrives': define<{ name: string; expected: string; of: string }>({
    severity: 'warning',
    message: {
      en: ({ name, expected, of }) => `\`${name}\` expects \`${expected}\`, but \`${of}\` never comes to that`,
      zh: ({ name, expected, of }) => `\`${name}\` 要求 \`${expected}\`，但 \`${of}\` 不可能取到该值`,
    },
    remedy: {
      en: ({ of }) => `see what \`${of}\` can come to: either a rule is missing there, or this one is not needed`,
      zh: ({ of }) => `请核对 \`${of}\` 可能的结果：要么其中缺少规则，要么此处不需要`,
    },
  }),
  'decision-never-decided': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `no facts can decide \`${name}\`, on any date on which it is in force`,
      zh: ({ name }) => `在生效期内的任何日期，没有任何事实能使 \`${name}\` 得出结果`,
    },
    remedy: {
      en: () => 'see which of its conditions exclude each other, and what the decisions that it reads can come to',
      zh: () => '请核对哪些条件相互排斥，以及它所依据的决策可能的结果',
    },
  }),
};

const kinds = { decision: '决策', function: '函数', parameter: '参数', import: '导入的政策', type: '类型' } as const;
