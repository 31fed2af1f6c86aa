import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems of the YAML spelling that the text spelling cannot have. */
export const yaml = {
  'yaml-syntax': define<{ problem: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ problem }) => `YAML cannot be read here: ${problem.en}`, zh: ({ problem }) => `此处的 YAML 无法读取：${problem.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'yaml-unquoted': define<{ written: string; quoted: string; readAs: Phrase | undefined }>({
    severity: 'error',
    message: {
      en: ({ written, readAs }) => `\`${written}\` is not in quotes${readAs === undefined ? '' : `, and YAML takes it for ${readAs.en}`}`,
      zh: ({ written, readAs }) => `\`${written}\` 没有加引号${readAs === undefined ? '' : `，YAML 会把它当作${readAs.zh}`}`,
    },
    remedy: { en: ({ quoted }) => `write \`${quoted}\``, zh: ({ quoted }) => `请写成 \`${quoted}\`` },
  }),
  'yaml-comma-cuts': define<{ rest: string; key: string; quoted: string }>({
    severity: 'error',
    message: {
      en: ({ rest, key }) => `the comma ends the value of \`${key}\`, so that \`${rest}\` stands alone without a value`,
      zh: ({ rest, key }) => `逗号使 \`${key}\` 的值到此结束，\`${rest}\` 成了没有值的单独一项`,
    },
    remedy: { en: ({ key, quoted }) => `write \`${key}: ${quoted}\``, zh: ({ key, quoted }) => `请写成 \`${key}: ${quoted}\`` },
  }),
  'yaml-tag': define<{ tag: string; quoted: string }>({
    severity: 'error',
    message: {
      en: ({ tag }) => `without quotes YAML takes \`${tag}\` for a tag, and a policy has none`,
      zh: ({ tag }) => `没有引号时 YAML 会把 \`${tag}\` 当作标签，而政策中不使用标签`,
    },
    remedy: { en: ({ quoted }) => `write \`${quoted}\``, zh: ({ quoted }) => `请写成 \`${quoted}\`` },
  }),
  'yaml-anchor': define<{ written: string; quoted: string }>({
    severity: 'error',
    message: {
      en: ({ written }) => `\`${written}\` is a YAML anchor or alias: what it stands for would be written elsewhere`,
      zh: ({ written }) => `\`${written}\` 是 YAML 的锚点或引用，其内容写在别处`,
    },
    remedy: {
      en: ({ quoted }) => `write the value itself; if the character belongs to the text, write \`${quoted}\``,
      zh: ({ quoted }) => `请直接写出内容；如果该字符是文字的一部分，请写成 \`${quoted}\``,
    },
  }),
  'yaml-duplicate-key': define<{ key: string }>({
    severity: 'error',
    message: { en: ({ key }) => `\`${key}\` stands twice in this mapping`, zh: ({ key }) => `\`${key}\` 在同一映射中出现了两次` },
    remedy: { en: () => 'keep one of them, or give the other another name', zh: () => '请只保留一个，或将另一个改名' },
  }),
  'yaml-several-documents': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'a second YAML document begins here, and a file holds one policy', zh: () => '此处开始了第二个 YAML 文档，而一个文件只能有一个政策' },
    remedy: { en: () => 'remove the `---`, or move what follows to a file of its own', zh: () => '请删除 `---`，或将其后的内容移到单独的文件' },
  }),
  'yaml-too-deep': define<{ limit: number }>({
    severity: 'error',
    message: { en: ({ limit }) => `lists and mappings are nested more than ${limit} deep`, zh: ({ limit }) => `列表和映射的嵌套超过 ${limit} 层` },
    remedy: { en: () => 'no policy needs that: look for a bracket too many', zh: () => '政策不需要这样的嵌套，请检查是否多写了括号' },
  }),
  'yaml-folded': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'YAML joins the lines of this text into one, and a comment in it would swallow the rest', zh: () => 'YAML 会把这段文字的各行并成一行，其中的注释会吞掉后面的内容' },
    remedy: {
      en: () => 'write it on one line, or as a literal block: `|`, and the text indented below',
      zh: () => '请写在一行内，或用字面块：先写 `|`，文字在下方缩进',
    },
  }),
  'yaml-wrong-kind': define<{ place: Phrase; expected: Phrase; found: Phrase }>({
    severity: 'error',
    message: {
      en: ({ place, expected, found }) => `${place.en} must be ${expected.en}, and is ${found.en}`,
      zh: ({ place, expected, found }) => `${place.zh} 应为${expected.zh}，而这里是${found.zh}`,
    },
    remedy: { en: ({ expected }) => `write ${expected.en}; docs/language.md shows one`, zh: ({ expected }) => `请写${expected.zh}，示例见 docs/language.md` },
  }),
  'yaml-key-missing': define<{ owner: Phrase; keys: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ owner, keys }) => `${owner.en} lacks ${inWords(keys, 'or')}`,
      zh: ({ owner, keys }) => `${owner.zh} 缺少 ${inWords(keys, '或')}`,
    },
    remedy: { en: ({ keys }) => `add \`${keys[0]}: …\``, zh: ({ keys }) => `请补上 \`${keys[0]}: …\`` },
  }),
  'yaml-key-unknown': define<{ key: string; owner: Phrase; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ key, owner, suggestion }) => `${owner.en} has no \`${key}\`${didYouMean.en(suggestion)}`,
      zh: ({ key, owner, suggestion }) => `${owner.zh} 中没有 \`${key}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: { en: ({ expected }) => `its keys are ${inWords(expected, 'and')}`, zh: ({ expected }) => `可用的键：${expected.map((each) => `\`${each}\``).join('、')}` },
  }),
  'yaml-word-unknown': define<{ key: string; word: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ key, word, suggestion }) => `\`${key}\` cannot be \`${word}\`${didYouMean.en(suggestion)}`,
      zh: ({ key, word, suggestion }) => `\`${key}\` 不能是 \`${word}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: { en: ({ expected }) => `it is one of ${inWords(expected, 'and')}`, zh: ({ expected }) => `可用的值：${expected.map((each) => `\`${each}\``).join('、')}` },
  }),
  'yaml-statement-unclear': define<{ found: readonly string[]; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ found, suggestion }) => (found.length === 0 ? `nothing says what kind of statement this is${didYouMean.en(suggestion)}` : `this is ${inWords(found, 'and')} at once`),
      zh: ({ found, suggestion }) => (found.length === 0 ? `无法看出这是哪种语句${didYouMean.zh(suggestion)}` : `此语句同时是 ${inWords(found, '和')}`),
    },
    remedy: {
      en: ({ found, expected }) => (found.length === 0 ? `begin it with ${inWords(expected, 'or')}` : 'begin each statement with `- ` of its own'),
      zh: ({ found, expected }) => (found.length === 0 ? `请以下列键之一开头：${expected.map((each) => `\`${each}\``).join('、')}` : '每条语句都要以单独的 `- ` 开头'),
    },
  }),
  'yaml-cell-missing': define<{ row: string; column: string }>({
    severity: 'error',
    message: { en: ({ row, column }) => `row \`${row}\` says nothing of \`${column}\``, zh: ({ row, column }) => `行 \`${row}\` 没有写 \`${column}\`` },
    remedy: { en: ({ column }) => `add \`${column}: …\`; for an input, "-" is anything`, zh: ({ column }) => `请补上 \`${column}: …\`；输入列可写 "-" 表示任意值` },
  }),
  'yaml-column-unknown': define<{ key: string; columns: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ key, suggestion }) => `the table has no column \`${key}\`${didYouMean.en(suggestion)}`,
      zh: ({ key, suggestion }) => `此表没有 \`${key}\` 列${didYouMean.zh(suggestion)}`,
    },
    remedy: { en: ({ columns }) => `its columns are ${inWords(columns, 'and')}`, zh: ({ columns }) => `此表的列有：${columns.map((each) => `\`${each}\``).join('、')}` },
  }),
  'yaml-column-unclear': define<{ column: string }>({
    severity: 'error',
    message: {
      en: ({ column }) => `\`${column}\` could mean two things in this table's rows`,
      zh: ({ column }) => `在此表的行中，\`${column}\` 可能有两种含义`,
    },
    remedy: {
      en: () => 'write the cells under `when:` and the outputs under `then:`, by name or as lists in order: `{ id: R1, when: ["-"], then: ["1"] }`',
      zh: () => '请把输入写在 `when:` 下、输出写在 `then:` 下，按名称或按顺序列出：`{ id: R1, when: ["-"], then: ["1"] }`',
    },
  }),
};

/** `` `a`, `b` or `c` ``. */
function inWords(words: readonly string[], last: string): string {
  const quoted = words.map((word) => `\`${word}\``);
  const gap = /^[a-z]/.test(last) ? ' ' : '';
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(gap === '' ? '、' : ', ')}${gap}${last}${gap}${quoted.at(-1)}`;
}
