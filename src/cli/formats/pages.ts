import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../diagnostics/message.ts';
import type { Code } from '../../diagnostics/registry.ts';

/** What a page says about a diagnostic, in one language. */
export interface PageTexts {
  /** One sentence. */
  readonly short: string;
  readonly full: string;
  /** The whole, as Markdown. */
  readonly help: string;
}

/** The texts of a diagnostic's page. Undefined where Plumbline was put up without its pages. */
export function pageTexts(code: Code): Readonly<Record<Language, PageTexts>> | undefined {
  const folder = pagesFolder();
  if (folder === undefined) return undefined;
  const page = readFileSync(join(folder, `${code}.md`), 'utf8');
  const [english = '', chinese = ''] = page.split('\n## 中文\n').map((part) => part.trim());
  const help = english.slice(english.indexOf('\n## ')).trim();
  const meaning = /^## What it means\n\n([^]*?)\n\n## /.exec(help)?.[1] ?? '';
  return {
    en: { short: firstSentence(meaning), full: meaning, help },
    zh: { short: firstSentence(chinese.replace(/^消息：/, '')), full: chinese, help: chinese },
  };
}

function firstSentence(text: string): string {
  return /^[^]*?(?:。|[.:](?=\s|$))/.exec(text)?.[0] ?? text;
}

let known: string | undefined;

/** The pages lie beside the program: in the folder of the bundle or in that of the repository. */
function pagesFolder(): string | undefined {
  if (known !== undefined) return known;
  for (let folder = dirname(fileURLToPath(import.meta.url)), below = ''; folder !== below; below = folder, folder = dirname(folder)) {
    const candidate = join(folder, 'docs', 'diagnostics');
    if (existsSync(candidate)) return (known = candidate);
  }
  return undefined;
}
