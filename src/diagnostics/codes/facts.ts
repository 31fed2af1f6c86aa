import type { Phrase } from '../define.ts';
import { define, didYouMean } from '../define.ts';

/** What a JSON text breaks. */
export type JsonFault =
  | 'empty'
  | 'number'
  | 'key'
  | 'value'
  | 'colon'
  | 'comma'
  | 'brace'
  | 'bracket'
  | 'end'
  | 'comment'
  | 'string'
  | 'escape'
  | 'control character'
  | 'symbol';

const jsonFaults = {
  empty: { en: 'there is nothing in it', zh: '内容为空' },
  number: { en: 'this is not a number as JSON writes them', zh: '这不是 JSON 的数字写法' },
  key: { en: 'a key in double quotes is expected here', zh: '此处应为双引号括起的键' },
  value: { en: 'a value is expected here', zh: '此处应为一个值' },
  colon: { en: 'a colon is expected here', zh: '此处应为冒号' },
  comma: { en: 'a comma is expected here', zh: '此处应为逗号' },
  brace: { en: 'the closing `}` is missing', zh: '缺少右花括号 `}`' },
  bracket: { en: 'the closing `]` is missing', zh: '缺少右方括号 `]`' },
  end: { en: 'the document ends before this', zh: '文档在此之前已经结束' },
  comment: { en: 'JSON has no comments', zh: 'JSON 不允许注释' },
  string: { en: 'the closing double quote is missing', zh: '缺少右双引号' },
  escape: { en: 'this is not an escape that JSON knows', zh: '这不是 JSON 的转义写法' },
  'control character': { en: 'a control character stands in a string', zh: '字符串中有控制字符' },
  symbol: { en: 'this has no meaning in JSON', zh: '这在 JSON 中没有含义' },
} as const satisfies Record<JsonFault, { en: string; zh: string }>;

/** What is wrong with a line that says which fact a column carries. */
export type MappingFault = 'header' | 'fields' | 'column' | 'fact' | 'repeated';

const mappingFaults = {
  header: { en: 'its first line is not `column,fact` or `column,fact,note`', zh: '首行不是 `column,fact` 或 `column,fact,note`' },
  fields: { en: 'it has fewer or more fields than the first line', zh: '字段数与首行不同' },
  column: { en: 'no column is named', zh: '没有写列名' },
  fact: { en: 'no fact is named', zh: '没有写事实' },
  repeated: { en: 'the column stands above already', zh: '该列在上文已出现' },
} as const satisfies Record<MappingFault, Phrase>;

