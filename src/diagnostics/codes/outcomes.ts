import { define } from '../define.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const enumerated = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join('、');

/** Why a decision, or a trigger, was not decided. */
export const outcomes = {
  'fact-missing': define<{ paths: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ paths }) => `no value was sent for ${quoted(paths)}`,
      zh: ({ paths }) => `缺少事实 ${enumerated(paths)}`,
    },
    remedy: {
      en: () => 'send the value; if a case may lack it, declare the input `optional` and say in the policy what holds without it',
      zh: () => '请提供该值；若业务上确实可能没有，请在政策中将其声明为 `optional`，并写明缺失时如何处理',
    },
  }),
  'depends-on': define<{ decision: string; outcome: string }>({
    severity: 'error',
    message: {
      en: ({ decision, outcome }) => `it reads \`${decision}\`, which ended as \`${outcome}\``,
      zh: ({ decision, outcome }) => `所依据的决策 \`${decision}\` 结果为 \`${outcome}\``,
    },
    remedy: {
      en: ({ decision }) => `see the reasons of \`${decision}\``,
      zh: ({ decision }) => `请查看 \`${decision}\` 的原因`,
    },
  }),
  'not-in-force': define<{ name: string; date: string }>({
    severity: 'error',
    message: {
      en: ({ name, date }) => `nothing of \`${name}\` is in force on ${date}`,
      zh: ({ name, date }) => `\`${name}\` 在 ${date} 没有生效的内容`,
    },
    remedy: {
      en: () => 'ask for a date on which it is in force, or add what holds on that date with an `in force` of its own',
      zh: () => '请选择其有效期内的日期，或补充该日期适用的内容并写明 `in force`',
    },
  }),
  'no-row-matches': define<{ table: string; seen: string }>({
    severity: 'error',
    message: {
      en: ({ table, seen }) => `no row of \`${table}\` matches${seen === '' ? '' : ` (${seen})`}`,
      zh: ({ table, seen }) => `\`${table}\` 中没有匹配的行${seen === '' ? '' : `（${seen}）`}`,
    },
    remedy: {
      en: () => 'add a row that covers these values, or an `otherwise` row if every other case is meant to end alike',
      zh: () => '请补充覆盖这些取值的行；若其余情形结果相同，可加一行 `otherwise`',
    },
  }),
  'rows-overlap': define<{ rows: readonly string[]; seen: string }>({
    severity: 'error',
    message: {
      en: ({ rows, seen }) => `${quoted(rows)} all match${seen === '' ? '' : ` (${seen})`}, and the table allows one`,
      zh: ({ rows, seen }) => `${enumerated(rows)} 同时匹配${seen === '' ? '' : `（${seen}）`}，而该表只允许命中一行`,
    },
    remedy: {
      en: () => 'narrow the cells until one row is left, or choose a hit policy that says which one wins',
      zh: () => '请收窄条件使其只命中一行，或改用能确定优先次序的命中策略',
    },
  }),
  'rows-disagree': define<{ rows: readonly string[]; seen: string }>({
    severity: 'error',
    message: {
      en: ({ rows, seen }) => `${quoted(rows)} all match${seen === '' ? '' : ` (${seen})`} with different outputs, and hit policy \`any\` wants them equal`,
      zh: ({ rows, seen }) => `${enumerated(rows)} 同时匹配${seen === '' ? '' : `（${seen}）`}但输出不同，命中策略 \`any\` 要求输出一致`,
    },
    remedy: {
      en: () => 'make the outputs equal, or narrow the cells until rows with different outputs exclude one another',
      zh: () => '请统一输出，或收窄条件使输出不同的行互斥',
    },
  }),
  'exceptions-disagree': define<{ exceptions: readonly string[]; target: string }>({
    severity: 'error',
    message: {
      en: ({ exceptions, target }) => `${quoted(exceptions)} all replace the outcome of \`${target}\`, each with another`,
      zh: ({ exceptions, target }) => `${enumerated(exceptions)} 同时替换 \`${target}\` 的结果，且各不相同`,
    },
    remedy: {
      en: () => 'narrow their `when` until one is left, or make one an exception to the other: `exception NAME to OTHER`',
      zh: () => '请收窄其 `when` 条件，或将其中一个写成另一个的例外：`exception 名称 to 另一例外`',
    },
  }),
  'result-outside-type': define<{ name: string; value: string; type: string }>({
    severity: 'error',
    message: {
      en: ({ name, value, type }) => `\`${name}\` came to \`${value}\`, which is not within its type, \`${type}\``,
      zh: ({ name, value, type }) => `\`${name}\` 的结果为 \`${value}\`，不符合其类型 \`${type}\``,
    },
    remedy: {
      en: () => 'correct the expression, round it to the grain of the type, or widen the declared type',
      zh: () => '请更正表达式、按该类型的最小单位取整，或放宽声明的类型',
    },
  }),
  'argument-outside-type': define<{ function: string; parameter: string; value: string; type: string }>({
    severity: 'error',
    message: {
      en: ({ function: name, parameter, value, type }) => `\`${name}\` was given \`${value}\` for \`${parameter}\`, which is not within its type, \`${type}\``,
      zh: ({ function: name, parameter, value, type }) => `传给 \`${name}\` 的参数 \`${parameter}\` 为 \`${value}\`，不符合其类型 \`${type}\``,
    },
    remedy: {
      en: () => 'pass a value within the type, or widen the type of the parameter',
      zh: () => '请传入符合类型的值，或放宽参数的类型',
    },
  }),
  'condition-not-boolean': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a condition must be true or false, but this one came to a ${found}`,
      zh: ({ found }) => `条件应为 true 或 false，此处结果的类型为 ${found}`,
    },
    remedy: {
      en: () => 'compare the value with what it should be, such as `… = true` or `… > 0`',
      zh: () => '请写明比较条件，例如 `… = true` 或 `… > 0`',
    },
  }),
  'value-missing': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` is missing, and nothing here says what then`,
      zh: ({ path }) => `\`${path}\` 缺失，而此处没有规定缺失时如何处理`,
    },
    remedy: {
      en: ({ path }) => `test it first: \`if ${path} = missing then … else …\``,
      zh: ({ path }) => `请先判断：\`if ${path} = missing then … else …\``,
    },
  }),
  'no-such-entry': define<{ name: string; found: string }>({
    severity: 'error',
    message: {
      en: ({ name, found }) => `a ${found} has no \`${name}\``,
      zh: ({ name, found }) => `类型为 ${found} 的值没有 \`${name}\``,
    },
    remedy: {
      en: () => 'correct the name after the point, or the value before it',
      zh: () => '请更正点号后的名称，或点号前的值',
    },
  }),
  'index-out-of-range': define<{ index: string; length: number }>({
    severity: 'error',
    message: {
      en: ({ index, length }) => `the list has ${length} ${length === 1 ? 'element' : 'elements'}, so there is none at ${index}`,
      zh: ({ index, length }) => `列表共有 ${length} 个元素，不存在第 ${index} 个`,
    },
    remedy: {
      en: () => 'test `count(…)` first; the first element is 1 and the last is -1',
      zh: () => '请先用 `count(…)` 判断；第一个元素为 1，最后一个为 -1',
    },
  }),
  'not-iterable': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a ${found} cannot be gone through one by one`,
      zh: ({ found }) => `类型为 ${found} 的值不能逐个遍历`,
    },
    remedy: {
      en: () => 'give a list, or a range of whole numbers or dates with both ends, such as `1..12`',
      zh: () => '请给出列表，或两端齐全的整数、日期区间，例如 `1..12`',
    },
  }),
  'not-a-container': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a ${found} holds nothing that a value could be in`,
      zh: ({ found }) => `类型为 ${found} 的值不能作为 \`in\` 的范围`,
    },
    remedy: {
      en: () => 'give a range or a list after `in`',
      zh: () => '`in` 之后请给出区间或列表',
    },
  }),
  'not-a-number': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `only a number can be rounded, and this is a ${found}`,
      zh: ({ found }) => `只有数值可以取整，此处的类型为 ${found}`,
    },
    remedy: {
      en: () => 'round the number itself, before it becomes part of something else',
      zh: () => '请直接对数值取整，而不是对包含它的值取整',
    },
  }),
  'not-callable': define<{ found: string }>({
    severity: 'error',
    message: {
      en: ({ found }) => `a ${found} cannot be called`,
      zh: ({ found }) => `类型为 ${found} 的值不能调用`,
    },
    remedy: {
      en: () => 'call a function; a value needs no parentheses after it',
      zh: () => '只有函数可以调用；取值时不需要在其后加括号',
    },
  }),
  'argument-count': define<{ expected: number; found: number }>({
    severity: 'error',
    message: {
      en: ({ expected, found }) => `the function takes ${expected} ${expected === 1 ? 'argument' : 'arguments'} and was given ${found}`,
      zh: ({ expected, found }) => `该函数需要 ${expected} 个参数，实际传入 ${found} 个`,
    },
    remedy: {
      en: () => 'give one argument for each of its parameters',
      zh: () => '请为每个参数各传一个值',
    },
  }),
  'too-much-work': define<{ limit: number }>({
    severity: 'error',
    message: {
      en: ({ limit }) => `the evaluation took more than ${limit} steps and was stopped`,
      zh: ({ limit }) => `计算超过 ${limit} 步，已中止`,
    },
    remedy: {
      en: () => 'shorten the range or list that is gone through here; loops inside loops multiply',
      zh: () => '请缩短此处遍历的区间或列表；循环嵌套时次数会相乘',
    },
  }),
  'too-deep': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'functions call one another, or values lie within one another, too deep to be computed',
      zh: () => '函数相互调用或值相互嵌套的层数过多，无法计算',
    },
    remedy: {
      en: () => 'end the chain of functions that take and call functions; a `for` over a list needs none',
      zh: () => '请避免函数层层调用函数；对列表可直接用 `for`',
    },
  }),
};
