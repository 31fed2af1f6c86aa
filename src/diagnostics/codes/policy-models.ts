import { define, type Phrase } from '../define.ts';

/** Problems of policies that become DMN models, and of such models when they come back. */
export const policyModels = {
  'dmn-cannot-say': define<{ what: string; why: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ what, why }) => `DMN cannot say \`${what}\`: ${why.en}`, zh: ({ what, why }) => `DMN 无法表达 \`${what}\`：${why.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
  'model-not-formatted': define<{ path: string }>({
    severity: 'error',
    message: { en: ({ path }) => `\`${path}\` is a DMN model, which has no standard form of Plumbline's`, zh: ({ path }) => `\`${path}\` 是 DMN 模型，没有 Plumbline 的标准格式` },
    remedy: { en: () => 'leave it out, or write it anew: `plumbline convert FILE --to dmn`', zh: () => '请不要格式化此文件，或重新生成：`plumbline convert FILE --to dmn`' },
  }),
  'dmn-carries-no-policy': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this DMN model carries no policy', zh: () => '此 DMN 模型不含政策' },
    remedy: {
      en: () => 'only a model that `plumbline convert --to dmn` wrote is read as a policy; `plumbline model` checks and evaluates any other',
      zh: () => '只有 `plumbline convert --to dmn` 生成的模型才能作为政策读取；其他模型请用 `plumbline model` 检查和评估',
    },
  }),
  'dmn-element-changed': define<{ element: string; change: 'changed' | 'added' | 'removed' }>({
    severity: 'error',
    message: {
      en: ({ element, change }) => `\`${element}\` has been ${change} in the model, and the policy that the model carries says otherwise`,
      zh: ({ element, change }) => `\`${element}\` 在模型中已被${{ changed: '修改', added: '新增', removed: '删除' }[change]}，与模型所含的政策不一致`,
    },
    remedy: {
      en: () => 'change the policy itself and convert it again; only rows of decision tables and plain expressions are taken over from a model',
      zh: () => '请修改政策本身后重新转换；从模型中只接收决策表各行和单纯表达式的改动',
    },
  }),
  'dmn-rows-changed': define<{ name: string }>({
    severity: 'warning',
    message: { en: ({ name }) => `rows of \`${name}\` are taken from the model, where they have been changed`, zh: ({ name }) => `\`${name}\` 的若干行已在模型中修改，现按模型读取` },
    remedy: {
      en: () => 'write the policy down with `plumbline convert --to policy`, and review what changed; comments at those rows are gone',
      zh: () => '请用 `plumbline convert --to policy` 写出政策并审阅改动；这些行的注释已丢失',
    },
  }),
  'dmn-expression-changed': define<{ name: string }>({
    severity: 'warning',
    message: { en: ({ name }) => `the expression of \`${name}\` is taken from the model, where it has been changed`, zh: ({ name }) => `\`${name}\` 的表达式已在模型中修改，现按模型读取` },
    remedy: {
      en: () => 'write the policy down with `plumbline convert --to policy`, and review what changed; a `round` clause stands in the expression now',
      zh: () => '请用 `plumbline convert --to policy` 写出政策并审阅改动；`round` 子句现写在表达式中',
    },
  }),
  'dmn-rule-without-id': define<Record<never, never>>({
    severity: 'error',
    message: { en: () => 'this rule has no id of its own', zh: () => '此规则没有自己的编号' },
    remedy: { en: () => 'give it one in the annotation column `id`: answers and diffs name a row by it', zh: () => '请在注释列 `id` 中填写编号：判定结果和差异对比都以它指称该行' },
  }),
  'dmn-period-unreadable': define<{ text: string }>({
    severity: 'error',
    message: { en: ({ text }) => `\`${text}\` is no period`, zh: ({ text }) => `\`${text}\` 不是一段期间` },
    remedy: {
      en: () => 'write `[date("2024-01-01")..date("2024-12-31")]`, `>= date("2024-01-01")`, `<= date("2024-12-31")` or `-`',
      zh: () => '请写成 `[date("2024-01-01")..date("2024-12-31")]`、`>= date("2024-01-01")`、`<= date("2024-12-31")` 或 `-`',
    },
  }),
};
