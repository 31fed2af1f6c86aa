import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import schema from '../../grammar/policy.schema.json' with { type: 'json' };
import { compile, renderAll, type Diagnostic, type Policy } from '../../src/index.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { runTests } from '../../src/evaluate/testing/run-tests.ts';
import type { BuiltinSignature } from '../../src/feel/functions/builtin.ts';
import { builtins } from '../../src/feel/functions/index.ts';
import { parseDate, type FeelDate } from '../../src/feel/values/temporal.ts';
import { readSource } from '../../src/read/read-source.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import { blocksOf, conditionsAsPolicy, sourcesOf, type Block } from './blocks.ts';

const page = 'docs/language.md';
const blocks = blocksOf(page);
const policies = blocks.filter(({ language }) => language === 'policy' || language === 'yaml');
const conditions = blocks.filter(({ language }) => language === 'feel');
const text = readFileSync(page, 'utf8');
const roundings = [...text.matchAll(/^\| `([a-z ]+)`[^|]* \| (-?\d) \| (-?\d) \| (-?\d) \|$/gm)].map(([, method = '', ...rounded]) => ({ method, rounded }));
const functions = [...text.matchAll(/^\| `([^`]+\(.*\))` \| .+ \| `([^`]+)` \|$/gm)].map(([, signature = '', example = '']) => ({ signature, example }));

const engines = ['closures', 'compiled', 'json-rules-engine'] as const;

describe('the language reference', () => {
  test.each(policies.filter(({ error }) => error === undefined))('line $line compiles, and its tests pass', async (block) => {
    const compiled = await compile(sourcesOf(block, blocks));
    expect(shown(compiled.diagnostics)).toBe('');
    const runs = [...compiled.policies.values()].flatMap((policy) => engines.map((engine) => runTests(policy, engine)));
    const failures = (await Promise.all(runs)).flat().flatMap((result) => result.failures);
    expect(failures.map(({ subject, expected, actual }) => `${subject}: ${expected}, but ${actual}`)).toEqual([]);
  });

  test.each(policies.filter(({ error }) => error !== undefined))('line $line gives exactly $error', async (block) => {
    const { diagnostics } = await compile(sourcesOf(block, blocks));
    expect(diagnostics.map(({ code }) => code), shown(diagnostics)).toEqual([block.error]);
  });

  test.each(policies.filter(({ same }) => same !== undefined))('line $line is the policy `$same` in the other spelling', (block) => {
    const other = blocks.find(({ name }) => name === block.same);
    expect(other && canonicalOf(other)).toBe(canonicalOf(block));
  });

  test('every key of the YAML spelling is named', () => {
    const section = /^## The YAML spelling$[^]*?(?=^## )/m.exec(text)?.[0] ?? '';
    const keys = new Set([schema, ...Object.values<object>(schema.definitions)].flatMap((each) => ('properties' in each ? Object.keys(each.properties as object) : [])));
    expect(keys.size).toBeGreaterThan(40);
    expect([...keys].filter((key) => !section.includes(`\`${key}\``))).toEqual([]);
  });

  test.each(roundings)('$method rounds as its table says', async ({ method, rounded }) => {
    const numbers = ['2.5', '-2.5', '2.4'];
    const decisions = numbers.map((number, index) => `decision number_${index} : number\n  = ${number}\n  round ${method} to 1`);
    const policy = await onlyPolicy(['policy rounding', ...decisions].join('\n'));
    const answer = evaluate(policy, { values: new Map() }, { asOf: dateOf('2024-01-31') });
    expect(numbers.map((_, index) => answer.decisions[`number_${index}`]?.value)).toEqual(rounded);
  });

  test.each(conditions)('every line from $line on holds', async (block) => {
    const preamble = blocks.find(({ name }) => name !== undefined && name === block.with)?.text;
    expect(await conditionsThatFail(block.text.split('\n'), preamble)).toEqual([]);
  });
});

describe('its table of built-in functions', () => {
  test('lists every function with every list of parameters', () => {
    const documented = functions.map(({ signature }) => signature);
    const known = [...builtins.values()].flatMap(({ name, signatures }) => signatures.map((signature) => `${name}(${parametersOf(signature)})`));
    // Lists that differ only in their types stand once.
    expect(documented.sort()).toEqual([...new Set(known)].sort());
  });

  test('gives each an example that holds', async () => {
    const preamble = blocks.find(({ name }) => name === 'loan')?.text;
    expect(await conditionsThatFail(functions.map(({ example }) => example), preamble)).toEqual([]);
  });

  test('shows the function that it is about in the example', () => {
    const strangers = functions.filter(({ signature, example }) => !example.includes(signature.slice(0, signature.indexOf('(') + 1)));
    expect(strangers).toEqual([]);
  });
});

/** The lines that are not true, with what they are instead. */
async function conditionsThatFail(lines: readonly string[], preamble: string | undefined): Promise<readonly string[]> {
  const policy = await onlyPolicy(conditionsAsPolicy(lines, preamble));
  const names = lines.map((_, index) => `line_${index + 1}`);
  const { decisions } = evaluate(policy, { values: new Map() }, { asOf: dateOf('2024-01-31'), decisions: names });
  return lines.flatMap((line, index) => {
    const answer = decisions[names[index] ?? ''];
    return answer?.value === true ? [] : [`${line}: ${answer?.reasons?.[0]?.message ?? JSON.stringify(answer?.value)}`];
  });
}

async function onlyPolicy(written: string): Promise<Policy> {
  const { policies, diagnostics } = await compile({ 'block.policy': written });
  expect(shown(diagnostics)).toBe('');
  const [policy] = policies.values();
  if (policy === undefined) throw new Error('no policy came of it');
  return policy;
}

function canonicalOf(block: Block): string {
  const [[path, written] = ['', '']] = Object.entries(sourcesOf(block, blocks));
  return canonicalText(readSource({ path, text: written }, ({ code }) => expect.fail(code)));
}

function parametersOf({ parameters, variadic }: BuiltinSignature): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return [...names, ...(variadic ? ['…'] : [])].join(', ');
}

function dateOf(text: string): FeelDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is not a date`);
  return date;
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return renderAll(diagnostics, { language: 'en', colour: false });
}
