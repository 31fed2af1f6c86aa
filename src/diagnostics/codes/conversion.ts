import { define, type Phrase } from '../define.ts';

/** Problems of a policy that has no place in the form it is converted to. */
export const conversion = {
  'rules-cannot-say': define<{ what: string; why: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ what, why }) => `rule JSON cannot say \`${what}\`: ${why.en}`, zh: ({ what, why }) => `规则 JSON 无法表达 \`${what}\`：${why.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'rules-number-inexact': define<{ row: string; value: string; nearest: string }>({
    severity: 'error',
    message: {
      en: ({ row, value, nearest }) => `row \`${row}\` has the number ${value}, which in double precision becomes ${nearest}`,
      zh: ({ row, value, nearest }) => `行 \`${row}\` 中的数字 ${value} 以双精度表示会变成 ${nearest}`,
    },
    remedy: {
      en: () => 'rule JSON computes in double precision: use a number of at most 15 digits, or evaluate the policy itself',
      zh: () => '规则 JSON 以双精度计算：请使用不超过 15 位的数字，或直接用政策判定',
    },
  }),
  'rules-not-formatted': define<{ path: string }>({
    severity: 'error',
    message: { en: ({ path }) => `\`${path}\` is rule JSON, which has no standard form of Plumbline's`, zh: ({ path }) => `\`${path}\` 是规则 JSON，没有 Plumbline 的标准格式` },
    remedy: {
      en: ({ path }) => `leave it out, or write it anew: \`plumbline convert ${path} --to json-rules\``,
      zh: ({ path }) => `请不要格式化此文件，或重新生成：\`plumbline convert ${path} --to json-rules\``,
    },
  }),
};
