import { define } from '../define.ts';

/** Problems with constants, grains and optional facts: what a value may be. */
export const values = {
  'value-ungrained': define<{ type: string; grain: string }>({
    severity: 'error',
    message: {
      en: ({ type, grain }) => `\`${type}\` is a multiple of ${grain}, and this result need not be`,
      zh: ({ type, grain }) => `\`${type}\` 应为 ${grain} 的整数倍，而此计算结果未必是`,
    },
    remedy: {
      en: ({ grain }) => `say how to round: add \`round half up to ${grain}\` on the next line, or use \`round half up(…)\` inside the expression`,
      zh: ({ grain }) => `请写明舍入方法：在下一行加上 \`round half up to ${grain}\`，或在表达式中使用 \`round half up(…)\``,
    },
  }),
  'literal-off-grain': define<{ value: string; type: string; grain: string }>({
    severity: 'error',
    message: {
      en: ({ value, type, grain }) => `\`${value}\` can never be a value of \`${type}\`, which is a multiple of ${grain}`,
      zh: ({ value, type, grain }) => `\`${value}\` 不可能是 \`${type}\` 的值，后者应为 ${grain} 的整数倍`,
    },
    remedy: {
      en: ({ grain }) => `write a multiple of ${grain}`,
      zh: ({ grain }) => `请写 ${grain} 的整数倍`,
    },
  }),
  'value-out-of-range': define<{ value: string; type: string; allowed: string }>({
    severity: 'error',
    message: {
      en: ({ value, type, allowed }) => `\`${value}\` is not allowed: this \`${type}\` is declared \`${allowed}\``,
      zh: ({ value, type, allowed }) => `不允许 \`${value}\`：此处的 \`${type}\` 声明为 \`${allowed}\``,
    },
    remedy: {
      en: ({ allowed }) => `write a value that fits \`${allowed}\`, or change the declaration`,
      zh: ({ allowed }) => `请写符合 \`${allowed}\` 的值，或修改声明`,
    },
  }),
  'not-constant': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'only constants can stand here: the value must be known from the text alone',
      zh: () => '此处只能写常量：其值必须由文本本身确定',
    },
    remedy: {
      en: () => 'write the value itself, without reading facts or decisions',
      zh: () => '请直接写出值，不要读取事实或决策',
    },
  }),
  'number-invalid': define<{ text: string }>({
    severity: 'error',
    message: {
      en: ({ text }) => `\`${text}\` is beyond the numbers that can be kept exactly`,
      zh: ({ text }) => `\`${text}\` 超出可精确表示的数值范围`,
    },
    remedy: {
      en: () => 'write at most 34 significant digits and an exponent between -6143 and 6144',
      zh: () => '有效数字不超过 34 位，指数在 -6143 至 6144 之间',
    },
  }),
  'temporal-invalid': define<{ text: string }>({
    severity: 'error',
    message: {
      en: ({ text }) => `\`@"${text}"\` is not a date, time or duration`,
      zh: ({ text }) => `\`@"${text}"\` 不是日期、时间或时长`,
    },
    remedy: {
      en: () => 'write ISO 8601: `@"2024-01-31"`, `@"10:30:00"`, `@"2024-01-31T10:30:00"`, `@"P1Y6M"` or `@"P10D"`',
      zh: () => '请按 ISO 8601 书写：`@"2024-01-31"`、`@"10:30:00"`、`@"2024-01-31T10:30:00"`、`@"P1Y6M"` 或 `@"P10D"`',
    },
  }),
  'fact-unguarded': define<{ fact: string }>({
    severity: 'error',
    message: {
      en: ({ fact }) => `\`${fact}\` is optional, and nothing says what holds when it is missing`,
      zh: ({ fact }) => `\`${fact}\` 为可选事实，但没有说明缺失时如何处理`,
    },
    remedy: {
      en: ({ fact }) => `write \`if ${fact} = missing then … else …\`, or \`${fact} != missing and …\``,
      zh: ({ fact }) => `请写 \`if ${fact} = missing then … else …\`，或 \`${fact} != missing and …\``,
    },
  }),
  'never-missing': define<{ name: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name }) => `${name === undefined ? 'this' : `\`${name}\``} can never be missing`,
      zh: ({ name }) => `${name === undefined ? '该值' : `\`${name}\` `}不会缺失`,
    },
    remedy: {
      en: () => 'remove the test, or declare the input `optional`: without a required fact a decision ends as `missing_facts` before it is reached',
      zh: () => '请删除该判断，或将输入声明为 `optional`：缺少必需事实时，决策以 `missing_facts` 结束，不会执行到此处',
    },
  }),
  'missing-misplaced': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => '`missing` is not a value: it can only be tested for',
      zh: () => '`missing` 不是值，只能用于判断是否缺失',
    },
    remedy: {
      en: () => 'write `… = missing` or `… != missing` with an optional fact, or `missing` alone in a cell; in a test, leave the fact out',
      zh: () => '请对可选事实写 `… = missing` 或 `… != missing`，或在单元格中单独写 `missing`；在测试中不给出该事实即可',
    },
  }),
  'column-missing-unhandled': define<{ column: string }>({
    severity: 'error',
    message: {
      en: ({ column }) => `\`${column}\` may be missing, and no row says what holds then`,
      zh: ({ column }) => `\`${column}\` 可能缺失，但没有任何一行说明如何处理`,
    },
    remedy: {
      en: () => 'add a row with `missing` in this column, or with `-` where it does not matter',
      zh: () => '请增加一行，在该列写 `missing`；若不影响结果则写 `-`',
    },
  }),
  'optional-misplaced': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'only inputs, fields and manual questions can be optional',
      zh: () => '只有输入、字段和人工问题可以声明为 optional',
    },
    remedy: {
      en: () => 'remove `optional`: what a policy works out is never missing, it ends with an outcome',
      zh: () => '请删除 `optional`：政策得出的结果不会缺失，而是以某种结局结束',
    },
  }),
};
