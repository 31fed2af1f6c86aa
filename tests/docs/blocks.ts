import { readFileSync } from 'node:fs';

/** A fenced block of a page: ```policy with="loan" error="fact-unguarded". */
export interface Block {
  readonly language: string;
  /** Of the line after the fence, from 1. */
  readonly line: number;
  readonly name: string | undefined;
  readonly with: string | undefined;
  /** The code of the mistake that the block shows. */
  readonly error: string | undefined;
  /** The name of the policy that this one is in the other spelling. */
  readonly same: string | undefined;
  /** The name of the file that the block is, for a policy that names it. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The fenced blocks of a Markdown page, in order. */
export function blocksOf(path: string): readonly Block[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, language = '', attributes = ''] = /^```(\w+)(.*)$/.exec(lines[at] ?? '') ?? [];
    if (language === '') continue;
    const end = lines.indexOf('```', at + 1);
    blocks.push({
      language,
      line: at + 2,
      name: attribute(attributes, 'name'),
      with: attribute(attributes, 'with'),
      error: attribute(attributes, 'error'),
      same: attribute(attributes, 'same'),
      file: attribute(attributes, 'file'),
      text: lines.slice(at + 1, end).join('\n'),
    });
    at = end;
  }
  return blocks;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}

/**
 * The policy files that a block makes, by path. What it is `with` stands above it, or, if the block is a policy of its
 * own, beside it as another file; so do the CSV files that it names.
 */
export function sourcesOf(block: Block, blocks: readonly Block[]): Readonly<Record<string, string>> {
  const path = block.language === 'yaml' ? 'block.policy.yaml' : 'block.policy';
  const files = Object.fromEntries(blocks.flatMap(({ file, text }) => (file !== undefined && block.text.includes(file) ? [[file, text]] : [])));
  const needed = blocks.find(({ name }) => name !== undefined && name === block.with);
  if (needed === undefined) return { [path]: block.text, ...files };
  const { [path]: above = '', ...others } = sourcesOf(needed, blocks);
  if (block.text.startsWith('policy ')) return { ...others, 'needed.policy': above, [path]: block.text, ...files };
  return { ...others, [path]: `${above}\n\n${block.text}`, ...files };
}

/** A block of FEEL as a policy: each line is a condition, and a decision of its own, `line_N`. */
export function conditionsAsPolicy(lines: readonly string[], above: string | undefined): string {
  const decisions = lines.map((line, index) => `decision line_${index + 1} : boolean\n  = ${line}`);
  return [above ?? 'policy conditions', ...decisions].join('\n\n');
}
