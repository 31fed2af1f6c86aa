import { testOf, type ConditionJson, type FactColumn } from '../../read/json-rules/document.ts';
import type { CellPlace, ConstantTest, Plain } from './constant-tests.ts';
import type { Refuse } from './refusal.ts';

/** Texts and dates that a cell lists, or all others. */
interface Listed {
  readonly values: readonly Plain[];
  readonly others: boolean;
}

/** The conditions of a text's or date's cell: of these the engine only knows whether they are equal. Undefined where that is not enough; that is refused. */
export function listedConditions(column: FactColumn, test: ConstantTest, { row, span }: CellPlace, refuse: Refuse): readonly ConditionJson[] | undefined {
  const found = listing(test);
  if (found === 'missing') return refuse(span, row, { en: `no operator of json-rules-engine says that a ${column.kind} is missing`, zh: `json-rules-engine 没有运算符能表示${column.kind === 'date' ? '日期' : '文字'}缺失` });
  if (found === 'order') return refuse(span, row, { en: `json-rules-engine has no order of ${column.kind}s`, zh: `json-rules-engine 不能比较${column.kind === 'date' ? '日期' : '文字'}的先后` });
  if (found.others && column.optional === true) return refuse(span, row, { en: 'to json-rules-engine an absent fact differs from every value, and here it must not', zh: '对 json-rules-engine 而言，缺失的事实不等于任何值，而此处不允许如此' });
  const [only, another] = found.values;
  if (only !== undefined && another === undefined) return [testOf(column, found.others ? 'notEqual' : 'equal', only)];
  if (only === undefined && !found.others) return refuse(span, row, { en: 'no value fits the cell', zh: '没有任何值符合此单元格' });
  return [testOf(column, found.others ? 'notIn' : 'in', found.values)];
}

function listing(test: ConstantTest): Listed | 'missing' | 'order' {
  switch (test.kind) {
    case 'any':
      return { values: [], others: true };
    case 'missing':
      return 'missing';
    case 'between':
      return 'order';
    case 'compare':
      return test.operator === '=' || test.operator === '!=' ? { values: [test.value], others: test.operator === '!=' } : 'order';
    case 'not': {
      const inner = listing(test.test);
      return typeof inner === 'string' ? inner : { ...inner, others: !inner.others };
    }
    case 'one of':
      return test.tests.map(listing).reduce(either, { values: [], others: false });
  }
}

/** What one listing or the other accepts. */
function either(a: Listed | 'missing' | 'order', b: Listed | 'missing' | 'order'): Listed | 'missing' | 'order' {
  if (typeof a === 'string') return a;
  if (typeof b === 'string') return b;
  if (!a.others && !b.others) return { values: [...new Set([...a.values, ...b.values])], others: false };
  if (a.others && b.others) return { values: a.values.filter((value) => b.values.includes(value)), others: true };
  const [named, rest] = a.others ? [b, a] : [a, b];
  return { values: rest.values.filter((value) => !named.values.includes(value)), others: true };
}
