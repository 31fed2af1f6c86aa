import { define, didYouMean } from '../define.ts';

/** What a name can stand for, as messages call it. */
export type Declaration =
  | 'policy'
  | 'import'
  | 'source'
  | 'type'
  | 'input'
  | 'manual'
  | 'decision'
  | 'function'
  | 'parameter'
  | 'trigger'
  | 'facts'
  | 'exception'
  | 'enum member'
  | 'field'
  | 'formal parameter'
  | 'output'
  | 'entry'
  | 'argument'
  | 'test'
  | 'given';

const chinese: Readonly<Record<Declaration, string>> = {
  policy: '政策',
  import: '导入的政策',
  source: '依据文件',
  type: '类型',
  input: '输入',
  manual: '人工判断事项',
  decision: '决策',
  function: '函数',
  parameter: '参数表',
  trigger: '触发器',
  facts: '共用事实',
  exception: '例外',
  'enum member': '枚举成员',
  field: '字段',
  'formal parameter': '形式参数',
  output: '输出列',
  entry: '条目',
  argument: '实参',
  test: '测试',
  given: '测试给定值',
};

/** Problems with names: unknown, declared twice, cyclic. */
export const naming = {
  'name-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `nothing is called \`${name}\` here${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `此处没有名为 \`${name}\` 的内容${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) =>
        suggestion === undefined ? 'declare it, or import the policy that does and write `policy.name`; text stands in double quotes' : `write \`${suggestion}\`, or declare the name`,
      zh: ({ suggestion }) =>
        suggestion === undefined ? '请先声明该名称，或导入声明它的政策并写作 `政策名.名称`；文本须加双引号' : `请改为 \`${suggestion}\`，或先声明该名称`,
    },
  }),
  'declared-twice': define<{ name: string; kind: Declaration }>({
    severity: 'error',
    message: {
      en: ({ name, kind }) => `there is already ${kind === 'argument' || kind === 'given' ? 'a value for' : 'something called'} \`${name}\``,
      zh: ({ name, kind }) => `${chinese[kind]} \`${name}\` 与已有名称重复`,
    },
    remedy: {
      en: ({ kind }) => (kind === 'argument' || kind === 'given' ? 'give it once' : `give this ${kind} another name, or remove one of the two`),
      zh: ({ kind }) => (kind === 'argument' || kind === 'given' ? '请只写一次' : `请为该${chinese[kind]}另取名称，或删除其中一个`),
    },
  }),
  'name-reserved': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `\`${name}\` is a word of the language and cannot be declared`,
      zh: ({ name }) => `\`${name}\` 是语言保留的词，不能用作名称`,
    },
    remedy: {
      en: ({ name }) => `choose another name, such as \`${name.replaceAll(' ', '_')}_value\``,
      zh: ({ name }) => `请另取名称，例如 \`${name.replaceAll(' ', '_')}_value\``,
    },
  }),
  'name-hidden': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `the variable \`${name}\` would hide what is already called \`${name}\``,
      zh: ({ name }) => `变量 \`${name}\` 会遮蔽已有的同名内容`,
    },
    remedy: {
      en: ({ name }) => `give the variable another name, such as \`each_${name}\``,
      zh: ({ name }) => `请为变量另取名称，例如 \`each_${name}\``,
    },
  }),
  'name-ambiguous': define<{ name: string; enum: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.name}\` is a member of \`${p.enum}\` and also the name of something else here`,
      zh: (p) => `\`${p.name}\` 既是 \`${p.enum}\` 的成员，又是此处另一内容的名称`,
    },
    remedy: {
      en: (p) => `write \`${p.enum}.${p.name}\` for the member, or rename the other`,
      zh: (p) => `若指枚举成员，请写 \`${p.enum}.${p.name}\`；否则请为另一内容改名`,
    },
  }),
  'field-ambiguous': define<{ name: string; policy: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `\`${name}\` is a field of the list's elements and also the name of something else here`,
      zh: ({ name }) => `\`${name}\` 既是列表元素的字段，又是此处另一内容的名称`,
    },
    remedy: {
      en: ({ name, policy }) => `write \`item.${name}\` for the element's field, or \`${policy}.${name}\` for what the policy declares`,
      zh: ({ name, policy }) => `若指元素的字段，请写 \`item.${name}\`；若指本政策声明的内容，请写 \`${policy}.${name}\``,
    },
  }),
  'type-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there is no type \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有类型 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) => (suggestion === undefined ? 'declare it with `type`, or use a built-in one such as `text`, `boolean`, `date`, `days`, `money CNY`, `percent`' : `write \`${suggestion}\``),
      zh: ({ suggestion }) => (suggestion === undefined ? '请用 `type` 声明，或使用内置类型，例如 `text`、`boolean`、`date`、`days`、`money CNY`、`percent`' : `请改为 \`${suggestion}\``),
    },
  }),
  'not-a-type': define<{ name: string; kind: Declaration }>({
    severity: 'error',
    message: {
      en: ({ name, kind }) => `\`${name}\` is not a type but ${article(kind)}`,
      zh: ({ name, kind }) => `\`${name}\` 不是类型，而是${chinese[kind]}`,
    },
    remedy: {
      en: () => 'name a type here: a built-in one or one declared with `type`',
      zh: () => '此处应写类型：内置类型或用 `type` 声明的类型',
    },
  }),
  'not-a-value': define<{ name: string; kind: Declaration }>({
    severity: 'error',
    message: {
      en: ({ name, kind }) => `\`${name}\` is ${article(kind)}, which is not a value`,
      zh: ({ name, kind }) => `\`${name}\` 是${chinese[kind]}，不能作为值使用`,
    },
    remedy: {
      en: ({ name, kind }) => valueRemedies[kind]?.en(name) ?? 'name an input, a decision, a function or a constant here',
      zh: ({ name, kind }) => valueRemedies[kind]?.zh(name) ?? '此处应写输入、决策、函数或常量',
    },
  }),
  'member-unknown': define<{ enum: string; name: string; suggestion: string | undefined; members: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.enum}\` has no member \`${p.name}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.enum}\` 没有成员 \`${p.name}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: ({ members }) => `use one of its members: ${quoted(members)}`,
      zh: ({ members }) => `请使用其成员之一：${quoted(members, '、')}`,
    },
  }),
  'field-unknown': define<{ type: string; name: string; suggestion: string | undefined; fields: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.type}\` has no field \`${p.name}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `\`${p.type}\` 没有字段 \`${p.name}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: ({ fields }) => `use one of its fields: ${quoted(fields)}; or declare the field`,
      zh: ({ fields }) => `请使用其字段之一：${quoted(fields, '、')}；或先声明该字段`,
    },
  }),
  'property-unknown': define<{ type: string; name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `a value of type \`${p.type}\` has no \`.${p.name}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `类型 \`${p.type}\` 的值没有 \`.${p.name}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: () => 'a path goes into records, lists of records, dates, times, durations and ranges only',
      zh: () => '只有记录、记录列表、日期、时间、时长和区间可以用 `.` 取其组成部分',
    },
  }),
  'imported-name-unknown': define<{ policy: string; name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: (p) => `policy \`${p.policy}\` declares no \`${p.name}\`${didYouMean.en(p.suggestion)}`,
      zh: (p) => `政策 \`${p.policy}\` 没有声明 \`${p.name}\`${didYouMean.zh(p.suggestion)}`,
    },
    remedy: {
      en: (p) => (p.suggestion === undefined ? `declare it in \`${p.policy}\`` : `write \`${p.suggestion}\``),
      zh: (p) => (p.suggestion === undefined ? `请在政策 \`${p.policy}\` 中声明` : `请改为 \`${p.suggestion}\``),
    },
  }),
  'function-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there is no function \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有函数 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ suggestion }) => (suggestion === undefined ? 'declare it with `function` or `parameter`, or use a built-in function of FEEL' : `write \`${suggestion}\``),
      zh: ({ suggestion }) => (suggestion === undefined ? '请用 `function` 或 `parameter` 声明，或使用 FEEL 内置函数' : `请改为 \`${suggestion}\``),
    },
  }),
  'import-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `no policy \`${name}\` was found${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `找不到政策 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'correct the name, or give the folder that holds that policy to the command too',
      zh: () => '请更正名称，或在命令中同时给出该政策所在的文件夹',
    },
  }),
  'import-cycle': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `policies import each other in a circle: ${arrows(cycle)}`,
      zh: ({ cycle }) => `政策之间循环导入：${arrows(cycle)}`,
    },
    remedy: {
      en: () => 'move what they share into a policy of its own that all of them import',
      zh: () => '请把共用内容移到单独的政策中，由各政策导入',
    },
  }),
  'decision-cycle': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `a decision rests on itself: ${arrows(cycle)}`,
      zh: ({ cycle }) => `决策循环依赖自身：${arrows(cycle)}`,
    },
    remedy: {
      en: () => 'break the circle: let one of them read facts instead, or split it into two decisions',
      zh: () => '请打破循环：让其中一个决策改为读取事实，或将其拆分为两个决策',
    },
  }),
  'facts-cycle': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `shared facts take each other over in a circle: ${arrows(cycle)}`,
      zh: ({ cycle }) => `共用事实循环引用：${arrows(cycle)}`,
    },
    remedy: {
      en: () => 'put what they have in common under a name of its own, and let each take that over',
      zh: () => '请把相同部分单独列为一组共用事实，由其他各组引用',
    },
  }),
  'function-recursion': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `a function calls itself: ${arrows(cycle)}`,
      zh: ({ cycle }) => `函数递归调用自身：${arrows(cycle)}`,
    },
    remedy: {
      en: () => 'recursion is not allowed, so that every evaluation ends: use `for`, `sum` or a table instead',
      zh: () => '为保证计算必然结束，不允许递归：请改用 `for`、`sum` 或表格',
    },
  }),
  'type-cycle': define<{ cycle: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ cycle }) => `a type contains itself: ${arrows(cycle)}`,
      zh: ({ cycle }) => `类型包含自身：${arrows(cycle)}`,
    },
    remedy: {
      en: () => 'give one of the types a field less, or write the levels out as separate types',
      zh: () => '请去掉其中一个字段，或将各层分别声明为不同类型',
    },
  }),
  'source-unknown': define<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `no source \`${name}\` is declared${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有声明依据文件 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ name, suggestion }) => (suggestion === undefined ? `declare it: \`source ${name} "title" articles 1..48\`` : `write \`${suggestion}\``),
      zh: ({ name, suggestion }) => (suggestion === undefined ? `请先声明：\`source ${name} "文件名称" articles 1..48\`` : `请改为 \`${suggestion}\``),
    },
  }),
};

const valueRemedies: { readonly [K in Declaration]?: { readonly en: (name: string) => string; readonly zh: (name: string) => string } } = {
  type: { en: (name) => `write a member of it, \`${name}.member\`, if it is an enum`, zh: (name) => `若为枚举，请写其成员：\`${name}.成员\`` },
  import: { en: (name) => `write what you mean in it: \`${name}.name\``, zh: (name) => `请写明其中的名称：\`${name}.名称\`` },
  function: { en: (name) => `call it: \`${name}(…)\``, zh: (name) => `请调用它：\`${name}(…)\`` },
  parameter: { en: (name) => `look it up: \`${name}(…)\``, zh: (name) => `请查取其值：\`${name}(…)\`` },
};

function article(kind: Declaration): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function arrows(cycle: readonly string[]): string {
  return cycle.map((name) => `\`${name}\``).join(' → ');
}

function quoted(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > shown.length ? ['…'] : [])].join(separator);
}
