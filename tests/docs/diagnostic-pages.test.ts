import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { across } from '../../src/diagnostics/codes/across.ts';
import { analysis } from '../../src/diagnostics/codes/analysis.ts';
import { conversion } from '../../src/diagnostics/codes/conversion.ts';
import { policyModels } from '../../src/diagnostics/codes/policy-models.ts';
import { compile, renderAll, type Diagnostic } from '../../src/index.ts';
import { analyzed } from '../../src/library/analyze.ts';
import type { Compiled } from '../../src/library/compile.ts';
import { readModel } from '../../src/read/dmn/read-models.ts';

const folder = 'docs/diagnostics';

interface Page {
  readonly code: string;
  /** The policy files of each section, by path. */
  readonly avoid: Readonly<Record<string, string>>;
  readonly prefer: Readonly<Record<string, string>>;
}

/** Pages that show whole policies. Others show a part of one, a command, facts or rule JSON; what cannot be converted is no mistake of a policy (rule-json-pages.test.ts, policy-model-pages.test.ts). */
const pages = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .map((name): Page => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    return { code: name.replace(/\.md$/, ''), avoid: policiesIn(text, 'Avoid'), prefer: policiesIn(text, 'Prefer') };
  })
  .filter(({ code, prefer }) => !(code in conversion) && !(code in policyModels) && Object.values(prefer).some((policy) => /^policy /m.test(policy)));

/** Mistakes of a size that no page can show. */
const tooLarge = new Set(['nested-too-deep', 'expression-too-long', 'xml-too-deep']);

describe('the pages about diagnostics', () => {
  test.each(pages.filter(({ code }) => !tooLarge.has(code)))('what $code says to avoid gives $code and nothing else', async ({ code, avoid }) => {
    const { diagnostics } = await compiled(code, avoid);
    expect([...new Set(diagnostics.map((one) => one.code))], shown(diagnostics)).toEqual([code]);
  });

  test.each(pages)('what $code says to prefer has nothing wrong with it', async ({ code, prefer }) => {
    const { diagnostics } = await compiled(code, prefer);
    expect(shown(diagnostics)).toBe('');
  });
});

describe('the pages that show DMN models', () => {
  const shown = readdirSync(folder)
    .map((name) => ({ code: name.replace(/\.md$/, ''), text: readFileSync(`${folder}/${name}`, 'utf8') }))
    .filter(({ text }) => /^<definitions /m.test(text));

  test.each(shown.filter(({ code }) => !tooLarge.has(code)))('what $code says to avoid gives $code and nothing else', ({ code, text }) => {
    expect(problemsOf(modelIn(text, 'Avoid')).map((one) => one.code)).toEqual([code]);
  });

  test.each(shown)('what $code says to prefer has nothing wrong with it', ({ text }) => {
    expect(problemsOf(modelIn(text, 'Prefer'))).toEqual([]);
  });
});

/** Pages about what analyses find show policies in which they find nothing else; others keep to what they are about. */
async function compiled(code: string, files: Page['avoid']): Promise<Compiled> {
  const checked = await compile(files);
  return code in across || code in analysis ? analyzed(checked) : checked;
}

function modelIn(page: string, section: string): string {
  return new RegExp(`^## ${section}\n\n\`\`\`xml\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
}

function problemsOf(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  readModel({ path: 'shown.dmn', text }, (one) => found.push(one));
  return found;
}

function policiesIn(page: string, section: string): Readonly<Record<string, string>> {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const policies = [...text.matchAll(/^```policy\n([^]*?)^```$/gm)].map((match, index) => [`${index + 1}.policy`, match[1] ?? '']);
  const cases = [...text.matchAll(/^```csv\n([^]*?)^```$/gm)].map((match) => ['cases.csv', match[1] ?? '']);
  return Object.fromEntries([...policies, ...cases]) as Readonly<Record<string, string>>;
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return renderAll(diagnostics, { language: 'en', colour: false });
}
