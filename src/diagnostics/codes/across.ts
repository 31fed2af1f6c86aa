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
};

const kinds = { decision: '决策', function: '函数', parameter: '参数', import: '导入的政策', type: '类型' } as const;
