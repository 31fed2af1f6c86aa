import type { Phrase } from '../define.ts';
import { define } from '../define.ts';

/** Problems with problems met while evaluating. */
export const running = {
  'division-by-zero': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'division by zero',
      zh: () => '除数为零',
    },
    remedy: {
      en: () => 'say what holds when the divisor is zero, for example `if b = 0 then … else a / b`',
      zh: () => '请写明除数为零时如何处理，例如 `if b = 0 then … else a / b`',
    },
  }),
  'number-out-of-range': define<Record<never, never>>({
    severity: 'error',
    message: {
      en: () => 'the result is beyond the largest number, 9.99…E6144',
      zh: () => '计算结果超出可表示的最大数 9.99…E6144',
    },
    remedy: {
      en: () => 'check the power or product that grows so large; no amount of money comes near this limit',
      zh: () => '请检查结果过大的乘方或乘积；正常业务金额远达不到此上限',
    },
  }),
  'bad-argument': define<{ function: string; parameter: string; expected: Phrase; found: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.function}\` cannot take \`${p.found}\` as \`${p.parameter}\``,
      zh: (p) => `\`${p.function}\` 的参数 \`${p.parameter}\` 不能为 \`${p.found}\``,
    },
    remedy: {
      en: (p) => `give \`${p.parameter}\` ${p.expected.en}`,
      zh: (p) => `参数 \`${p.parameter}\` 应为${p.expected.zh}`,
    },
  }),
  'code-generation-forbidden': define<Record<never, never>>({
    severity: 'warning',
    message: {
      en: () => 'this Node.js process forbids code generation, so the compiled engine cannot run; the closures engine takes its place (same answers, slower)',
      zh: () => '当前 Node.js 进程禁止生成代码，编译引擎无法运行，已改用闭包引擎（结果相同，速度较慢）',
    },
    remedy: {
      en: () => 'start Node.js without `--disallow-code-generation-from-strings`, or ask for `--engine closures` to silence this warning',
      zh: () => '启动 Node.js 时去掉 `--disallow-code-generation-from-strings`，或用 `--engine closures` 明确指定闭包引擎以消除本警告',
    },
  }),
};
