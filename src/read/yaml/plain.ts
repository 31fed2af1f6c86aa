import type { Phrase } from '../../diagnostics/define.ts';

const number = /^[-+]?(?:\.?\d[\d_,]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|0[xob][\da-fA-F_]+|\.inf|\.nan|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/i;
const truth = /^(?:true|false|yes|no|on|off|y|n)$/i;
const nothing = /^(?:null|~)?$/i;
const date = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/;

const indicators: ReadonlyMap<string, Phrase> = new Map([
  ['>', { en: 'the head of a block of text', zh: '文字块的开头' }],
  ['|', { en: 'the head of a block of text', zh: '文字块的开头' }],
  ['-', { en: 'an item of a list', zh: '列表项' }],
  ['[', { en: 'a list', zh: '列表' }],
  ['{', { en: 'a mapping', zh: '映射' }],
  ['?', { en: 'a key', zh: '键' }],
  ['*', { en: 'an alias', zh: '引用' }],
  ['&', { en: 'an anchor', zh: '锚点' }],
  ['!', { en: 'a tag', zh: '标签' }],
  ['%', { en: 'a directive', zh: '指令' }],
  ['@', { en: 'a reserved character', zh: '保留字符' }],
  ['`', { en: 'a reserved character', zh: '保留字符' }],
]);

/**
 * What YAML, of version 1.2 or 1.1, takes a text without quotes for, where that is no text. Version 1.1 counts because
 * other tools that read the same file go by it: to them `no` is false and `012` is ten.
 */
export function takenFor(text: string): Phrase | undefined {
  if (nothing.test(text)) return { en: 'nothing', zh: '空值' };
  if (truth.test(text)) return { en: 'true or false', zh: '真假值' };
  if (number.test(text)) return { en: 'a number', zh: '数字' };
  if (date.test(text)) return { en: 'a date', zh: '日期' };
  return undefined;
}

/** The same for a text that YAML cannot take as it is, judged by what it begins with. */
export function beginsAs(text: string): Phrase | undefined {
  return takenFor(text) ?? indicators.get(text.charAt(0));
}
