import type { DecisionRead, FactRead, MissingTest, PathRead, RecordRead, RecordReadField } from '../../model/expression.ts';
import { expression, orMissing, placing } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

export function factOrMissing({ fact }: FactRead, { fact: local }: Writer): Code {
  return local(fact);
}

/** A step runs only if its required facts are there; an optional one is looked at. */
export function factRead({ fact, span }: FactRead, writer: Writer): Code {
  const local = writer.fact(fact);
  if (!fact.optional) return local;
  const path = writer.plan.factOf.get(fact)?.path ?? fact.path;
  return `present(${placing(local, span, writer)},${writer.program.constant(path)})`;
}

/** A record built from its facts; absent optional ones are left out. */
export function recordRead({ fields }: RecordRead, writer: Writer): Code {
  return record(fields, writer);
}

function record(fields: readonly RecordReadField[], writer: Writer): Code {
  const values = fields.map(({ value }) => (value.kind === 'fact' ? writer.fact(value.fact) : record(value.fields, writer)));
  return `contextOf(${writer.program.constant(fields.map(({ name }) => name))},[${values.join(',')}])`;
}

export function decisionRead({ decision }: DecisionRead, writer: Writer): Code {
  const step = writer.plan.stepOf.get(decision);
  if (step === undefined) throw new Error(`the plan lacks \`${decision.name}\``);
  return writer.decision(step.index);
}

export function missingTest({ value }: MissingTest, writer: Writer): Code {
  return `(${orMissing(value, writer)}===MISSING)`;
}

/** `target.name`, where a record's optional field may be absent. */
export function pathOrMissing({ target, name, span }: PathRead, writer: Writer): Code {
  const entry = (of: Code): Code => `entryOf(${placing(of, span, writer)},${writer.program.constant(name)})`;
  if (target.kind !== 'fact' && target.kind !== 'path') return entry(expression(target, writer));
  const kept = writer.local();
  return `((${kept}=${orMissing(target, writer)})===MISSING?MISSING:${entry(kept)})`;
}

export function path(node: PathRead, writer: Writer): Code {
  return `present(${placing(pathOrMissing(node, writer), node.span, writer)},${writer.program.constant(node.name)})`;
}
