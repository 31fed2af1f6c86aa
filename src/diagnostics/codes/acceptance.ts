import { define, didYouMean } from '../define.ts';

/** Problems with comments that accept a finding: `# plumbline: accept CODE because REASON`. */
export const acceptance = {
  'acceptance-malformed': define<{ written: string }>({
    severity: 'error',
    message: {
      en: ({ written }) => `\`${written}\` is meant for Plumbline, but it accepts nothing`,
      zh: ({ written }) => `\`${written}\` 以 \`plumbline:\` 开头，但没有接受任何发现`,
    },
    remedy: {
      en: () => 'write `# plumbline: accept CODE because REASON`, or begin the comment otherwise',
      zh: () => '请写成 `# plumbline: accept 代码 because 理由`，或不要以 `plumbline:` 开头',
    },
  }),
  'acceptance-without-reason': define<{ code: string }>({
    severity: 'error',
    message: { en: ({ code }) => `\`${code}\` is accepted without a reason`, zh: ({ code }) => `接受 \`${code}\` 时没有写明理由` },
    remedy: {
      en: ({ code }) => `say who decided it and why: \`accept ${code} because the credit committee …\``,
      zh: ({ code }) => `请写明由谁决定、为何接受：\`accept ${code} because 信贷委员会……\``,
    },
  }),
  'acceptance-code-unknown': define<{ code: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ code, suggestion }) => `there is no diagnostic \`${code}\`${didYouMean.en(suggestion)}`,
      zh: ({ code, suggestion }) => `没有代码为 \`${code}\` 的诊断${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'write the code that stands in brackets in the message you want to accept',
      zh: () => '请写要接受的消息中方括号内的代码',
    },
  }),
  'acceptance-not-possible': define<{ code: string }>({
    severity: 'error',
    message: { en: ({ code }) => `\`${code}\` cannot be accepted`, zh: ({ code }) => `\`${code}\` 不能被接受` },
    remedy: {
      en: () => 'mend what it reports: a policy that cannot be read or is wrongly typed decides nothing',
      zh: () => '请改正其所报告的问题：无法读取或类型有误的政策不能作出任何决策',
    },
  }),
  'acceptance-unused': define<{ code: string }>({
    severity: 'warning',
    message: { en: ({ code }) => `\`${code}\` is accepted, but is not found here`, zh: ({ code }) => `已声明接受 \`${code}\`，但此处并未发现该问题` },
    remedy: {
      en: () => 'remove the comment, or put it above what it is about: it covers the next line and all that is indented below it',
      zh: () => '请删除此注释，或把它移到所指内容的上方：它适用于下一行及其下缩进的全部内容',
    },
  }),
};
