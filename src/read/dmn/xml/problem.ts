import type { Phrase } from '../../../diagnostics/define.ts';

/** What the XML parser says, in the reader's language; what is rare stays in the parser's own words. */
export function phraseOf(message: string): Phrase {
  const said = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  for (const [pattern, phrase] of phrases) {
    const match = pattern.exec(said);
    if (match !== null) return phrase(match[1] ?? '');
  }
  return { en: said, zh: `解析器的原文是“${said}”` };
}

const phrases: readonly (readonly [RegExp, (name: string) => Phrase])[] = [
  [/^unclosed tag: (.*)/, (name) => ({ en: `\`<${name}>\` is never closed`, zh: `\`<${name}>\` 没有结束标记` })],
  [/^unmatched closing tag: (.*)/, (name) => ({ en: `\`</${name}>\` closes nothing`, zh: `\`</${name}>\` 没有对应的开始标记` })],
  [/^unexpected close tag/, () => ({ en: 'this closes another element than the last one opened', zh: '此结束标记与最后打开的元素不符' })],
  [/^undefined entity/, () => ({ en: 'this entity is declared nowhere', zh: '此实体没有声明' })],
  [/^duplicate attribute: (.*)/, (name) => ({ en: `the attribute \`${name}\` stands twice`, zh: `属性 \`${name}\` 出现了两次` })],
  [/^unbound namespace prefix: "(.*)"/, (name) => ({ en: `the prefix \`${name}\` is declared nowhere`, zh: `前缀 \`${name}\` 没有声明` })],
  [/^(?:attribute without value|unquoted attribute value|value must be quoted)/, () => ({ en: 'an attribute needs a value in quotes', zh: '属性需要带引号的值' })],
  [/^document must contain a root element/, () => ({ en: 'there is no element at all', zh: '文件中没有任何元素' })],
  [/^documents may contain only one root/, () => ({ en: 'a second root element begins here', zh: '此处开始了第二个根元素' })],
  [/^text data outside of root node/, () => ({ en: 'text stands outside the root element', zh: '根元素之外有文字' })],
  [/^unexpected end/, () => ({ en: 'the file ends too early', zh: '文件过早结束' })],
  [/^disallowed character/, () => ({ en: 'this character cannot stand here', zh: '此处不能有这个字符' })],
];
