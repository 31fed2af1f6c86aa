import type { Phrase } from '../define.ts';
import { define } from '../define.ts';

/** Problems with problems met while evaluating. */
export const running = {
  'division-by-zero': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'division by zero',
      zh: () => '除数为零',
    },
    remedy: {
      en: () => 'say what holds when the divisor is zero, for example `if b = 0 then … else a / b`',
      zh: () => '请写明除数为零时如何处理，例如 `if b = 0 then … else a / b`',
    },
  }),
  'number-out-of-range': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the result is beyond the largest number, 9.99…E6144',
      zh: () => '计算结果超出可表示的最大数 9.99…E6144',
    },
    remedy: {
      en: () => 'check the power or product that grows so large; no amount of money comes near this limit',
      zh: () => '请检查结果过大的乘方或乘积；正常业务金额远达不到此上限',
    },
  }),
  'bad-argument': define<{ function: string; parameter: string; expected: Phrase; found: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` cannot take \`${p.found}\` as \`${p.parameter}\``,
      zh: (p) => `\`${p.function}\` 的参数 \`${p.parameter}\` 不能为 \`${p.found}\``,
    },
    remedy: {
      en: (p) => `give \`${p.parameter}\` ${p.expected.en}`,
      zh: (p) => `参数 \`${p.parameter}\` 应为${p.expected.zh}`,
    },
  }),
  'empty-list': define<{ function: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` of an empty list has no value`,
      zh: (p) => `空列表的 \`${p.function}\` 没有值`,
    },
    remedy: {
      en: (p) => `say what holds when there is nothing, for example \`if count(list) = 0 then … else ${p.function}(list)\``,
      zh: (p) => `请写明列表为空时如何处理，例如 \`if count(list) = 0 then … else ${p.function}(list)\``,
    },
  }),
  'bad-pattern': define<{ function: string; pattern: string; problem: Phrase }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` cannot use the pattern \`${p.pattern}\`: ${p.problem.en}`,
      zh: (p) => `\`${p.function}\` 无法使用模式 \`${p.pattern}\`：${p.problem.zh}`,
    },
    remedy: {
      en: () => 'write it as an XPath regular expression, as FEEL has them; put a backslash before a character that is meant as itself',
      zh: () => '请按 FEEL 采用的 XPath 正则表达式书写；需要按字面匹配的特殊字符前加反斜杠',
    },
  }),
  'types-not-comparable': define<{ left: string; right: string }>({
    severity: 'error',
    message: {
      en: (p) => `a value of type \`${p.left}\` cannot be compared with one of type \`${p.right}\``,
      zh: (p) => `类型 \`${p.left}\` 的值不能与类型 \`${p.right}\` 的值比较`,
    },
    remedy: {
      en: () => 'compare values of one type; convert one of them first, for example with `number(…)`, `string(…)` or `date(…)`',
      zh: () => '请比较同一类型的值；必要时先用 `number(…)`、`string(…)` 或 `date(…)` 转换其中之一',
    },
  }),
  'type-without-order': define<{ type: string }>({
    severity: 'error',
    message: {
      en: (p) => `values of type \`${p.type}\` have no order, so \`<\`, \`<=\`, \`>\`, \`>=\` and ranges do not apply to them`,
      zh: (p) => `类型 \`${p.type}\` 的值没有大小顺序，不能使用 \`<\`、\`<=\`、\`>\`、\`>=\` 或区间`,
    },
    remedy: {
      en: () => 'use `=` or `!=`; an enum can be given an order with `ordered, worst last` in its type; test for null before ordering',
      zh: () => '请改用 `=` 或 `!=`；枚举类型可在定义中用 `ordered, worst last` 声明顺序；可能为 null 的值须先判断再比较',
    },
  }),
  'zone-on-one-side': define<{ left: string; right: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.left}\` and \`${p.right}\` cannot be placed on one clock: one has a time zone, the other has none`,
      zh: (p) => `\`${p.left}\` 与 \`${p.right}\` 无法对应到同一时钟：一方带时区，另一方不带`,
    },
    remedy: {
      en: () => 'give both a zone, such as `+08:00` or `@Asia/Shanghai`, or neither',
      zh: () => '请为双方都注明时区（如 `+08:00` 或 `@Asia/Shanghai`），或都不注明',
    },
  }),
  'zone-needs-date': define<{ left: string; right: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.left}\` and \`${p.right}\` cannot be placed on one clock: the offset of a region depends on the date`,
      zh: (p) => `\`${p.left}\` 与 \`${p.right}\` 无法对应到同一时钟：地区时区的偏移量随日期而变`,
    },
    remedy: {
      en: () => 'write both times with the same zone or with fixed offsets such as `+08:00`, or use values of type `date and time`',
      zh: () => '请让两个时间使用相同时区或固定偏移（如 `+08:00`），或改用 `date and time` 类型的值',
    },
  }),
  'types-do-not-combine': define<{ operator: string; left: string; right: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.operator}\` does not combine \`${p.left}\` with \`${p.right}\``,
      zh: (p) => `\`${p.operator}\` 不能用于 \`${p.left}\` 与 \`${p.right}\``,
    },
    remedy: {
      en: (p) => `change one side so that \`${p.operator}\` has a meaning: numbers with numbers, dates with durations, or convert first, for example \`duration("P1D") * n\` to add n days to a date`,
      zh: (p) => `请调整其中一方，使 \`${p.operator}\` 有意义：数与数、日期与时长；或先转换，例如用 \`duration("P1D") * n\` 表示在日期上加 n 天`,
    },
  }),
  'type-cannot-be-negated': define<{ type: string }>({
    severity: 'error',
    message: {
      en: (p) => `a value of type \`${p.type}\` cannot be negated`,
      zh: (p) => `类型 \`${p.type}\` 的值不能取负`,
    },
    remedy: {
      en: () => 'put `-` before a number or a duration only; the opposite of a condition is `not(…)`',
      zh: () => '`-` 只能放在数或时长之前；条件取反请用 `not(…)`',
    },
  }),
  'date-out-of-range': define<{ operation: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.operation}\` leads beyond the years -999999999 to 999999999`,
      zh: (p) => `\`${p.operation}\` 的结果超出 -999999999 至 999999999 年的范围`,
    },
    remedy: {
      en: () => 'check the duration that is added: a date in a loan file is at most a few hundred years away',
      zh: () => '请检查所加的时长；信贷业务中的日期相差不会超过数百年',
    },
  }),
  'duration-out-of-range': define<{ kind: string }>({
    severity: 'error',
    message: {
      en: (p) => `the \`${p.kind}\` is too large to be exact`,
      zh: (p) => `该 \`${p.kind}\` 过大，无法精确表示`,
    },
    remedy: {
      en: () => 'check the factor or sum that grows so large: the limits are 9007199254740991 months and 34 digits of seconds',
      zh: () => '请检查导致结果过大的倍数或加数；上限为 9007199254740991 个月，或 34 位的秒数',
    },
  }),
  'not-a-range-as-text': define<{ text: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.text}\` is not a range`,
      zh: (p) => `\`${p.text}\` 不是有效的区间`,
    },
    remedy: {
      en: () => 'write two constants of one type between brackets, the lower first: `[1..3]`, `(0..1]`, `[@"2024-01-01"..@"2024-12-31"]`; an open end stands beside a round bracket, `[2..)`',
      zh: () => '请在括号中写两个同类型的常量，小者在前：`[1..3]`、`(0..1]`、`[@"2024-01-01"..@"2024-12-31"]`；无界的一端用圆括号，如 `[2..)`',
    },
  }),
  'no-such-relation': define<{ function: string; left: string; right: string; shapes: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` is not defined for \`${p.left}\` and \`${p.right}\``,
      zh: (p) => `\`${p.function}\` 不能用于 \`${p.left}\` 与 \`${p.right}\``,
    },
    remedy: {
      en: (p) => `give it one of: ${p.shapes.map((shape) => `\`${p.function}(${shape})\``).join(', ')}`,
      zh: (p) => `可用的形式：${p.shapes.map((shape) => `\`${p.function}(${shape})\``).join('、')}`,
    },
  }),
  'not-this-type-as-text': define<{ type: string; text: string; examples: readonly string[] }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.text}\` is not a \`${p.type}\``,
      zh: (p) => `\`${p.text}\` 不是有效的 \`${p.type}\``,
    },
    remedy: {
      en: (p) => `write it like ${p.examples.map((example) => `\`${example}\``).join(' or ')}; a date must exist in the calendar (2023-02-29 does not)`,
      zh: (p) => `请按 ${p.examples.map((example) => `\`${example}\``).join(' 或 ')} 的格式书写；日期须真实存在（如 2023-02-29 不存在）`,
    },
  }),
  'code-generation-forbidden': define<Record<never, never>>({
    severity: 'warning',
    message: {
      en: () => 'this Node.js process forbids code generation, so the compiled engine cannot run; the closures engine takes its place (same answers, slower)',
      zh: () => '当前 Node.js 进程禁止生成代码，编译引擎无法运行，已改用闭包引擎（结果相同，速度较慢）',
    },
    remedy: {
      en: () => 'start Node.js without `--disallow-code-generation-from-strings`, or ask for `--engine closures` to silence this warning',
      zh: () => '启动 Node.js 时去掉 `--disallow-code-generation-from-strings`，或用 `--engine closures` 明确指定闭包引擎以消除本警告',
    },
  }),
};
