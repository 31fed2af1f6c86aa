import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { scalarName, spanOfNode, written } from './nodes.ts';
import { takenFor } from './plain.ts';
import { quotedScalar } from './quoted.ts';

/** The entries of one mapping. */
type Pairs = YAMLMap.Parsed['items'];

const LONGEST_TAG = 200;

/**
 * What is YAML but must not stand in a policy: tags, anchors, aliases, keys that are no text or stand twice, and
 * entries that a comma cut off from their value. Gives the nodes that were refused, for others to be silent about.
 */
export function refuseTraps(file: SourceFile, root: ParsedNode, report: Report): ReadonlySet<object> {
  const refused = new Set<object>();
  walk(root);
  return refused;

  function walk(node: ParsedNode): void {
    refuseNode(node);
    if (refused.has(node)) return;
    if (isSeq(node)) node.items.forEach((item) => walk(item));
    if (!isMap(node)) return;
    const { items, flow } = node;
    if (flow === true) refuseCutValues(node, items);
    if (refused.has(node)) return;
    refuseKeys(node, items);
    if (refused.has(node)) return;
    for (const { key, value } of items) {
      if (refused.has(key)) continue;
      refuseNode(key);
      if (value !== null) walk(value);
    }
  }

  function refuseNode(node: ParsedNode): void {
    const text = written(file, node);
    if (isAlias(node)) {
      report(diagnostic('yaml-anchor', spanOfNode(file, node), { written: text, quoted: quotedScalar(text) }));
    } else if (tagStart(node) !== undefined) {
      const start = tagStart(node) ?? node.range[0];
      const whole = file.text.slice(start, isScalar(node) ? node.range[1] : node.range[0]).trim();
      report(diagnostic('yaml-tag', { file, start, end: start + whole.length }, { tag: /^\S*/.exec(whole)?.[0] ?? whole, quoted: quotedScalar(whole) }));
    } else if (node.anchor !== undefined) {
      const start = file.text.lastIndexOf('&', node.range[0]);
      const whole = file.text.slice(start, isScalar(node) ? node.range[1] : start + node.anchor.length + 1).trim();
      report(diagnostic('yaml-anchor', { file, start, end: start + node.anchor.length + 1 }, { written: `&${node.anchor}`, quoted: quotedScalar(whole) }));
    } else return;
    refused.add(node);
  }

  /** Where the tag before a node begins. The parser notes that there is one, not where. */
  function tagStart({ tag, range }: ParsedNode): number | undefined {
    if (tag === undefined) return undefined;
    const from = Math.max(0, range[0] - LONGEST_TAG);
    const match = /(?<!\S)!\S*\s*(?:&\S+\s*)?$/.exec(file.text.slice(from, range[0]));
    return match === null ? undefined : from + match.index;
  }

  function refuseKeys(mapping: ParsedNode, items: Pairs): void {
    const seen = new Set<string>();
    for (const { key } of items) {
      if (refused.has(key)) continue;
      if (!isScalar(key)) {
        const text = written(file, key);
        report(diagnostic('yaml-unquoted', spanOfNode(file, key), { written: text, quoted: quotedScalar(text), readAs: takenFor(text) }));
        refused.add(key);
        continue;
      }
      const name = scalarName(key);
      if (name === '<<') {
        report(diagnostic('yaml-anchor', spanOfNode(file, key), { written: '<<', quoted: '"<<"' }));
        refused.add(mapping);
      }
      if (seen.has(name)) {
        report(diagnostic('yaml-duplicate-key', spanOfNode(file, key), { key: name }));
        refused.add(key);
      }
      seen.add(name);
    }
  }

  /** `{ kind: credit, guaranteed, … }`: entries without a colon, whose text belongs to the value before them. */
  function refuseCutValues(mapping: ParsedNode, items: Pairs): void {
    let owner: Pairs[number] | undefined;
    let rest: ParsedNode[] = [];
    const finish = (): void => {
      const [first, last] = [rest[0], rest.at(-1)];
      if (first === undefined || last === undefined) return;
      if (owner === undefined || owner.value === null) {
        reportLoneKey(first);
        refused.add(mapping);
      } else {
        const start = owner.value.range[0];
        const whole = file.text.slice(start, last.range[1]);
        const text = file.text.slice(first.range[0], last.range[1]);
        report(diagnostic('yaml-comma-cuts', { file, start: first.range[0], end: last.range[1] }, { rest: text, key: written(file, owner.key), quoted: quotedScalar(whole) }));
        refused.add(owner.value);
      }
      rest = [];
    };
    for (const pair of items) {
      const startsAnew = pair.value !== null || file.text.slice(pair.key.range[1]).trimStart().startsWith(':');
      if (startsAnew) {
        finish();
        owner = pair;
      } else {
        rest.push(pair.key);
        refused.add(pair.key);
      }
    }
    finish();
  }

  /** `{ kind:credit }`: without a space the colon is part of the text. */
  function reportLoneKey(key: ParsedNode): void {
    const text = written(file, key);
    report(
      diagnostic('yaml-syntax', spanOfNode(file, key), {
        problem: { en: `\`${text}\` is no entry of a mapping`, zh: `\`${text}\` 不是映射中的一项` },
        instead: { en: 'write `key: "value"`, with a space after the colon', zh: '写成 `键: "值"`，冒号后要有空格' },
      }),
    );
  }
}
