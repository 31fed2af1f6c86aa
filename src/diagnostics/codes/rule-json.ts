import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems of rule JSON (`*.rules.json`, the rules of json-rules-engine) that a policy in another spelling cannot have. */
export const ruleJson = {
  'rule-json-shape': define<{ problem: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ problem }) => problem.en, zh: ({ problem }) => problem.zh },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'rule-operator-unknown': define<{ operator: string; known: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ operator, suggestion }) => `\`${operator}\` is no operator that a decision table has${didYouMean.en(suggestion)}`,
      zh: ({ operator, suggestion }) => `决策表没有运算符 \`${operator}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ known }) => `use ${inWords(known)}; what only a program's own operator can test is a fact that the program sends`,
      zh: ({ known }) => `请使用 ${inWords(known)}；只有程序自定义运算符才能判断的内容，应由程序作为事实提供`,
    },
  }),
  'rule-condition-unsupported': define<{ what: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ what }) => `a row of a table cannot say this: ${what.en}`, zh: ({ what }) => `决策表的一行无法表达：${what.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'rule-value-unsupported': define<{ written: string; what: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ written, what }) => `\`${written}\` ${what.en}`, zh: ({ written, what }) => `\`${written}\` ${what.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'rule-type-unclear': define<{ name: string; problem: Phrase }>({
    severity: 'error',
    message: { en: ({ name, problem }) => `it cannot be told what type \`${name}\` has: ${problem.en}`, zh: ({ name, problem }) => `无法判断 \`${name}\` 的类型：${problem.zh}` },
    remedy: {
      en: () => 'compare it with values of one kind, or write the table as a policy, where the type is declared',
      zh: () => '请只与同一种值比较，或改写为声明了类型的政策',
    },
  }),
  'rule-fact-unknown': define<{ fact: string; decision: string; columns: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ fact, decision }) => `the table of \`${decision}\` has no column for the fact \`${fact}\``,
      zh: ({ fact, decision }) => `\`${decision}\` 的表中没有事实 \`${fact}\` 对应的列`,
    },
    remedy: {
      en: ({ columns }) => `its columns are ${inWords(columns)}; another stands in the table's \`inputs\` and in \`facts\``,
      zh: ({ columns }) => `此表的列：${inWords(columns)}；新增的列要同时写在表的 \`inputs\` 和 \`facts\` 中`,
    },
  }),
  'rule-decision-unknown': define<{ event: string; known: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ event, suggestion }) => `the policy has no decision table \`${event}\` for this event${didYouMean.en(suggestion)}`,
      zh: ({ event, suggestion }) => `政策中没有与此事件对应的决策表 \`${event}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ known }) => `the event's type is a decision of the policy: ${inWords(known)}`,
      zh: ({ known }) => `事件的 type 应为政策中的决策：${inWords(known)}`,
    },
  }),
  'rule-name-differs': define<{ name: string; event: string }>({
    severity: 'error',
    message: {
      en: ({ name, event }) => `the rule's name \`${name}\` does not say which row of \`${event}\` it is`,
      zh: ({ name, event }) => `规则名 \`${name}\` 没有说明它是 \`${event}\` 的哪一行`,
    },
    remedy: { en: ({ event }) => `name it \`${event}.ROW\`, with the row's id`, zh: ({ event }) => `请命名为 \`${event}.行号\`` },
  }),
  'rule-event-unsupported': define<{ event: string; what: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ event, what }) => `the event \`${event}\` ${what.en}`, zh: ({ event, what }) => `事件 \`${event}\` ${what.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'rule-priority-differs': define<{ rule: string; earlier: string; hitPolicy: string }>({
    severity: 'error',
    message: {
      en: ({ rule, earlier, hitPolicy }) => `by its priority \`${rule}\` does not come after \`${earlier}\`, as the hit policy \`${hitPolicy}\` says it does`,
      zh: ({ rule, earlier, hitPolicy }) => `按优先级 \`${rule}\` 不在 \`${earlier}\` 之后，与命中策略 \`${hitPolicy}\` 不符`,
    },
    remedy: {
      en: ({ rule, earlier }) => `give \`${rule}\` a lower priority than \`${earlier}\`, or put the rules into the order that their priorities say`,
      zh: ({ rule, earlier }) => `请使 \`${rule}\` 的优先级低于 \`${earlier}\`，或按优先级重新排列规则`,
    },
  }),
};

/** `` `a`, `b`, `c` ``. */
function inWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
