import { define } from '../define.ts';

/** Problems with problems met while evaluating. */
export const running = {
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
