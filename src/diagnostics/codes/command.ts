import { define } from '../define.ts';

/** Problems with what a command was given. */
export const command = {
  'facts-file-unreadable': define<{ path: string; reason: string }>({
    severity: 'error',
    message: {
      en: ({ path, reason }) => `\`${path}\` cannot be read: ${reason}`,
      zh: ({ path, reason }) => `无法读取 \`${path}\`：${reason}`,
    },
    remedy: {
      en: () => 'name a file that exists and can be opened, or `-` for standard input',
      zh: () => '请指定存在且可读取的文件，或用 `-` 表示标准输入',
    },
  }),
  'facts-format-unknown': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` does not say by its name what format it has`,
      zh: ({ path }) => `无法从文件名 \`${path}\` 判断格式`,
    },
    remedy: {
      en: () => 'name it `.json`, `.ndjson` or `.csv`, or say `--input json`, `--input ndjson` or `--input csv`',
      zh: () => '请使用 `.json`、`.ndjson` 或 `.csv` 扩展名，或用 `--input json`、`--input ndjson`、`--input csv` 指明',
    },
  }),
  'policy-ambiguous': define<{ known: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ known }) => `there are several policies, ${known.map((name) => `\`${name}\``).join(', ')}, and it is not said which to evaluate`,
      zh: ({ known }) => `有多个政策（${known.map((name) => `\`${name}\``).join('、')}），未指明用哪一个判定`,
    },
    remedy: {
      en: ({ known }) => `say which, such as \`--policy ${known[0] ?? 'NAME'}\``,
      zh: ({ known }) => `请指明，例如 \`--policy ${known[0] ?? '名称'}\``,
    },
  }),
  'as-of-invalid': define<{ given: string }>({
    severity: 'error',
    message: {
      en: ({ given }) => `\`${given}\` is not a date that exists`,
      zh: ({ given }) => `\`${given}\` 不是真实存在的日期`,
    },
    remedy: {
      en: () => 'write the date as `2024-01-31`, or `today`',
      zh: () => '请按 `2024-01-31` 的形式书写日期，或写 `today`',
    },
  }),
  'subject-path-unknown': define<{ path: string; suggestion: string | undefined }>({
    severity: 'error',
    message: {
      en: ({ path, suggestion }) => `there is no fact \`${path}\` to take the subject from${suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`}`,
      zh: ({ path, suggestion }) => `没有可作为业务编号的事实 \`${path}\`${suggestion === undefined ? '' : `；是否应为 \`${suggestion}\`？`}`,
    },
    remedy: {
      en: () => 'name the fact that holds the case\'s own id by its path, such as `loan.id`',
      zh: () => '请写明含业务编号的事实路径，例如 `loan.id`',
    },
  }),
  'port-in-use': define<{ port: number }>({
    severity: 'error',
    message: {
      en: ({ port }) => `port ${port} is taken by another program`,
      zh: ({ port }) => `端口 ${port} 已被其他程序占用`,
    },
    remedy: {
      en: ({ port }) => `name another, such as \`--port ${port + 1}\`, or \`--port 0\` for any that is free`,
      zh: ({ port }) => `请指定其他端口，例如 \`--port ${port + 1}\`；\`--port 0\` 表示任选空闲端口`,
    },
  }),
  'one-file-expected': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` is a folder, and one file is converted at a time`,
      zh: ({ path }) => `\`${path}\` 是文件夹，而转换一次只处理一个文件`,
    },
    remedy: { en: () => 'name a policy file', zh: () => '请指定一个政策文件' },
  }),
  'file-unwritable': define<{ path: string; reason: string }>({
    severity: 'error',
    message: {
      en: ({ path, reason }) => `cannot write \`${path}\`: ${reason}`,
      zh: ({ path, reason }) => `无法写入 \`${path}\`：${reason}`,
    },
    remedy: { en: () => 'check that the folder exists and may be written to', zh: () => '请检查文件夹是否存在、是否有写入权限' },
  }),
  'rewrite-changes-meaning': define<{ before: string; after: string }>({
    severity: 'error',
    message: {
      en: ({ before, after }) => `the file was not rewritten: \`${before}\` would become \`${after}\``,
      zh: ({ before, after }) => `文件未改写：\`${before}\` 会变成 \`${after}\``,
    },
    remedy: {
      en: () => 'the other form cannot say this; write it differently, and report it as a defect of Plumbline if it is sound',
      zh: () => '另一种写法无法表达此内容，请换一种写法；如果内容本身无误，请作为 Plumbline 的缺陷报告',
    },
  }),
  'tests-not-added': define<{ path: string; tests: number }>({
    severity: 'warning',
    message: {
      en: ({ path, tests }) => `${tests === 1 ? 'a test was' : `${tests} tests were`} not added: \`${path}\` belongs to another program`,
      zh: ({ path, tests }) => `\`${path}\` 是其他程序的文件，有 ${tests} 个测试未添加`,
    },
    remedy: {
      en: ({ path }) => `convert it, \`plumbline convert ${path} --to policy\`, and keep the tests in the policy`,
      zh: ({ path }) => `请先转换：\`plumbline convert ${path} --to policy\`，并把测试保存在政策中`,
    },
  }),
};
