import { define, didYouMean, type Phrase } from '../define.ts';

/** Problems with `plumbline.yaml`. */
export const settings = {
  'settings-malformed': define<{ problem: string }>({
    severity: 'error',
    message: { en: ({ problem }) => `the settings cannot be read as YAML: ${problem}`, zh: ({ problem }) => `无法按 YAML 读取设置文件：${problem}` },
    remedy: {
      en: () => 'write keys with their values below each other, such as `severity:` and below it `  table-gap: warning`',
      zh: () => '请逐行书写键和值，例如 `severity:`，其下一行缩进写 `  table-gap: warning`',
    },
  }),
  'settings-key-unknown': define<{ key: string; expected: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ key, suggestion }) => `there is no setting \`${key}\`${didYouMean.en(suggestion)}`,
      zh: ({ key, suggestion }) => `没有名为 \`${key}\` 的设置${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ expected }) => `use one of ${expected.map((key) => `\`${key}\``).join(', ')}, or remove it`,
      zh: ({ expected }) => `请使用 ${expected.map((key) => `\`${key}\``).join('、')} 之一，或删除它`,
    },
  }),
  'settings-value-invalid': define<{ key: string; expected: Phrase }>({
    severity: 'error',
    message: { en: ({ key, expected }) => `\`${key}\` takes ${expected.en}`, zh: ({ key, expected }) => `\`${key}\` 的值应为${expected.zh}` },
    remedy: { en: ({ expected }) => `write ${expected.en}`, zh: ({ expected }) => `请写${expected.zh}` },
  }),
  'settings-code-unknown': define<{ code: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ code, suggestion }) => `there is no diagnostic \`${code}\`${didYouMean.en(suggestion)}`,
      zh: ({ code, suggestion }) => `没有代码为 \`${code}\` 的诊断${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'write the code that stands in brackets in the message, as in `table-gap: warning`',
      zh: () => '请写消息中方括号内的代码，例如 `table-gap: warning`',
    },
  }),
  'settings-severity-fixed': define<{ code: string }>({
    severity: 'error',
    message: { en: ({ code }) => `\`${code}\` is always an error`, zh: ({ code }) => `\`${code}\` 始终是错误` },
    remedy: {
      en: () => 'remove the line: only what analyses find, and warnings, can have another severity',
      zh: () => '请删除此行：只有分析所发现的问题和警告可以改变严重程度',
    },
  }),
  'settings-several': define<{ first: string; second: string }>({
    severity: 'error',
    message: {
      en: ({ first, second }) => `the paths given have different settings: \`${first}\` and \`${second}\``,
      zh: ({ first, second }) => `所给路径的设置文件不同：\`${first}\` 和 \`${second}\``,
    },
    remedy: {
      en: () => 'check them one by one, or name the settings to use: `--config FILE`',
      zh: () => '请分别检查，或用 `--config 文件` 指定要使用的设置',
    },
  }),
};
