import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems of reading DMN files. */
export const dmn = {
  'xml-malformed': define<{ problem: Phrase }>({
    severity: 'error',
    message: { en: ({ problem }) => `XML cannot be read here: ${problem.en}`, zh: ({ problem }) => `此处的 XML 无法读取：${problem.zh}` },
    remedy: { en: () => 'correct it, or export the model again from the tool that wrote it', zh: () => '请更正，或用原来的建模工具重新导出模型' },
  }),
  'xml-doctype': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'a DOCTYPE is refused: it can make a small file huge or read other files', zh: () => '拒绝读取 DOCTYPE：它可使小文件膨胀到极大，或读取其他文件' },
    remedy: { en: () => 'remove it with the entities that it declares; DMN needs none', zh: () => '请连同其声明的实体一并删除，DMN 不需要它' },
  }),
  'xml-too-deep': define<{ limit: number }>({
    severity: 'error',
    message: { en: ({ limit }) => `elements are nested more than ${limit} deep`, zh: ({ limit }) => `元素嵌套超过 ${limit} 层` },
    remedy: { en: () => 'divide the expression into decisions of their own', zh: () => '请把该表达式拆分为若干独立的决策' },
  }),
  'dmn-version-unknown': define<{ element: string; namespace: string }>({
    severity: 'error',
    message: {
      en: ({ element, namespace }) => `this is no DMN model of version 1.1 to 1.5: it begins with \`${element}\` of ${namespace === '' ? 'no namespace' : `\`${namespace}\``}`,
      zh: ({ element, namespace }) => `这不是 DMN 1.1 至 1.5 的模型：根元素是 \`${element}\`，${namespace === '' ? '没有命名空间' : `命名空间是 \`${namespace}\``}`,
    },
    remedy: {
      en: () => 'export it as DMN 1.5: `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">`',
      zh: () => '请导出为 DMN 1.5：`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">`',
    },
  }),
  'dmn-element-unknown': define<{ element: string; parent: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ element, parent, suggestion }) => `DMN has no \`${element}\` in \`${parent}\`${didYouMean.en(suggestion)}`,
      zh: ({ element, parent, suggestion }) => `DMN 的 \`${parent}\` 中没有 \`${element}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'correct its name; what a tool adds of its own belongs in `extensionElements`, in a namespace of its own',
      zh: () => '请更正名称；工具自行添加的内容应放在 `extensionElements` 中，并使用自己的命名空间',
    },
  }),
  'dmn-element-missing': define<{ parent: string; element: string }>({
    severity: 'error',
    message: { en: ({ parent, element }) => `\`${parent}\` lacks its \`${element}\``, zh: ({ parent, element }) => `\`${parent}\` 缺少 \`${element}\`` },
    remedy: { en: ({ element }) => `add \`<${element}>\``, zh: ({ element }) => `请补上 \`<${element}>\`` },
  }),
  'dmn-attribute-missing': define<{ element: string; attribute: string }>({
    severity: 'error',
    message: { en: ({ element, attribute }) => `\`${element}\` has no \`${attribute}\``, zh: ({ element, attribute }) => `\`${element}\` 没有 \`${attribute}\`` },
    remedy: { en: ({ element, attribute }) => `write \`<${element} ${attribute}="…">\``, zh: ({ element, attribute }) => `请写成 \`<${element} ${attribute}="…">\`` },
  }),
  'dmn-word-unknown': define<{ attribute: string; word: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ attribute, word, suggestion }) => `\`${attribute}\` cannot be \`${word}\`${didYouMean.en(suggestion)}`,
      zh: ({ attribute, word, suggestion }) => `\`${attribute}\` 不能是 \`${word}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ expected }) => `it is one of ${expected.map((each) => `\`${each}\``).join(', ')}`,
      zh: ({ expected }) => `可用的值：${expected.map((each) => `\`${each}\``).join('、')}`,
    },
  }),
  'dmn-language-unsupported': define<{ language: string }>({
    severity: 'error',
    message: { en: ({ language }) => `this expression is not FEEL but \`${language}\`, so it is not read`, zh: ({ language }) => `此表达式使用 \`${language}\` 而不是 FEEL，因此不读取` },
    remedy: { en: () => 'write it in FEEL, and take out `expressionLanguage`', zh: () => '请改用 FEEL 书写，并删除 `expressionLanguage`' },
  }),
  'dmn-values-elsewhere': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this expression stands in another document, which is not read', zh: () => '此表达式写在另一个文档中，该文档不会被读取' },
    remedy: { en: () => 'write the expression here, in `text`', zh: () => '请把表达式直接写在此处的 `text` 中' },
  }),
  'dmn-type-prefix-unknown': define<{ type: string; prefix: string }>({
    severity: 'error',
    message: {
      en: ({ type, prefix }) => `\`${prefix}\` in the type \`${type}\` is neither FEEL, nor this model, nor one that it imports`,
      zh: ({ type, prefix }) => `类型 \`${type}\` 中的 \`${prefix}\` 既不是 FEEL，也不是本模型或其导入的模型`,
    },
    remedy: {
      en: () => 'declare the prefix (`xmlns:…`) with the namespace that is meant, and import that model',
      zh: () => '请用 `xmlns:…` 将该前缀声明为所指的命名空间，并导入该模型',
    },
  }),
  'dmn-row-width': define<{ found: { inputs: number; outputs: number }; expected: { inputs: number; outputs: number } }>({
    severity: 'error',
    message: {
      en: ({ found, expected }) => `this rule has ${inWords(found)}, and the table ${inWords(expected)}`,
      zh: ({ found, expected }) => `此规则有 ${found.inputs} 个输入单元格和 ${found.outputs} 个输出单元格，而决策表有 ${expected.inputs} 个输入列和 ${expected.outputs} 个输出列`,
    },
    remedy: {
      en: () => 'give the rule one `inputEntry` for each `input` and one `outputEntry` for each `output`',
      zh: () => '请为每个 `input` 写一个 `inputEntry`，为每个 `output` 写一个 `outputEntry`',
    },
  }),
};

function inWords({ inputs, outputs }: { inputs: number; outputs: number }): string {
  return `${inputs} input${inputs === 1 ? '' : 's'} and ${outputs} output${outputs === 1 ? '' : 's'}`;
}
