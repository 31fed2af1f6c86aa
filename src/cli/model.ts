import { closest } from '../diagnostics/closest.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { midnight } from '../evaluate/strict/types.ts';
import { recordOf, valueToJson } from '../evaluate/value-json.ts';
import { literalText } from '../feel/functions/feel-text.ts';
import { compileModels, evaluateModel, inputsOf, type Model } from '../library/models.ts';
import { readSourceFiles } from '../read/policy-set.ts';
import { asOfDate } from './as-of.ts';
import type { CommonOptions } from './main.ts';
import { modelFacts } from './model-facts.ts';
import { diagnosticsJson, reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, UNUSABLE, say } from './terminal.ts';

interface ModelOptions extends CommonOptions {
  readonly facts?: string;
  readonly asOf?: string;
  readonly decision: readonly string[];
}

/** `plumbline model FILE…`: checks DMN models, and with facts evaluates the first. */
export async function modelCommand(paths: readonly string[], options: ModelOptions, terminal: Terminal): Promise<Status> {
  const found: Diagnostic[] = [];
  const files = await readSourceFiles(paths, (one) => found.push(one));
  const { models, diagnostics } = compileModels(files);
  found.push(...diagnostics);
  const status = statusOf(found);
  const [model] = models;
  if (status === CLEAN && model !== undefined && options.facts !== undefined) return evaluateAll(model, options.facts, options, terminal);
  if (options.format === 'json') {
    const checked = models.map(({ tree }) => ({ model: tree.name.name, namespace: tree.namespace, file: tree.file.path }));
    terminal.out(`${JSON.stringify({ models: checked, diagnostics: diagnosticsJson(terminal, found) }, null, 2)}\n`);
    return status;
  }
  reportTo(terminal, found);
  if (status === CLEAN) {
    const decisions = models.reduce((sum, { tree }) => sum + tree.decisions.length, 0);
    terminal.out(`${say(terminal, { en: `checked: ${models.length} models, ${decisions} decisions; no errors`, zh: `检查完成：${models.length} 个模型，${decisions} 个决策；没有错误` })}\n`);
  }
  return status;
}

async function evaluateAll(model: Model, path: string, { asOf, decision, format }: ModelOptions, terminal: Terminal): Promise<Status> {
  const date = asOf === undefined ? undefined : asOfDate(asOf);
  if (asOf !== undefined && date === undefined) return refuse(terminal, diagnostic('as-of-invalid', undefined, { given: asOf }));
  const now = date && midnight(date);
  const known = model.tree.decisions.map(({ name }) => name.name);
  const names = decision.length > 0 ? decision : known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return refuse(terminal, diagnostic('decision-not-found', undefined, { policy: model.tree.name.name, name: unknown, known, suggestion: closest(unknown, known) }));
  const cases = await modelFacts(path);
  if ('diagnostic' in cases) return refuse(terminal, cases.diagnostic);
  let errors = false;
  const answers = cases.facts.map((facts) => {
    const inputs = inputsOf(model, facts);
    return names.map((name) => {
      const { value = null, diagnostics = [] } = evaluateModel(model, { kind: 'decision', name }, inputs, { now }) ?? {};
      errors ||= diagnostics.length > 0;
      return { name, value, diagnostics };
    });
  });
  if (format === 'json') {
    const json = answers.map((answer) => ({
      decisions: recordOf(answer.map(({ name, value, diagnostics }) => [name, { value: valueToJson(value, { kind: 'any' }), diagnostics: diagnosticsJson(terminal, diagnostics) }])),
    }));
    terminal.out(`${JSON.stringify(cases.only ? json[0] : json, null, 2)}\n`);
  } else {
    for (const answer of answers) {
      terminal.out(`${answer.map(({ name, value }) => `${name} = ${literalText(value)}`).join('\n')}\n${cases.only ? '' : '\n'}`);
      reportTo(terminal, answer.flatMap(({ diagnostics }) => diagnostics));
    }
  }
  return errors ? PROBLEMS : CLEAN;
}

function refuse(terminal: Terminal, found: Diagnostic): Status {
  reportTo(terminal, [found]);
  return UNUSABLE;
}
