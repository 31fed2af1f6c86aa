import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems with types, units and orders. */
export const typing = {
  'type-mismatch': define<{ expected: string; found: string; advice: Phrase }>({
    severity: 'error',
    message: {
      en: ({ expected, found }) => `\`${expected}\` is expected here, but this is \`${found}\``,
      zh: ({ expected, found }) => `此处应为 \`${expected}\`，实际为 \`${found}\``,
    },
    remedy: { en: ({ advice }) => advice.en, zh: ({ advice }) => `请${advice.zh}` },
  }),
  'condition-expected': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a condition must be true or false, but this is \`${found}\``,
      zh: ({ found }) => `条件必须为真或假，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'compare it with something, such as `… > 90` or `… = true`',
      zh: () => '请写成比较，例如 `… > 90` 或 `… = true`',
    },
  }),
  'comparison-mismatch': define<{ left: string; right: string }>({
    severity: 'error',
    message: {
      en: ({ left, right }) => `\`${left}\` cannot be compared with \`${right}\``,
      zh: ({ left, right }) => `\`${left}\` 与 \`${right}\` 不能比较`,
    },
    remedy: {
      en: ({ left, right }) => (right === 'null' || left === 'null' ? 'values are never null here: test an optional fact with `= missing`' : `make both sides \`${left}\`, or both \`${right}\``),
      zh: ({ left, right }) => (right === 'null' || left === 'null' ? '此处的值不会为 null：可选事实请用 `= missing` 判断' : `请使两边同为 \`${left}\` 或同为 \`${right}\``),
    },
  }),
  'enum-compared-with-text': define<{ enum: string; text: string; member: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `a member of \`${p.enum}\` is not text, so it cannot equal \`"${p.text}"\``,
      zh: (p) => `\`${p.enum}\` 的成员不是文本，不能与 \`"${p.text}"\` 相等`,
    },
    remedy: {
      en: (p) => (p.member === undefined ? `write a member of \`${p.enum}\`, without quotes` : `write the member without quotes: \`${p.member}\``),
      zh: (p) => (p.member === undefined ? `请写 \`${p.enum}\` 的成员，不加引号` : `请去掉引号，写成员 \`${p.member}\``),
    },
  }),
  'enum-not-ordered': define<{ enum: string; operation: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.operation}\` needs an order, but \`${p.enum}\` is not declared \`ordered\``,
      zh: (p) => `\`${p.operation}\` 需要次序，但 \`${p.enum}\` 未声明为 \`ordered\``,
    },
    remedy: {
      en: (p) => `list the members you mean, or declare \`${p.enum}\` with \`ordered, worst last\``,
      zh: (p) => `请逐一列出成员，或在声明 \`${p.enum}\` 时加上 \`ordered, worst last\``,
    },
  }),
  'no-order': define<{ type: string; operation: string }>({
    severity: 'error',
    message: {
      en: ({ type, operation }) => `\`${operation}\` needs an order, and \`${type}\` has none`,
      zh: ({ type, operation }) => `\`${operation}\` 需要次序，而 \`${type}\` 没有次序`,
    },
    remedy: {
      en: () => 'test equality (`=`, `!=`) instead, or compare a number or date inside it',
      zh: () => '请改为判断是否相等（`=`、`!=`），或比较其中的数值、日期',
    },
  }),
  'units-differ': define<{ operator: string; left: string; right: string }>({
    severity: 'error',
    message: {
      en: ({ operator, left, right }) => `\`${operator}\` mixes \`${left}\` and \`${right}\``,
      zh: ({ operator, left, right }) => `\`${operator}\` 两边的单位不同：\`${left}\` 与 \`${right}\``,
    },
    remedy: {
      en: ({ left, right }) => `bring both to one unit first, \`${left}\` or \`${right}\`; a function that gives \`number\` takes a unit off`,
      zh: ({ left, right }) => `请先换算为同一单位（\`${left}\` 或 \`${right}\`）；结果类型为 \`number\` 的函数可去掉单位`,
    },
  }),
  'operator-mismatch': define<{ operator: string; left: string; right: string; advice: Phrase }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.operator}\` cannot join \`${p.left}\` and \`${p.right}\``,
      zh: (p) => `\`${p.operator}\` 不能用于 \`${p.left}\` 与 \`${p.right}\``,
    },
    remedy: { en: ({ advice }) => advice.en, zh: ({ advice }) => `请${advice.zh}` },
  }),
  'negation-mismatch': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `\`-\` needs a number or a duration, but this is \`${found}\``,
      zh: ({ found }) => `\`-\` 只能用于数值或时长，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'remove the `-`; for the opposite of a condition write `not(…)`',
      zh: () => '请去掉 `-`；若要否定条件，请写 `not(…)`',
    },
  }),
  'branches-differ': define<{ then: string; otherwise: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`then\` gives \`${p.then}\` but \`else\` gives \`${p.otherwise}\``,
      zh: (p) => `\`then\` 的结果为 \`${p.then}\`，\`else\` 的结果为 \`${p.otherwise}\``,
    },
    remedy: {
      en: () => 'let both branches give a value of one type',
      zh: () => '请使两个分支给出同一类型的值',
    },
  }),
  'list-expected': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a list is expected here, but this is \`${found}\``,
      zh: ({ found }) => `此处应为列表，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'name a list, or put the values in brackets: `[a, b]`',
      zh: () => '请写列表，或用方括号列出各值：`[a, b]`',
    },
  }),
  'filter-mismatch': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `in \`list[…]\` stands a condition or a position, but this is \`${found}\``,
      zh: ({ found }) => `\`列表[…]\` 中应为条件或序号，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'write a condition on the elements, such as `loans[balance > 0]`, or a position counted from 1',
      zh: () => '请写针对元素的条件，例如 `loans[balance > 0]`，或从 1 起的序号',
    },
  }),
  'record-field-missing': define<{ type: string; field: string; found: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.type}\` needs the field \`${p.field}\`, which ${p.found === undefined ? 'is not given' : `\`${p.found}\` does not have`}`,
      zh: (p) => `\`${p.type}\` 需要字段 \`${p.field}\`，${p.found === undefined ? '此处没有给出' : `而 \`${p.found}\` 没有该字段`}`,
    },
    remedy: {
      en: (p) => (p.found === undefined ? `add \`${p.field}: …\`` : `declare \`${p.field}\` in \`${p.found}\`, or build the record: \`{ ${p.field}: …, … }\``),
      zh: (p) => (p.found === undefined ? `请补上 \`${p.field}: …\`` : `请在 \`${p.found}\` 中声明 \`${p.field}\`，或直接写出记录：\`{ ${p.field}: …, … }\``),
    },
  }),
  'record-field-optional': define<{ type: string; field: string; found: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.type}\` needs the field \`${p.field}\`, which may be missing in \`${p.found}\``,
      zh: (p) => `\`${p.type}\` 必须有字段 \`${p.field}\`，而在 \`${p.found}\` 中它可以缺失`,
    },
    remedy: {
      en: (p) => `declare \`${p.field}\` optional in \`${p.type}\` too, or build the record with a value for it`,
      zh: (p) => `请在 \`${p.type}\` 中也将 \`${p.field}\` 声明为 optional，或在写出的记录中为其给值`,
    },
  }),
  'currency-missing': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => '`money` needs a currency',
      zh: () => '`money` 必须注明币种',
    },
    remedy: {
      en: () => 'write the three letters of ISO 4217 after it: `money CNY`',
      zh: () => '请在其后写 ISO 4217 的三位币种代码：`money CNY`',
    },
  }),
  'constraint-invalid': define<{ type: string }>({
    severity: 'error',
    message: {
      en: ({ type }) => `this does not say which values of \`${type}\` are allowed`,
      zh: ({ type }) => `此处没有说明允许 \`${type}\` 取哪些值`,
    },
    remedy: {
      en: () => 'write constants: a comparison `>= 0`, a range `0..100`, or values to choose from',
      zh: () => '请用常量书写：比较 `>= 0`、区间 `0..100`，或列出可选的值',
    },
  }),
  'constraint-misplaced': define<{ type: string }>({
    severity: 'error',
    message: {
      en: ({ type }) => `values of \`${type}\` cannot be narrowed here`,
      zh: ({ type }) => `类型 \`${type}\` 不能在此处限制取值`,
    },
    remedy: {
      en: () => 'remove the constraint; for a list or record, put it on the type of the elements or fields',
      zh: () => '请删除该限制；列表或记录的限制应写在其元素或字段的类型上',
    },
  }),
  'step-invalid': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'a step must be a number greater than zero',
      zh: () => '步长必须为大于零的数',
    },
    remedy: {
      en: () => 'write it as a plain number: `0.01` for two decimals, `1` for whole numbers',
      zh: () => '请直接写数值：两位小数写 `0.01`，整数写 `1`',
    },
  }),
  'step-misplaced': define<{ type: string }>({
    severity: 'error',
    message: {
      en: ({ type }) => `\`step\` belongs to numbers, and this is \`${type}\``,
      zh: ({ type }) => `\`step\` 只用于数值，此处为 \`${type}\``,
    },
    remedy: { en: () => 'remove the `step`', zh: () => '请删除 `step`' },
  }),
  'rounding-misplaced': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `only numbers can be rounded, and this is \`${found}\``,
      zh: ({ found }) => `只有数值可以舍入，此处为 \`${found}\``,
    },
    remedy: { en: () => 'remove the `round`', zh: () => '请删除 `round`' },
  }),
  'range-reversed': define<{ low: string; high: string }>({
    severity: 'error',
    message: {
      en: ({ low, high }) => `nothing lies between \`${low}\` and \`${high}\`: the range runs backwards`,
      zh: ({ low, high }) => `\`${low}\` 至 \`${high}\` 之间没有任何值：区间写反了`,
    },
    remedy: {
      en: ({ low, high }) => (low === high ? 'include an end with `[` or `]`' : `write \`${high}..${low}\``),
      zh: ({ low, high }) => (low === high ? '请用 `[` 或 `]` 包含端点' : `请写 \`${high}..${low}\``),
    },
  }),
  'input-value-misplaced': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => '`?` stands for the value that a cell tests, and there is none here',
      zh: () => '`?` 表示单元格所检验的值，此处没有这样的值',
    },
    remedy: {
      en: () => 'name the value that you mean',
      zh: () => '请写明所指的值',
    },
  }),
  'property-subject-invalid': define<{ claim: string; found: string }>({
    severity: 'error',
    message: {
      en: ({ claim, found }) => `\`never ${claim}\` cannot be said of \`${found}\``,
      zh: ({ claim, found }) => `\`never ${claim}\` 不适用于 \`${found}\``,
    },
    remedy: {
      en: ({ claim }) => (claim === 'improves' || claim === 'worsens' ? 'name a decision whose type is an enum declared `ordered`' : 'name a number, a date or a member of an enum declared `ordered`'),
      zh: ({ claim }) => (claim === 'improves' || claim === 'worsens' ? '请写类型为 `ordered` 枚举的决策' : '请写数值、日期，或 `ordered` 枚举的成员'),
    },
  }),
  'property-driver-invalid': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `what increases or decreases must be one fact with an order, but this is \`${found}\``,
      zh: ({ found }) => `增减的对象必须是一项有次序的事实，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'name an input that is a number, a date or a member of an enum declared `ordered`',
      zh: () => '请写一项输入：数值、日期，或 `ordered` 枚举',
    },
  }),
  'not-a-function': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `\`${found}\` is not a function and cannot be called`,
      zh: ({ found }) => `\`${found}\` 不是函数，不能调用`,
    },
    remedy: {
      en: () => 'remove the parentheses, or name a function, a parameter or a decision',
      zh: () => '请去掉括号，或写函数、参数表、决策的名称',
    },
  }),
  'argument-unknown': define<{ function: string; name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` takes no \`${p.name}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.function}\` 没有参数 \`${p.name}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: (p) => (p.suggestion === undefined ? 'remove it' : `write \`${p.suggestion}: …\``),
      zh: (p) => (p.suggestion === undefined ? '请删除' : `请改为 \`${p.suggestion}: …\``),
    },
  }),
  'argument-missing': define<{ function: string; name: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` needs \`${p.name}\`, which is not given`,
      zh: (p) => `\`${p.function}\` 缺少参数 \`${p.name}\``,
    },
    remedy: {
      en: (p) => `add it: \`${p.function}(…, ${p.name}: …)\`, or at its place in order`,
      zh: (p) => `请补上：\`${p.function}(…, ${p.name}: …)\`，或按次序填写`,
    },
  }),
  'arguments-too-many': define<{ function: string; takes: number; given: number }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` takes ${p.takes === 1 ? 'one argument' : `${p.takes} arguments`}, but ${p.given} are given`,
      zh: (p) => `\`${p.function}\` 接受 ${p.takes} 个参数，实际给出 ${p.given} 个`,
    },
    remedy: { en: () => 'remove the arguments from here on', zh: () => '请删除从此处起多余的参数' },
  }),
  'arguments-unnamed': define<{ decision: string; inputs: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `the decision \`${p.decision}\` takes its inputs by name`,
      zh: (p) => `调用决策 \`${p.decision}\` 时须写明输入名称`,
    },
    remedy: {
      en: (p) => `write \`${p.decision}(${p.inputs.map((input) => `${input}: …`).join(', ')})\``,
      zh: (p) => `请写 \`${p.decision}(${p.inputs.map((input) => `${input}: …`).join(', ')})\``,
    },
  }),
};
