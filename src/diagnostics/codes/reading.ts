import { define, didYouMean, type Phrase } from '../define.ts';
import { expectedInWords } from '../expected.ts';

/** Problems with files, lines, clauses and tables that cannot be read. */
export const reading = {
  'file-unreadable': define<{ path: string; reason: Phrase }>({
    severity: 'error',
    message: {
      en: ({ path, reason }) => `cannot read \`${path}\`: ${reason.en}`,
      zh: ({ path, reason }) => `无法读取 \`${path}\`：${reason.zh}`,
    },
    remedy: { en: () => 'check the path and its permissions', zh: () => '请检查路径及访问权限' },
  }),
  'no-policy-files': define<{ path: string }>({
    severity: 'error',
    message: { en: ({ path }) => `no policy file under \`${path}\``, zh: ({ path }) => `\`${path}\` 下没有政策文件` },
    remedy: { en: () => 'name a file, or a folder that holds `*.policy` or `*.policy.yaml` files', zh: () => '请指定政策文件，或包含 `*.policy`、`*.policy.yaml` 文件的文件夹' },
  }),
  'file-too-large': define<{ size: number; limit: number }>({
    severity: 'error',
    message: {
      en: ({ size, limit }) => `the file has ${size} bytes; the limit is ${limit} bytes`,
      zh: ({ size, limit }) => `文件大小为 ${size} 字节，超过上限 ${limit} 字节`,
    },
    remedy: { en: () => 'split the policy into several files and import them', zh: () => '请将政策拆分为多个文件并使用 import 引入' },
  }),
  'file-not-utf8': define<{ offset: number }>({
    severity: 'error',
    message: {
      en: ({ offset }) => `the file is not UTF-8: the byte at offset ${offset} cannot be decoded`,
      zh: ({ offset }) => `文件不是 UTF-8 编码：偏移 ${offset} 处的字节无法解码`,
    },
    remedy: {
      en: () => 'save it as UTF-8 (files from older Chinese editors are often GB18030)',
      zh: () => '请另存为 UTF-8（旧版中文编辑器常存为 GB18030）',
    },
  }),
  'file-empty': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'the file holds no statement', zh: () => '文件中没有任何语句' },
    remedy: { en: () => 'begin with `policy name "label"`', zh: () => '请以 `policy 名称 "标题"` 开头' },
  }),
  'policy-statement-missing': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'the file has no `policy` statement', zh: () => '文件中没有 `policy` 语句' },
    remedy: { en: () => 'put `policy name "label"` before every other statement', zh: () => '请在所有语句之前写 `policy 名称 "标题"`' },
  }),
  'policy-statement-repeated': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'a file holds one policy, and this is a second `policy` statement', zh: () => '一个文件只能有一个政策，这里出现了第二个 `policy` 语句' },
    remedy: { en: () => 'move it to a file of its own and `import` it', zh: () => '请移到单独的文件，并用 `import` 引入' },
  }),
  'tab-in-indentation': define<{ lines: number }>({
    severity: 'error',
    message: {
      en: ({ lines }) => `a tab indents this line${lines > 1 ? ` (and ${lines - 1} more)` : ''}, and how wide a tab is differs from editor to editor`,
      zh: ({ lines }) => `此行${lines > 1 ? `（另有 ${lines - 1} 行）` : ''}用制表符缩进，而制表符宽度因编辑器而异`,
    },
    remedy: { en: () => 'indent with spaces', zh: () => '请改用空格缩进' },
  }),
  'unterminated-string': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this string has no closing quote on its line', zh: () => '此字符串在本行内没有结束引号' },
    remedy: { en: () => 'close it with `"`; a string ends on its line (write `\\n` for a line break)', zh: () => '请用 `"` 结束；字符串不能跨行（换行写作 `\\n`）' },
  }),
  'unterminated-comment': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this `/*` has no `*/`', zh: () => '此 `/*` 没有对应的 `*/`' },
    remedy: { en: () => 'close the comment with `*/`', zh: () => '请用 `*/` 结束注释' },
  }),
  'unreadable-character': define<{ character: string; instead: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ character, instead }) => `\`${character}\` means nothing here${instead === undefined ? '' : `; did you mean \`${instead}\`?`}`,
      zh: ({ character, instead }) => `此处不能使用 \`${character}\`${instead === undefined ? '' : `；是否应为 \`${instead}\`？`}`,
    },
    remedy: {
      en: ({ instead }) => (instead === undefined ? 'remove it, or put the text in quotes' : `write \`${instead}\``),
      zh: ({ instead }) => (instead === undefined ? '请删除，或用引号括起' : `请写 \`${instead}\``),
    },
  }),
  'bracket-not-closed': define<{ bracket: string; closing: string }>({
    severity: 'error',
    message: {
      en: ({ bracket, closing }) => `this \`${bracket}\` is never closed by \`${closing}\``,
      zh: ({ bracket, closing }) => `此 \`${bracket}\` 没有对应的 \`${closing}\``,
    },
    remedy: { en: ({ closing }) => `add \`${closing}\` where it ends`, zh: ({ closing }) => `请在结束处补上 \`${closing}\`` },
  }),
  'nested-too-deep': define<{ limit: number }>({
    severity: 'error',
    message: { en: ({ limit }) => `the expression is nested more than ${limit} deep`, zh: ({ limit }) => `表达式嵌套超过 ${limit} 层` },
    remedy: { en: () => 'name its parts as decisions or functions', zh: () => '请将其拆分为若干决策或函数' },
  }),
  'expression-too-long': define<{ limit: number }>({
    severity: 'error',
    message: { en: ({ limit }) => `the expression chains more than ${limit} operators`, zh: ({ limit }) => `表达式中连续的运算符超过 ${limit} 个` },
    remedy: { en: () => 'use a list with `sum(…)`, `any(…)` or `in (…)`, or a table', zh: () => '请改用列表配合 `sum(…)`、`any(…)`、`in (…)`，或使用决策表' },
  }),
  'unexpected-token': define<{ found: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ found, suggestion }) => `\`${found}\` cannot stand here${didYouMean.en(suggestion)}`,
      zh: ({ found, suggestion }) => `此处不能出现 \`${found}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ expected }) => (expected.length === 0 ? 'remove it, or see docs/language.md for what may follow' : `expected here: ${expectedInWords(expected, 'en')}`),
      zh: ({ expected }) => (expected.length === 0 ? '请删除，或参见 docs/language.md' : `此处应为：${expectedInWords(expected, 'zh')}`),
    },
  }),
  'clause-ends-early': define<{ expected: readonly string[] }>({
    severity: 'error',
    message: { en: () => 'something is missing at the end of this clause', zh: () => '此子句结尾处缺少内容' },
    remedy: {
      en: ({ expected }) => `expected here: ${expectedInWords(expected, 'en')}`,
      zh: ({ expected }) => `此处应为：${expectedInWords(expected, 'zh')}`,
    },
  }),
  'reserved-word': define<{ word: string }>({
    severity: 'error',
    message: { en: ({ word }) => `\`${word}\` is a reserved word of FEEL and cannot be a name`, zh: ({ word }) => `\`${word}\` 是 FEEL 保留字，不能用作名称` },
    remedy: { en: () => 'choose another name; only a field may have this one, in backquotes', zh: () => '请换一个名称；只有字段可以用反引号括起后使用此名' },
  }),
  'unknown-statement': define<{ word: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ word, suggestion }) => `no statement begins with \`${word}\`${didYouMean.en(suggestion)}`,
      zh: ({ word, suggestion }) => `没有以 \`${word}\` 开头的语句${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ expected }) => `statements begin with ${quoted(expected, ', ')}`,
      zh: ({ expected }) => `语句以下列词开头：${quoted(expected, '、')}`,
    },
  }),
  'unknown-clause': define<{ word: string; owner: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ word, owner, suggestion }) => `\`${word}\` cannot stand in ${owner === 'exception' ? 'an' : 'a'} ${owner}${didYouMean.en(suggestion)}`,
      zh: ({ word, owner, suggestion }) => `\`${owner}\` 中不能出现 \`${word}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ expected }) => `its clauses begin with ${quoted(expected, ', ')}`,
      zh: ({ expected }) => `其子句以下列词开头：${quoted(expected, '、')}`,
    },
  }),
  'clause-repeated': define<{ clause: string }>({
    severity: 'error',
    message: { en: ({ clause }) => `\`${clause}\` is said twice`, zh: ({ clause }) => `\`${clause}\` 重复出现` },
    remedy: {
      en: ({ clause }) => (clause === 'always' ? 'keep one of them, or give each claim a `property` of its own' : 'keep one of them'),
      zh: ({ clause }) => (clause === 'always' ? '请只保留一个，或为每项断言各写一个 `property`' : '请只保留一个'),
    },
  }),
  'clause-missing': define<{ owner: string; clause: string }>({
    severity: 'error',
    message: { en: ({ owner, clause }) => `${owner} lacks its \`${clause}\``, zh: ({ owner, clause }) => `${owner} 缺少 \`${clause}\`` },
    remedy: { en: ({ clause }) => `add \`${clause} …\` on an indented line below it`, zh: ({ clause }) => `请在其下方缩进一行补上 \`${clause} …\`` },
  }),
  'body-missing': define<{ kind: 'decision' | 'function' | 'parameter'; name: string }>({
    severity: 'error',
    message: {
      en: ({ kind, name }) => `${kind} \`${name}\` does not say ${verdicts[kind].en}`,
      zh: ({ kind, name }) => `${kind} \`${name}\` 没有${verdicts[kind].zh}`,
    },
    remedy: {
      en: ({ kind }) => (kind === 'parameter' ? 'add its rows below it, header first: `| id | … || … |`' : 'add a `table` or `= expression` below it, indented'),
      zh: ({ kind }) => (kind === 'parameter' ? '请在其下方补上各行，先写表头：`| id | … || … |`' : '请在其下方缩进补上 `table` 或 `= 表达式`'),
    },
  }),
  'row-without-table': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this row belongs to no table', zh: () => '此行不属于任何决策表' },
    remedy: { en: () => 'put it below a `table` or a `parameter`', zh: () => '请放在 `table` 或 `parameter` 之下' },
  }),
  'row-not-ended': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this row does not end with `|`', zh: () => '此行没有以 `|` 结束' },
    remedy: { en: () => 'end it with `|`', zh: () => '请以 `|` 结束' },
  }),
  'row-cell-count': define<{ found: number; expected: number }>({
    severity: 'error',
    message: {
      en: ({ found, expected }) => `this row has ${found} cells, and the table's header has ${expected}`,
      zh: ({ found, expected }) => `此行有 ${found} 个单元格，而表头有 ${expected} 个`,
    },
    remedy: {
      en: ({ found, expected }) => (found < expected ? 'add the missing cells; `-` stands for any' : 'remove the extra cells, or put a `|` that is text inside quotes'),
      zh: ({ found, expected }) => (found < expected ? '请补齐单元格；`-` 表示任意值' : '请删除多余的单元格；作为文字的 `|` 要放在引号内'),
    },
  }),
  'row-group-mismatch': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'the `||` of this row do not stand where the header has them', zh: () => '此行的 `||` 与表头的位置不一致' },
    remedy: { en: () => 'put `||` between inputs, outputs and annotations, as the header does', zh: () => '请按表头在输入、输出、附注之间使用 `||`' },
  }),
  'cell-empty': define<{ column: string; holds: keyof typeof cellRemedies }>({
    severity: 'error',
    message: {
      en: ({ column, holds }) => (holds === 'heading' ? 'this column has no heading' : `the cell under \`${column}\` is empty`),
      zh: ({ column, holds }) => (holds === 'heading' ? '此列没有表头' : `\`${column}\` 列的单元格为空`),
    },
    remedy: { en: ({ holds }) => cellRemedies[holds].en, zh: ({ holds }) => cellRemedies[holds].zh },
  }),
  'table-without-header': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this table has no rows', zh: () => '此表没有任何行' },
    remedy: { en: () => 'begin with a header `| id | input || output |`, a ruler and one row below it', zh: () => '请以表头 `| id | 输入 || 输出 |` 开始，其下为分隔行和数据行' },
  }),
  'table-without-id': define<{ found: string }>({
    severity: 'error',
    message: { en: ({ found }) => `the first column is \`${found}\`, and it must be \`id\``, zh: ({ found }) => `第一列是 \`${found}\`，应为 \`id\`` },
    remedy: { en: () => 'give every row a stable id in a first column `id`', zh: () => '请在第一列 `id` 中为每行写固定编号' },
  }),
  'table-without-outputs': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this table has no output column', zh: () => '此决策表没有输出列' },
    remedy: { en: () => 'put `||` before the output columns', zh: () => '请在输出列之前写 `||`' },
  }),
  'unknown-annotation-column': define<{ column: string }>({
    severity: 'error',
    message: { en: ({ column }) => `\`${column}\` is not an annotation column`, zh: ({ column }) => `\`${column}\` 不是附注列` },
    remedy: { en: () => 'after the outputs stand `in force`, `cites`, `basis` or `note`', zh: () => '输出列之后只能是 `in force`、`cites`、`basis`、`note`' },
  }),
  'otherwise-not-alone': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'a row with `otherwise` tests nothing else, but this cell does', zh: () => '`otherwise` 行不应有其他条件，而此单元格有' },
    remedy: { en: () => 'write `-` here', zh: () => '此处请写 `-`' },
  }),
  'row-id-invalid': define<{ id: string }>({
    severity: 'error',
    message: { en: ({ id }) => `\`${id}\` cannot be a row's id`, zh: ({ id }) => `\`${id}\` 不能用作行编号` },
    remedy: { en: () => 'use one name, a letter first: `F1`', zh: () => '请使用以字母或汉字开头的单个名称，如 `F1`' },
  }),
  'output-cell-any': define<{ column: string }>({
    severity: 'error',
    message: { en: ({ column }) => `the output \`${column}\` is \`-\`, which is no value`, zh: ({ column }) => `输出列 \`${column}\` 为 \`-\`，不是一个值` },
    remedy: { en: () => 'give the value that this row decides', zh: () => '请写出此行决定的值' },
  }),
};

/** What each kind of declaration without a body leaves open. */
const verdicts = {
  decision: { en: 'how it is decided', zh: '给出决策逻辑' },
  function: { en: 'how it is computed', zh: '给出计算方法' },
  parameter: { en: 'which values it has', zh: '给出取值' },
};

const cellRemedies = {
  test: { en: 'write `-` if any value will do (a missing fact too), `missing` if the fact must be absent', zh: '任意值（含事实缺失）请写 `-`，要求事实缺失请写 `missing`' },
  output: { en: 'give the value that this row decides', zh: '请写出此行决定的值' },
  annotation: { en: 'write `-` where there is nothing to say', zh: '无内容请写 `-`' },
  heading: { en: 'write what the column tests, such as `loan.overdue_days`, or remove the column', zh: '请写明此列检验的内容，如 `loan.overdue_days`，或删除此列' },
};

/** Words that statements and clauses begin with, as a list; `in` is never said without `force`. */
function quoted(words: readonly string[], separator: string): string {
  return words.map((word) => `\`${word === 'in' ? 'in force' : word}\``).join(separator);
}
