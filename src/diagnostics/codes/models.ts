import { define } from '../define.ts';

/** Problems of DMN models, met while linking them or evaluating them. What DMN answers with null is a warning: it is an answer. */
export const models = {
  'model-unknown': define<{ namespace: string }>({
    severity: 'error',
    message: { en: (p) => `no model has the namespace \`${p.namespace}\``, zh: (p) => `没有命名空间为 \`${p.namespace}\` 的模型` },
    remedy: {
      en: () => 'give the imported model together with this one, or correct the `namespace` of the import',
      zh: () => '请将被导入的模型与本模型一并提供，或更正 import 的 `namespace`',
    },
  }),
  'model-import-cycle': define<{ name: string }>({
    severity: 'error',
    message: { en: (p) => `the model \`${p.name}\` imports, directly or not, this one that imports it`, zh: (p) => `模型 \`${p.name}\` 直接或间接导入了导入它的本模型` },
    remedy: { en: () => 'move what both need into a model of its own, and import that', zh: () => '请将双方共用的内容移入单独的模型，再导入该模型' },
  }),
  'item-definition-unknown': define<{ name: string }>({
    severity: 'error',
    message: { en: (p) => `there is no type \`${p.name}\` in this model or those it imports`, zh: (p) => `本模型及其导入的模型中没有类型 \`${p.name}\`` },
    remedy: { en: () => 'add an item definition of that name, or correct the `typeRef`', zh: () => '请补充该名称的 itemDefinition，或更正 `typeRef`' },
  }),
  'requirement-unknown': define<{ id: string }>({
    severity: 'error',
    message: { en: (p) => `nothing in the models given has the id \`${p.id}\``, zh: (p) => `所给模型中没有 id 为 \`${p.id}\` 的元素` },
    remedy: { en: () => 'correct the `href`, or import the model that holds the element', zh: () => '请更正 `href`，或导入包含该元素的模型' },
  }),
  'value-does-not-fit': define<{ found: string; type: string }>({
    severity: 'warning',
    message: { en: (p) => `a value of type \`${p.found}\` does not fit \`${p.type}\`, so it is null`, zh: (p) => `类型为 \`${p.found}\` 的值不符合 \`${p.type}\`，结果为 null` },
    remedy: { en: () => 'give a value of the declared type, or declare the type that is meant', zh: () => '请给出符合所声明类型的值，或更正所声明的类型' },
  }),
  'function-external': define<Record<never, never>>({
    severity: 'warning',
    message: { en: () => 'a function in Java or PMML is not run: what it answers is null', zh: () => '不执行以 Java 或 PMML 编写的函数，其结果为 null' },
    remedy: { en: () => 'write the function in FEEL', zh: () => '请用 FEEL 编写该函数' },
  }),
  'input-not-allowed': define<Record<never, never>>({
    severity: 'warning',
    message: { en: () => 'the value of this input is not among its input values, so the table is null', zh: () => '该输入的值不在允许的输入值（inputValues）之内，决策表的结果为 null' },
    remedy: { en: () => 'give a value that is allowed, or add it to the input values', zh: () => '请给出允许的值，或将其加入输入值' },
  }),
  'rows-compete': define<{ rows: number }>({
    severity: 'warning',
    message: { en: (p) => `${p.rows} rules match where the hit policy lets one decide, so the table is null`, zh: (p) => `有 ${p.rows} 条规则同时命中，而命中策略只允许一个结果，决策表的结果为 null` },
    remedy: { en: () => 'narrow the rules so that they do not overlap, or choose another hit policy', zh: () => '请收窄规则使其不重叠，或改用其他命中策略' },
  }),
};