/** Problems with the facts that a caller sends. */
export const facts = {
  'json-malformed': define<{ fault: JsonFault }>({
    severity: 'error',
    message: {
      en: ({ fault }) => `not valid JSON: ${jsonFaults[fault].en}`,
      zh: ({ fault }) => `不是有效的 JSON：${jsonFaults[fault].zh}`,
    },
    remedy: {
      en: () => 'write it as RFC 8259 says: keys and text in double quotes, no comments, no comma after the last element',
      zh: () => '请按 RFC 8259 书写：键和文本用双引号，不写注释，最后一个元素后不写逗号',
    },
  }),
  'json-duplicate-key': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` stands twice`,
      zh: ({ path }) => `\`${path}\` 出现了两次`,
    },
    remedy: {
      en: () => 'send it once: which of the two would count is not defined',
      zh: () => '请只提供一次：两个值中以哪个为准没有定义',
    },
  }),
  'json-too-deep': define<{ limit: number }>({
    severity: 'error',
    message: {
      en: ({ limit }) => `arrays and objects are nested more than ${limit} deep`,
      zh: ({ limit }) => `数组和对象的嵌套超过 ${limit} 层`,
    },
    remedy: {
      en: () => 'send the facts in the shape that the policy declares; no policy needs such depth',
      zh: () => '请按政策声明的结构提供事实；没有政策需要这样的深度',
    },
  }),
  'facts-not-an-object': define<{ path: string; found: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, found }) => `${path === '' ? 'the facts' : `\`${path}\``} must be an object of named facts, but ${path === '' ? 'are' : 'is'} ${found.en}`,
      zh: ({ path, found }) => `${path === '' ? '事实' : `\`${path}\``}应为由各项事实组成的对象，实际为${found.zh}`,
    },
    remedy: {
      en: () => 'send an object, such as `{"loan": {"overdue_days": 91}}`; leave out what is not known',
      zh: () => '请提供对象，例如 `{"loan": {"overdue_days": 91}}`；不掌握的事实不要填写',
    },
  }),
  'unknown-fact': define<{ path: string; suggestion: string | undefined; policy: string }>({
    severity: 'error',
    message: {
      en: ({ path, suggestion }) => `\`${path}\` is not a fact that the policy knows${didYouMean.en(suggestion)}`,
      zh: ({ path, suggestion }) => `政策中没有 \`${path}\` 这项事实${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ policy }) => `correct the name or leave it out; policy \`${policy}\` declares its facts in its \`input\` statements`,
      zh: ({ policy }) => `请更正名称或删除该项；政策 \`${policy}\` 的事实以其 \`input\` 语句为准`,
    },
  }),
  'fact-null': define<{ path: string; expected: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, expected }) => `\`${path}\` is null, where ${expected.en} is expected`,
      zh: ({ path, expected }) => `\`${path}\` 为 null，应为${expected.zh}`,
    },
    remedy: {
      en: () => 'send the value; if it is not known, leave the fact out: null is not a way to say so',
      zh: () => '请提供实际值；若尚不掌握，请不要填写该项，null 不表示未知',
    },
  }),
  'fact-wrong-type': define<{ path: string; expected: Phrase; found: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, expected, found }) => `\`${path}\` must be ${expected.en}, but is ${found.en}`,
      zh: ({ path, expected, found }) => `\`${path}\` 应为${expected.zh}，实际为${found.zh}`,
    },
    remedy: {
      en: ({ expected }) => `send ${expected.en}; nothing is converted`,
      zh: ({ expected }) => `请提供${expected.zh}；系统不做任何类型转换`,
    },
  }),
  'fact-off-grain': define<{ path: string; found: string; grain: string; expected: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, found, grain }) => `\`${path}\` must be a multiple of ${grain}, but is ${found}`,
      zh: ({ path, found, grain }) => `\`${path}\` 应为 ${grain} 的整数倍，实际为 ${found}`,
    },
    remedy: {
      en: ({ expected }) => `send ${expected.en}; if the source holds more digits, decide there how to round`,
      zh: ({ expected }) => `请提供${expected.zh}；若来源数据位数更多，请在来源系统中明确取整方法`,
    },
  }),
  'fact-too-many-digits': define<{ path: string; digits: number }>({
    severity: 'error',
    message: {
      en: ({ path, digits }) => `\`${path}\` has ${digits} significant digits, more than the 34 that can be kept exactly`,
      zh: ({ path, digits }) => `\`${path}\` 有 ${digits} 位有效数字，超过可精确保存的 34 位`,
    },
    remedy: {
      en: () => 'send at most 34 significant digits and an exponent between -6143 and 6144',
      zh: () => '有效数字不超过 34 位，指数在 -6143 至 6144 之间',
    },
  }),
  'fact-number-too-large': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` is beyond the range of numbers that can be kept exactly`,
      zh: ({ path }) => `\`${path}\` 超出可精确保存的数值范围`,
    },
    remedy: {
      en: () => 'send at most 34 significant digits and an exponent between -6143 and 6144',
      zh: () => '有效数字不超过 34 位，指数在 -6143 至 6144 之间',
    },
  }),
  'fact-out-of-range': define<{ path: string; found: string; allowed: string }>({
    severity: 'error',
    message: {
      en: ({ path, found, allowed }) => `\`${path}\` must be \`${allowed}\`, but is ${found}`,
      zh: ({ path, found, allowed }) => `\`${path}\` 应满足 \`${allowed}\`，实际为 ${found}`,
    },
    remedy: {
      en: () => 'correct the value at its source, or widen the range that the policy declares for it',
      zh: () => '请在来源系统中更正该值，或在政策中放宽该项的取值范围',
    },
  }),
  'fact-not-a-member': define<{ path: string; found: string; type: string; members: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ path, found, type, suggestion }) => `\`${path}\` is \`${found}\`, which is not a member of \`${type}\`${didYouMean.en(suggestion)}`,
      zh: ({ path, found, type, suggestion }) => `\`${path}\` 的值 \`${found}\` 不是 \`${type}\` 的成员${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ members }) => `send one of ${members.map((member) => `\`${member}\``).join(', ')}`,
      zh: ({ members }) => `请提供以下之一：${members.map((member) => `\`${member}\``).join('、')}`,
    },
  }),
  'fact-invalid-date': define<{ path: string; found: string; expected: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, found, expected }) => `\`${path}\` must be ${expected.en}, but is \`${found}\``,
      zh: ({ path, found, expected }) => `\`${path}\` 应为${expected.zh}，实际为 \`${found}\``,
    },
    remedy: {
      en: () => 'send one that exists in the calendar, in ISO 8601 form, such as `2024-01-31`',
      zh: () => '请提供日历上存在的值，采用 ISO 8601 格式，例如 `2024-01-31`',
    },
  }),
  'fact-not-unicode': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` holds half of a character (a lone surrogate), which is not valid text`,
      zh: ({ path }) => `\`${path}\` 含有半个字符（孤立的代理项），不是有效文本`,
    },
    remedy: {
      en: () => 'send whole characters; the source has probably cut a text in the middle of one',
      zh: () => '请提供完整字符；来源系统可能在一个字符中间截断了文本',
    },
  }),
  'manual-incomplete': define<{ path: string; lacking: string }>({
    severity: 'error',
    message: {
      en: ({ path, lacking }) => `\`${path}\` is answered without \`${lacking}\``,
      zh: ({ path, lacking }) => `\`${path}\` 的人工判断缺少 \`${lacking}\``,
    },
    remedy: {
      en: () => 'send all of `value`, `who` (the person who answers for it) and `when` (a date); leave the whole out while there is no answer',
      zh: () => '请同时提供 `value`（结论）、`who`（责任人）和 `when`（日期）；尚无结论时整项不要填写',
    },
  }),
  'csv-no-header': define<{ example: string }>({
    severity: 'error',
    message: {
      en: () => 'the CSV file has no header',
      zh: () => 'CSV 文件没有表头',
    },
    remedy: {
      en: ({ example }) => `let its first line name the facts by their paths, such as \`${example}\``,
      zh: ({ example }) => `请在首行写明各列对应的事实路径，例如 \`${example}\``,
    },
  }),
  'csv-unknown-column': define<{ header: string; number: number; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ header, number, suggestion }) => `column ${number}, \`${header}\`, is not a fact that the policy knows${didYouMean.en(suggestion)}`,
      zh: ({ header, number, suggestion }) => `第 ${number} 列 \`${header}\` 不是政策中的事实${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'let the header be the path of a fact, such as `loan.overdue_days`, take the column out, or say with `--columns FILE` what it carries',
      zh: () => '请将表头改为事实路径，例如 `loan.overdue_days`，或删除该列，或用 `--columns FILE` 说明该列是什么',
    },
  }),
  'csv-mapping-malformed': define<{ file: string; line: number; fault: MappingFault }>({
    severity: 'error',
    message: {
      en: ({ file, line, fault }) => `\`${file}\` does not say what the columns are, line ${line}: ${mappingFaults[fault].en}`,
      zh: ({ file, line, fault }) => `列对照表 \`${file}\` 第 ${line} 行有误：${mappingFaults[fault].zh}`,
    },
    remedy: {
      en: () => 'begin with the line `column,fact,note`; below it each column once, with the path of its fact or `-` for one that the policy does not use',
      zh: () => '首行写 `column,fact,note`；其下每列一行，写明事实路径，政策不使用的列写 `-`',
    },
  }),
  'csv-mapping-unknown-fact': define<{ file: string; header: string; fact: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ file, header, fact, suggestion }) => `\`${file}\` puts column \`${header}\` at \`${fact}\`, which is not a fact that the policy knows${didYouMean.en(suggestion)}`,
      zh: ({ file, header, fact, suggestion }) => `列对照表 \`${file}\` 将 \`${header}\` 列对应到 \`${fact}\`，政策中没有这项事实${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'write the path of a fact, such as `loan.overdue_days`, or `-` where the policy does not use the column',
      zh: () => '请写事实路径，例如 `loan.overdue_days`；政策不使用该列时写 `-`',
    },
  }),
  'csv-mapping-unknown-column': define<{ file: string; header: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ file, header, suggestion }) => `\`${file}\` names column \`${header}\`, which the facts do not have${didYouMean.en(suggestion)}`,
      zh: ({ file, header, suggestion }) => `列对照表 \`${file}\` 中的 \`${header}\` 列在事实文件中不存在${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'correct the name or take the line out; if the column was dropped at its source, every case lacks that fact',
      zh: () => '请更正列名或删除该行；若来源系统取消了该列，则每笔都缺少这项事实',
    },
  }),
  'csv-mapping-misplaced': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` is not CSV, so that it has no columns to map`,
      zh: ({ path }) => `\`${path}\` 不是 CSV，没有可对照的列`,
    },
    remedy: {
      en: () => 'leave `--columns` out, or give the facts as CSV',
      zh: () => '请去掉 `--columns`，或以 CSV 提供事实',
    },
  }),
  'csv-duplicate-column': define<{ header: string; number: number }>({
    severity: 'error',
    message: {
      en: ({ header, number }) => `column ${number} is \`${header}\` a second time`,
      zh: ({ header, number }) => `第 ${number} 列再次出现 \`${header}\``,
    },
    remedy: {
      en: () => 'keep one of the two: which would count is not defined',
      zh: () => '请只保留其中一列：以哪一列为准没有定义',
    },
  }),
  'case-too-large': define<{ line: number; limit: number }>({
    severity: 'error',
    message: {
      en: ({ line, limit }) => `the case that begins on line ${line} has more than ${limit} characters`,
      zh: ({ line, limit }) => `第 ${line} 行开始的一笔超过 ${limit} 个字符`,
    },
    remedy: {
      en: () => 'look there for a quote or bracket that is never closed, or for a file without line ends; a case is one loan, not a book of them',
      zh: () => '请检查该处是否有未闭合的引号或括号，或文件没有换行；一笔应为一项贷款，而不是整个台账',
    },
  }),
  'csv-record-length': define<{ found: number; expected: number }>({
    severity: 'error',
    message: {
      en: ({ found, expected }) => `the record has ${found} fields, and the header ${expected}`,
      zh: ({ found, expected }) => `该记录有 ${found} 个字段，而表头有 ${expected} 个`,
    },
    remedy: {
      en: () => 'put a field that holds a comma in double quotes; leave a field empty where a fact is absent',
      zh: () => '含逗号的字段请用双引号括起；事实缺失时字段留空，但不要省略',
    },
  }),
  'csv-malformed': define<{ file: string; line: number; unclosed: boolean }>({
    severity: 'error',
    message: {
      en: ({ file, line, unclosed }) => `\`${file}\` stops being CSV at line ${line}: ${unclosed ? 'a double quote is opened and never closed' : 'a double quote stands inside a field'}`,
      zh: ({ file, line, unclosed }) => `\`${file}\` 第 ${line} 行起不再是有效的 CSV：${unclosed ? '双引号未闭合' : '字段中间出现双引号'}`,
    },
    remedy: {
      en: () => 'put the whole field in double quotes and write each double quote inside it twice',
      zh: () => '请用双引号括起整个字段，字段内的双引号写两次',
    },
  }),
  'facts-not-in-encoding': define<{ file: string; encoding: string; line: number }>({
    severity: 'error',
    message: {
      en: ({ file, encoding, line }) => `\`${file}\` is not in ${encoding}: bytes at or after line ${line} have no meaning in it`,
      zh: ({ file, encoding, line }) => `\`${file}\` 不是 ${encoding} 编码：第 ${line} 行或其后有无法解读的字节`,
    },
    remedy: {
      en: () => 'say which encoding it is in, such as `--encoding gb18030` for files of Chinese Windows, or save it as UTF-8',
      zh: () => '请指明文件编码，例如中文 Windows 导出的文件用 `--encoding gb18030`，或另存为 UTF-8',
    },
  }),
  'encoding-unknown': define<{ encoding: string }>({
    severity: 'error',
    message: {
      en: ({ encoding }) => `\`${encoding}\` is not an encoding that is known here`,
      zh: ({ encoding }) => `无法识别编码 \`${encoding}\``,
    },
    remedy: {
      en: () => 'name it as browsers do: `utf-8`, `gb18030`, `gbk`, `big5`, `utf-16le`',
      zh: () => '请使用通用名称：`utf-8`、`gb18030`、`gbk`、`big5`、`utf-16le`',
    },
  }),
};
