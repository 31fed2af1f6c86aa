import type { Operator } from '../../analyze/mutate/variants/variant.ts';
import type { Phrase } from '../../diagnostics/define.ts';

/** What people call the slips. */
export const slipNames: Readonly<Record<Operator, Phrase>> = {
  'edge moved': { en: 'edge moved', zh: '边界偏移' },
  'edge opened or closed': { en: 'edge opened or closed', zh: '端点开闭互换' },
  'comparison changed': { en: 'comparison changed', zh: '比较符号改变' },
  'output changed': { en: 'output changed', zh: '输出改变' },
  'constant changed': { en: 'constant changed', zh: '常量改变' },
  'arithmetic changed': { en: 'arithmetic changed', zh: '运算符改变' },
  'and, or exchanged': { en: '`and` and `or` exchanged', zh: '`and` 与 `or` 互换' },
  'condition dropped': { en: 'condition dropped', zh: '遗漏条件' },
  'negation dropped': { en: 'negation dropped', zh: '遗漏否定' },
  'branches exchanged': { en: 'branches exchanged', zh: '分支互换' },
  'function exchanged': { en: 'function exchanged', zh: '函数互换' },
  'argument dropped': { en: 'argument dropped', zh: '遗漏参数' },
  'entry dropped': { en: 'entry dropped', zh: '遗漏项' },
  'row dropped': { en: 'row dropped', zh: '遗漏行' },
  'cell dropped': { en: 'cell left open', zh: '单元格不设条件' },
  'alternative dropped': { en: 'alternative dropped', zh: '遗漏备选值' },
  'rows exchanged': { en: 'rows exchanged', zh: '行互换' },
  'hit policy changed': { en: 'hit policy changed', zh: '命中策略改变' },
  'rounding changed': { en: 'rounding changed', zh: '舍入改变' },
  'period moved': { en: 'period moved', zh: '生效期偏移' },
  'exception dropped': { en: 'exception dropped', zh: '遗漏例外' },
  'exception aimed elsewhere': { en: 'exception aimed elsewhere', zh: '例外指向他处' },
  'event dropped': { en: 'event dropped', zh: '遗漏事件' },
};
