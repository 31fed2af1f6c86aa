import type { Definition } from './define.ts';
import { reading } from './codes/reading.ts';
import { naming } from './codes/naming.ts';
import { typing } from './codes/typing.ts';
import { values } from './codes/values.ts';
import { tables } from './codes/tables.ts';
import { time } from './codes/time.ts';
import { testing } from './codes/testing.ts';
import { running } from './codes/running.ts';
import { facts } from './codes/facts.ts';
import { service } from './codes/service.ts';
import { command } from './codes/command.ts';
import { outcomes } from './codes/outcomes.ts';
import { yaml } from './codes/yaml.ts';
import { dmn } from './codes/dmn.ts';
import { models } from './codes/models.ts';
import { conversion } from './codes/conversion.ts';
import { policyModels } from './codes/policy-models.ts';
import { ruleJson } from './codes/rule-json.ts';
import { conformance } from './codes/conformance.ts';
import { acceptance } from './codes/acceptance.ts';
import { settings } from './codes/settings.ts';
import { across } from './codes/across.ts';
import { analysis } from './codes/analysis.ts';

/** Every kind of problem that Plumbline can report, by code. Each has a page, docs/diagnostics/CODE.md. */
export const registry = { ...reading, ...naming, ...typing, ...values, ...tables, ...time, ...testing, ...running, ...facts, ...service, ...command, ...outcomes, ...yaml, ...dmn, ...models, ...conversion, ...policyModels, ...ruleJson, ...conformance, ...acceptance, ...settings, ...across, ...analysis };

export type Code = keyof typeof registry;
export type Parameters<C extends Code> = (typeof registry)[C] extends Definition<infer P extends Readonly<Record<string, unknown>>> ? P : never;
