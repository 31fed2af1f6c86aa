import { define, didYouMean } from '../define.ts';

/** Problems with decision tables and exceptions. */
export const tables = {
  'outputs-need-record': define<{ type: string; outputs: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ type }) => `several outputs make a record, but the result is \`${type}\``,
      zh: ({ type }) => `多个输出列构成记录，而结果类型为 \`${type}\``,
    },
    remedy: {
      en: ({ outputs }) => `keep one output, or declare a record type with the fields ${outputs.map((name) => `\`${name}\``).join(', ')}`,
      zh: ({ outputs }) => `请只保留一个输出列，或声明含有字段 ${outputs.map((name) => `\`${name}\``).join('、')} 的记录类型`,
    },
  }),
  'output-unknown': define<{ output: string; type: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.type}\` has no field \`${p.output}\` for this output${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.type}\` 没有与输出列 \`${p.output}\` 对应的字段${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: (p) => (p.suggestion === undefined ? `declare the field in \`${p.type}\`, or remove the output` : `rename the output to \`${p.suggestion}\``),
      zh: (p) => (p.suggestion === undefined ? `请在 \`${p.type}\` 中声明该字段，或删除该输出列` : `请将输出列改名为 \`${p.suggestion}\``),
    },
  }),
  'output-not-given': define<{ type: string; fields: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `the outputs leave out ${p.fields.map((field) => `\`${field}\``).join(', ')} of \`${p.type}\``,
      zh: (p) => `输出列缺少 \`${p.type}\` 的字段 ${p.fields.map((field) => `\`${field}\``).join('、')}`,
    },
    remedy: {
      en: () => 'add an output column for each',
      zh: () => '请为每个字段增加输出列',
    },
  }),
  'collect-needs-list': define<{ hitPolicy: string; type: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.hitPolicy}\` gives a list of all rows that match, but the result is \`${p.type}\``,
      zh: (p) => `\`${p.hitPolicy}\` 给出所有匹配行的列表，而结果类型为 \`${p.type}\``,
    },
    remedy: {
      en: (p) => `declare the result as \`list of ${p.type}\`, or choose another hit policy`,
      zh: (p) => `请将结果声明为 \`list of ${p.type}\`，或改用其他命中策略`,
    },
  }),
  'aggregate-needs-number': define<{ hitPolicy: string; type: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.hitPolicy}\` gives one number, but the result is \`${p.type}\``,
      zh: (p) => `\`${p.hitPolicy}\` 给出一个数值，而结果类型为 \`${p.type}\``,
    },
    remedy: {
      en: () => 'declare the result as a number type and keep one output, or choose another hit policy',
      zh: () => '请将结果声明为数值类型并只保留一个输出列，或改用其他命中策略',
    },
  }),
  'priority-needs-enum': define<{ hitPolicy: string; type: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.hitPolicy}\` ranks rows by an output that is an enum, and this one is \`${p.type}\``,
      zh: (p) => `\`${p.hitPolicy}\` 按枚举类型的输出排列各行，而此输出为 \`${p.type}\``,
    },
    remedy: {
      en: () => 'let the first output be an enum, or choose another hit policy',
      zh: () => '请使第一个输出列为枚举，或改用其他命中策略',
    },
  }),
  'preference-missing': define<{ hitPolicy: string; enum: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.hitPolicy}\` does not say which end of \`${p.enum}\` comes first`,
      zh: (p) => `\`${p.hitPolicy}\` 没有说明 \`${p.enum}\` 以哪一端为先`,
    },
    remedy: {
      en: (p) => `write \`${p.hitPolicy} worst first\` or \`${p.hitPolicy} best first\``,
      zh: (p) => `请写 \`${p.hitPolicy} worst first\` 或 \`${p.hitPolicy} best first\``,
    },
  }),
  'preference-misplaced': define<{ preference: string; hitPolicy: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.preference}\` means nothing for \`${p.hitPolicy}\` here: it needs \`priority\` or \`output order\` and an enum declared \`ordered\``,
      zh: (p) => `\`${p.preference}\` 对此处的 \`${p.hitPolicy}\` 没有意义：它用于 \`priority\` 或 \`output order\`，且输出须为 \`ordered\` 枚举`,
    },
    remedy: { en: (p) => `remove \`${p.preference}\``, zh: (p) => `请删除 \`${p.preference}\`` },
  }),
  'row-id-repeated': define<{ id: string; period: string }>({
    severity: 'error',
    message: {
      en: ({ id, period }) => `two rows are called \`${id}\` and are in force at the same time${period === '..' ? '' : `, ${period}`}`,
      zh: ({ id, period }) => `有两行同名为 \`${id}\`，且生效期重叠${period === '..' ? '' : `：${period}`}`,
    },
    remedy: {
      en: () => 'give one of them another id, or let its period begin after the other ends',
      zh: () => '请更改其中一行的编号，或使其生效期在另一行终止之后开始',
    },
  }),
  'tables-both-in-force': define<{ from: string | undefined; to: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ from, to }) => `two tables or expressions of one decision are in force at the same time${stretch(from, to)}`,
      zh: ({ from, to }) => `同一决策有两个表格或表达式同时生效${chineseStretch(from, to)}`,
    },
    remedy: {
      en: () => 'give each table an `in force` that ends before the next begins, or make two decisions of them',
      zh: () => '请为各表格写明互不重叠的 `in force`，或将其拆分为两个决策',
    },
  }),
  'otherwise-repeated': define<{ id: string }>({
    severity: 'error',
    message: {
      en: ({ id }) => `there is a second \`otherwise\` row in force at the same time as \`${id}\``,
      zh: ({ id }) => `另有一个 \`otherwise\` 行与 \`${id}\` 同时生效`,
    },
    remedy: {
      en: () => 'keep one `otherwise` row, or let their periods follow each other',
      zh: () => '请只保留一个 `otherwise` 行，或使其生效期前后衔接',
    },
  }),
  'exception-target-unknown': define<{ target: string; decision: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.decision}\` has no row or exception \`${p.target}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.decision}\` 没有行或例外 \`${p.target}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: () => 'name a row id, another exception, or the decision itself after `to`',
      zh: () => '`to` 之后应写行编号、另一例外或决策本身的名称',
    },
  }),
  'exception-cycle': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `exceptions are directed at each other in a circle: ${cycle.map((name) => `\`${name}\``).join(' → ')}`,
      zh: ({ cycle }) => `例外之间循环指向：${cycle.map((name) => `\`${name}\``).join(' → ')}`,
    },
    remedy: {
      en: () => 'direct one of them at a row or at the decision',
      zh: () => '请使其中一个例外指向某一行或决策本身',
    },
  }),
};

function stretch(from: string | undefined, to: string | undefined): string {
  const ends = [from === undefined ? '' : ` from ${from}`, to === undefined ? '' : ` to ${to}`].join('');
  return ends === '' ? '' : `,${ends}`;
}

function chineseStretch(from: string | undefined, to: string | undefined): string {
  const ends = [from === undefined ? '' : `自 ${from} `, to === undefined ? '起' : `至 ${to}`].join('');
  return from === undefined && to === undefined ? '' : `（${ends}）`;
}
