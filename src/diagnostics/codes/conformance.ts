import { define } from '../define.ts';

/** Problems of the test cases of the DMN Technology Compatibility Kit, or of others in its format. */
export const conformance = {
  'kit-folders-missing': define<{ path: string }>({
    severity: 'error',
    message: {
      en: ({ path }) => `\`${path}\` holds no folder with models (\`.dmn\`) and test cases (\`.xml\`)`,
      zh: ({ path }) => `\`${path}\` 中没有同时包含模型（\`.dmn\`）和测试用例（\`.xml\`）的文件夹`,
    },
    remedy: {
      en: () => 'name the folder of a clone of the kit (dmn-tck/tck), or one of the folders in its `TestCases`',
      zh: () => '请指定 DMN TCK（dmn-tck/tck）的克隆目录，或其 `TestCases` 下的文件夹',
    },
  }),
  'kit-file-unknown': define<{ element: string }>({
    severity: 'warning',
    message: {
      en: ({ element }) => `this is no file of test cases: it begins with \`${element}\``,
      zh: ({ element }) => `这不是测试用例文件：根元素是 \`${element}\``,
    },
    remedy: {
      en: () => 'it is passed over; test cases begin with `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase">`',
      zh: () => '该文件已跳过；测试用例文件以 `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase">` 开头',
    },
  }),
  'kit-value-unreadable': define<{ text: string; type: string }>({
    severity: 'error',
    message: {
      en: ({ text, type }) => `\`${text}\` is no value of type \`${type}\``,
      zh: ({ text, type }) => `\`${text}\` 不是 \`${type}\` 类型的值`,
    },
    remedy: {
      en: () => 'correct the value or its `xsi:type`; the test case is left out until then',
      zh: () => '请更正该值或其 `xsi:type`；更正之前该用例不参与运行',
    },
  }),
  'kit-model-missing': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `there is no model \`${name}\` in the folder that could be read`,
      zh: ({ name }) => `文件夹中没有可读取的模型 \`${name}\``,
    },
    remedy: {
      en: () => 'give the file of the model as `modelName`, or correct that file; none of these test cases is run until then',
      zh: () => '请在 `modelName` 中写明模型文件名，或更正该文件；更正之前这些用例均不运行',
    },
  }),
  'kit-element-unknown': define<{ name: string }>({
    severity: 'error',
    message: {
      en: ({ name }) => `the model has no \`${name}\` that could be evaluated`,
      zh: ({ name }) => `模型中没有可求值的 \`${name}\``,
    },
    remedy: {
      en: () => 'name a decision, or with `type` and `invocableName` a service or function of the model',
      zh: () => '请写明模型中的决策；服务或函数须用 `type` 和 `invocableName` 指明',
    },
  }),
  'kit-case-crashed': define<{ reason: string }>({
    severity: 'error',
    message: {
      en: ({ reason }) => `Plumbline itself failed in this test case (${reason}), so it does not pass`,
      zh: ({ reason }) => `Plumbline 在此用例中自身出错（${reason}），因此该用例未通过`,
    },
    remedy: {
      en: () => 'report it as a defect of Plumbline, with the model and the test case',
      zh: () => '请连同模型和用例作为 Plumbline 的缺陷报告',
    },
  }),
};
