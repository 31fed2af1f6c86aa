/** What a reader of an error calls the things that the grammar expects. */
const inWords: ReadonlyMap<string, { readonly en: string; readonly zh: string }> = new Map([
  ['Name', { en: 'a name', zh: '名称' }],
  ['QuotedName', { en: 'a name in backquotes', zh: '反引号名称' }],
  ['Number', { en: 'a number', zh: '数字' }],
  ['String', { en: 'a text in quotes', zh: '引号内的文字' }],
  ['Date', { en: 'a date such as 2024-01-31', zh: '日期（如 2024-01-31）' }],
  ['arithmetic operator', { en: 'an arithmetic operator', zh: '算术运算符' }],
  ['comparison operator', { en: 'a comparison', zh: '比较运算符' }],
  ['expression', { en: 'an expression', zh: '表达式' }],
  ['Type', { en: 'a type such as `text`, `days` or `money CNY`', zh: '类型（如 `text`、`days`、`money CNY`）' }],
  ['EOF', { en: 'the end of the clause', zh: '子句结尾' }],
]);

/** Names of token kinds as a list in words; a keyword stands in backquotes. */
export function expectedInWords(kinds: readonly string[], language: 'en' | 'zh'): string {
  return kinds.map((kind) => inWords.get(kind)?.[language] ?? `\`${kind}\``).join(language === 'en' ? ', ' : '、');
}
