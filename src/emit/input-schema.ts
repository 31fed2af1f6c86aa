import type { Branch, Shape } from '../evaluate/facts/shape.ts';
import { shapeOf } from '../evaluate/facts/shape.ts';
import type { Policy } from '../model/policy.ts';
import type { Demand, Schema } from './schema.ts';
import { typeSchema } from './type-schema.ts';

/** The JSON Schema (2020-12) of a policy's facts: names, labels as titles, types, ranges, and which are optional. */
export function inputSchema(policy: Policy, demand: Demand): Schema {
  const title = policy.label ?? policy.name;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...branchSchema(shapeOf(policy), policy, demand) };
}

/** The same without the header of a document of its own. */
export function factsSchema(policy: Policy, demand: Demand): Schema {
  return branchSchema(shapeOf(policy), policy, demand);
}

function branchSchema(branch: Branch, policy: Policy, demand: Demand): Schema {
  const label = labelOf(branch, policy);
  const required = [...branch.entries].filter(([, shape]) => isRequired(shape)).map(([name]) => name);
  return {
    ...(label === undefined ? {} : { title: label }),
    type: 'object',
    properties: Object.fromEntries([...branch.entries].map(([name, shape]) => [name, shapeSchema(shape, policy, demand)])),
    ...(demand === 'complete' && required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function shapeSchema(shape: Shape, policy: Policy, demand: Demand): Schema {
  if (shape.kind === 'branch') return branchSchema(shape, policy, demand);
  const { label, type, optional } = shape.fact;
  const title = label === undefined ? {} : { title: label };
  if (shape.kind === 'fact') return { ...title, ...typeSchema(type, demand), 'x-optional': optional };
  return {
    ...title,
    type: 'object',
    description: 'Answered by a person.',
    properties: {
      value: typeSchema(type, demand),
      who: { type: 'string', minLength: 1, description: 'Who answers for it.' },
      when: { type: 'string', description: 'A date, or a date and time.', examples: ['2024-01-31'] },
    },
    required: ['value', 'who', 'when'],
    additionalProperties: false,
  };
}

function isRequired(shape: Shape): boolean {
  return shape.kind === 'branch' ? [...shape.entries.values()].some(isRequired) : !shape.fact.optional;
}

/** A record input has a label of its own. */
function labelOf(branch: Branch, policy: Policy): string | undefined {
  return policy.inputs.get(branch.path)?.label;
}
