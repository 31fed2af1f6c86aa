import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Decision, FunctionModel, Manual, SharedFacts, Trigger } from '../../model/policy.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type {
  DecisionStatement,
  FactsStatement,
  FunctionStatement,
  ManualStatement,
  ParameterStatement,
  PolicyTree,
  Statement,
  TriggerStatement,
} from '../../read/tree/statement.ts';
import type { Declared, Kind, Names } from '../names/names.ts';
import { isReserved, isReservedForCalls } from '../names/reserved.ts';
import { declaredTwice, withoutTwins } from '../names/twice.ts';
import { declareRecord, declareType } from '../types/declared-types.ts';
import { BROKEN } from '../types/broken.ts';
import { isTypeName } from '../types/named-types.ts';
import { resolveRequiredUse, resolveUse } from '../types/uses.ts';
import { draftDecision, draftFunction, draftManual, draftSharedFacts, draftTrigger, type Draft } from './drafts.ts';
import { declareInput } from './facts.ts';
import { declareSource } from './sources.ts';

/** Statements whose bodies are still to be checked, with the part of the model that each makes. */
export interface Drafts {
  readonly decisions: readonly (readonly [DecisionStatement, Draft<Decision>])[];
  readonly functions: readonly (readonly [FunctionStatement | ParameterStatement, Draft<FunctionModel>])[];
  readonly triggers: readonly (readonly [TriggerStatement, Draft<Trigger>])[];
  readonly manuals: readonly (readonly [ManualStatement, Draft<Manual>])[];
  readonly sharedFacts: readonly (readonly [FactsStatement, Draft<SharedFacts>])[];
}

type NamedStatement = Exclude<Statement, { readonly kind: 'property' | 'test' }>;

/**
 * Everything that a policy declares, by name. What is declared is built on first use, so that statements may stand in
 * any order; `imports` gives the names of an imported policy, or undefined where it could not be resolved.
 */
export function declare(tree: PolicyTree, policy: string, imports: (name: Identifier) => Names | undefined, report: Report): { readonly names: Names; readonly drafts: Drafts } {
  const decisions: Drafts['decisions'][number][] = [];
  const functions: Drafts['functions'][number][] = [];
  const triggers: Drafts['triggers'][number][] = [];
  const manuals: Drafts['manuals'][number][] = [];
  const sharedFacts: Drafts['sharedFacts'][number][] = [];
  const statements = namedStatements(tree, report);
  const built = new Map<string, Declared>();
  const building: string[] = [];
  const used = new Set<string>();

  const names: Names = {
    policy,
    all: [...statements.keys()],
    known: (name) => built.get(name),
    kindOf: (name) => kindOf(statements.get(name)),
    spanOf: (name) => statements.get(name)?.name.span,
    find: (name) => {
      const known = built.get(name);
      if (known !== undefined) return known;
      const statement = statements.get(name);
      if (statement === undefined) return tree.unreadable.some((one) => one.name === name) ? { kind: 'unreadable' } : undefined;
      if (building.includes(name)) return circularType(name, statement.name.span);
      building.push(name);
      const declared = build(statement);
      building.pop();
      built.set(name, built.get(name) ?? declared);
      return built.get(name);
    },
    use: (name) => {
      used.add(name);
      return names.find(name);
    },
    used,
  };

  /** Only types can need themselves while they are built. */
  function circularType(name: string, span: Span): Declared {
    const cycle = [...building.slice(building.indexOf(name)), name];
    report(diagnostic('type-cycle', span, { cycle }));
    const broken: Declared = { kind: 'type', type: BROKEN };
    built.set(name, broken);
    return broken;
  }

  function build(statement: NamedStatement): Declared {
    switch (statement.kind) {
      case 'import':
        return { kind: 'import', names: imports(statement.name) };
      case 'source':
        return declareSource(statement, report);
      case 'type':
        return { kind: 'type', type: declareType(statement, names, report) };
      case 'input': {
        const { definition } = statement;
        const type = definition.kind === 'record' ? declareRecord(undefined, definition.fields, names, report) : resolveUse(definition.use, names, report);
        return { kind: 'input', input: declareInput(statement, type, policy) };
      }
      case 'manual': {
        const manual = draftManual(statement, resolveUse(statement.use, names, report), policy);
        manuals.push([statement, manual]);
        return { kind: 'manual', manual };
      }
      case 'decision': {
        const decision = draftDecision(statement, resolveRequiredUse(statement.use, names, report), policy);
        decisions.push([statement, decision]);
        return { kind: 'decision', decision };
      }
      case 'function':
      case 'parameter': {
        const model = draftFunction(statement, formalParameters(statement, names, report), resolveRequiredUse(statement.use, names, report), policy);
        functions.push([statement, model]);
        return { kind: 'function', function: model };
      }
      case 'trigger': {
        const trigger = draftTrigger(statement, policy);
        triggers.push([statement, trigger]);
        return { kind: 'trigger', trigger };
      }
      case 'facts': {
        const facts = draftSharedFacts(statement);
        sharedFacts.push([statement, facts]);
        return { kind: 'facts', facts };
      }
    }
  }

  names.all.forEach((name) => names.find(name));
  return { names, drafts: { decisions, functions, triggers, manuals, sharedFacts } };
}

/** The statements that declare a name, each once. A twin or a reserved name is reported. */
function namedStatements(tree: PolicyTree, report: Report): ReadonlyMap<string, NamedStatement> {
  const statements = new Map<string, NamedStatement>();
  for (const statement of tree.statements) {
    if (statement.kind === 'property' || statement.kind === 'test') continue;
    const { name } = statement;
    const earlier = statements.get(name.name);
    if (earlier !== undefined) report(declaredTwice(name, statement.kind, earlier.name.span));
    else statements.set(name.name, statement);
    if (isTaken(statement)) report(diagnostic('name-reserved', name.span, { name: name.name }));
  }
  return statements;
}

function kindOf(statement: NamedStatement | undefined): Kind | undefined {
  return statement?.kind === 'parameter' ? 'function' : statement?.kind;
}

function isTaken({ kind, name }: NamedStatement): boolean {
  if (kind === 'function' || kind === 'parameter') return isReservedForCalls(name.name);
  return isReserved(name.name) || (kind === 'type' && isTypeName(name.name));
}

function formalParameters(statement: FunctionStatement | ParameterStatement, names: Names, report: Report): FunctionModel['parameters'] {
  return withoutTwins(statement.parameters, ({ name }) => name, 'formal parameter', report).map(({ name, use }) => {
    if (isReserved(name.name)) report(diagnostic('name-reserved', name.span, { name: name.name }));
    return { name: name.name, type: resolveRequiredUse(use, names, report), variable: name.name };
  });
}
