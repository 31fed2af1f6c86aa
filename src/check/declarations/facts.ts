import type { Fact, Input } from '../../model/policy.ts';
import type { FieldType, Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Field, InputStatement } from '../../read/tree/statement.ts';

/**
 * The leaf facts of an input: one for each field of a record, and of the records inside it. A record that is optional as
 * a whole is a leaf, as lists are: it is there or it is not.
 */
export function factsOf(statement: InputStatement, type: Type, optional: boolean, policy: string): readonly Fact[] {
  const name = statement.name.name;
  const fields = statement.definition.kind === 'record' ? statement.definition.fields : [];
  const whole: FieldType = { type, optional, label: statement.label?.text };
  return leaves([name], whole, { policy, span: statement.name.span, fields });
}

interface Origin {
  readonly policy: string;
  readonly span: Span;
  /** The fields as written, where the record stands in the input itself: they are the better places to point at. */
  readonly fields: readonly Field[];
}

function leaves(keys: readonly string[], { type, optional, label }: FieldType, origin: Origin): readonly Fact[] {
  if (type.kind !== 'record' || optional) return [{ path: keys.join('.'), keys, policy: origin.policy, label, type, optional, span: origin.span }];
  return [...type.fields].flatMap(([name, field]) => {
    const written = origin.fields.find((one) => one.name.name === name);
    return leaves([...keys, name], field, { policy: origin.policy, span: written?.name.span ?? origin.span, fields: [] });
  });
}

export function declareInput(statement: InputStatement, type: Type, policy: string): Input {
  const optional = statement.definition.kind === 'use' && statement.definition.use.optional;
  return {
    kind: 'input',
    policy,
    name: statement.name.name,
    label: statement.label?.text,
    type,
    optional,
    span: statement.name.span,
    facts: factsOf(statement, type, optional, policy),
  };
}
