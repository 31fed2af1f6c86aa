import type { Phrase } from '../define.ts';
import { define, didYouMean } from '../define.ts';

/** Problems with what is asked of the service or the library, apart from the facts. */
export const service = {
  'request-not-json': define<{ mediaType: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ mediaType }) => (mediaType === undefined ? 'the body has no media type' : `the body is \`${mediaType}\`, and only JSON in UTF-8 is read`),
      zh: ({ mediaType }) => (mediaType === undefined ? '请求体没有媒体类型' : `请求体为 \`${mediaType}\`，只接受 UTF-8 编码的 JSON`),
    },
    remedy: {
      en: () => 'send JSON in UTF-8, not compressed, with `Content-Type: application/json`',
      zh: () => '请发送未压缩的 UTF-8 JSON，并设置 `Content-Type: application/json`',
    },
  }),
  'request-not-utf8': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the body is not valid UTF-8',
      zh: () => '请求体不是有效的 UTF-8',
    },
    remedy: {
      en: () => 'convert the text to UTF-8 before sending it; a system on Chinese Windows may be sending GB 18030',
      zh: () => '请先转换为 UTF-8 再发送；中文 Windows 系统可能发送了 GB 18030 编码',
    },
  }),
  'request-too-large': define<{ limit: number }>({
    severity: 'error',
    message: {
      en: ({ limit }) => `the body is larger than the limit of ${limit} bytes`,
      zh: ({ limit }) => `请求体超过上限 ${limit} 字节`,
    },
    remedy: {
      en: () => 'send one case in each request; evaluate a whole loan book with `plumbline eval`',
      zh: () => '每次请求只发送一笔业务；批量数据请使用 `plumbline eval`',
    },
  }),
  'request-malformed': define<{ count: number }>({
    severity: 'error',
    message: {
      en: ({ count }) => `the request has ${count === 1 ? 'a problem' : `${count} problems`}`,
      zh: ({ count }) => `请求有 ${count} 处问题`,
    },
    remedy: {
      en: () => 'mend each of the problems listed; `/openapi.json` describes the request',
      zh: () => '请逐项更正所列问题；请求格式见 `/openapi.json`',
    },
  }),
  'request-not-an-object': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the body must be an object',
      zh: () => '请求体应为对象',
    },
    remedy: {
      en: () => 'send `{"facts": {…}, "as_of": "2024-01-31"}`',
      zh: () => '请发送 `{"facts": {…}, "as_of": "2024-01-31"}`',
    },
  }),
  'request-unknown-key': define<{ key: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ key, suggestion }) => `\`${key}\` is not part of a request${didYouMean.en(suggestion)}`,
      zh: ({ key, suggestion }) => `请求中不应有 \`${key}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: () => 'send only `facts`, `as_of`, `subject`, `decisions` and `explain`; facts go inside `facts`',
      zh: () => '只能发送 `facts`、`as_of`、`subject`、`decisions` 和 `explain`；事实应放在 `facts` 内',
    },
  }),
  'request-key-missing': define<{ key: string }>({
    severity: 'error',
    message: {
      en: ({ key }) => `the request lacks \`${key}\``,
      zh: ({ key }) => `请求缺少 \`${key}\``,
    },
    remedy: {
      en: ({ key }) =>
        key === 'as_of' ? 'say for which date to decide, such as `"as_of": "2024-01-31"`; the clock is never asked' : `add \`${key}\``,
      zh: ({ key }) => (key === 'as_of' ? '请指明判定日期，例如 `"as_of": "2024-01-31"`；系统不会使用当前时间' : `请补充 \`${key}\``),
    },
  }),
  'request-key-invalid': define<{ key: string; expected: Phrase }>({
    severity: 'error',
    message: {
      en: ({ key, expected }) => `\`${key}\` must be ${expected.en}`,
      zh: ({ key, expected }) => `\`${key}\` 应为${expected.zh}`,
    },
    remedy: {
      en: ({ expected }) => `send ${expected.en}`,
      zh: ({ expected }) => `请提供${expected.zh}`,
    },
  }),
  'facts-rejected': define<{ policy: string; count: number }>({
    severity: 'error',
    message: {
      en: ({ policy, count }) => `the facts do not fit the inputs of policy \`${policy}\`: ${count === 1 ? 'a problem' : `${count} problems`}`,
      zh: ({ policy, count }) => `事实不符合政策 \`${policy}\` 的输入定义：${count} 处问题`,
    },
    remedy: {
      en: () => 'mend each of the problems listed; nothing was decided',
      zh: () => '请逐项更正所列问题；本次未作任何判定',
    },
  }),
  'policy-not-found': define<{ name: string; known: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, suggestion }) => `there is no policy \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, suggestion }) => `没有政策 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ known }) => (known.length === 0 ? 'load the policy first' : `ask one of ${listed(known, ', ')}`),
      zh: ({ known }) => (known.length === 0 ? '请先加载政策' : `可用的政策：${listed(known, '、')}`),
    },
  }),
  'decision-not-found': define<{ name: string; policy: string; known: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ name, policy, suggestion }) => `policy \`${policy}\` has no decision or trigger \`${name}\`${didYouMean.en(suggestion)}`,
      zh: ({ name, policy, suggestion }) => `政策 \`${policy}\` 中没有决策或触发器 \`${name}\`${didYouMean.zh(suggestion)}`,
    },
    remedy: {
      en: ({ known }) => `ask for ${listed(known, ', ')}, or leave \`decisions\` out for all of them`,
      zh: ({ known }) => `可选：${listed(known, '、')}；不填写 \`decisions\` 则全部判定`,
    },
  }),
  'route-not-found': define<{ method: string; path: string }>({
    severity: 'error',
    message: {
      en: ({ method, path }) => `there is nothing at \`${method} ${path}\``,
      zh: ({ method, path }) => `\`${method} ${path}\` 不存在`,
    },
    remedy: {
      en: () => 'see `/openapi.json` for what can be asked, and with which method',
      zh: () => '可用的地址和方法见 `/openapi.json`',
    },
  }),
  'http-malformed': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'this is not a well-formed HTTP request',
      zh: () => '不是格式正确的 HTTP 请求',
    },
    remedy: {
      en: () => 'check the address, the headers and whether a proxy on the way changes them',
      zh: () => '请检查地址和请求头，以及中间代理是否改动了请求',
    },
  }),
  'not-ready': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the policies are still being compiled',
      zh: () => '政策正在编译',
    },
    remedy: {
      en: () => 'wait until `/readyz` answers 200',
      zh: () => '请等待 `/readyz` 返回 200',
    },
  }),
  'internal-error': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'something went wrong inside Plumbline; nothing was decided',
      zh: () => 'Plumbline 内部出错；本次未作任何判定',
    },
    remedy: {
      en: () => 'report it with the request that caused it: the service has written the details to its log',
      zh: () => '请连同引发问题的请求一并上报；详细信息已写入服务日志',
    },
  }),
};

function listed(names: readonly string[], separator: string): string {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``);
  return names.length > shown.length ? `${shown.join(separator)}${separator}…` : shown.join(separator);
}
