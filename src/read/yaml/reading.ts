import { isScalar, type ParsedNode, type Scalar } from 'yaml';
import type { PolicyGrammar } from '../../../grammar/policy/clause-grammar.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Comment, ScalarText, Text } from '../tree/statement.ts';
import type { Identifier } from '../tree/expression.ts';
import type { SourceFile } from '../tree/span.ts';
import type { Reading } from '../text/context.ts';
import { scanLines } from '../text/line-scanner.ts';
import { parse } from '../text/parse.ts';
import { scalarName, spanOfNode, written } from './nodes.ts';
import { takenFor } from './plain.ts';
import { quotedScalar } from './quoted.ts';
import { placesIn } from './scalar-places.ts';

/** What every part of the YAML reader needs. */
export interface YamlReading extends Reading {
  /** Nodes that were reported and are not to be read. */
  readonly refused: ReadonlySet<object>;
  /** Those with comments or line breaks in them, by the node read from them. */
  readonly scalars: Map<object, ScalarText>;
  /** Comments inside scalars. */
  readonly comments: Comment[];
}

/** Reads a scalar by one rule of the grammar. It must be in quotes, whatever it says, so that nobody has to know YAML's exceptions. */
export function readBy<R extends object>(reading: YamlReading, node: ParsedNode | undefined, rule: (grammar: PolicyGrammar) => R): R | undefined {
  if (!isScalar(node) || reading.refused.has(node)) return undefined;
  if (node.type === 'PLAIN') {
    if (node.source === '') return undefined;
    reportUnquoted(reading, node);
    // What YAML takes for a number or the like may not be what was meant: it is not read, lest a second error speak of it.
    return takenFor(scalarName(node)) !== undefined ? undefined : parseScalar({ ...reading, report: () => undefined }, node, rule);
  }
  if (isFolded(reading.file, node)) {
    reading.report(diagnostic('yaml-folded', spanOfNode(reading.file, node), {}));
    return undefined;
  }
  return parseScalar(reading, node, rule);
}

/** Reads a name, a label or a word: as `readBy`, but quotes may be left out where YAML takes it for nothing else. */
export function readName(reading: YamlReading, node: ParsedNode | undefined): Identifier | undefined {
  return readWord(reading, node, (grammar) => grammar.name());
}

export function readWord<R extends object>(reading: YamlReading, node: ParsedNode | undefined, rule: (grammar: PolicyGrammar) => R): R | undefined {
  if (!isScalar(node) || reading.refused.has(node)) return undefined;
  return node.type === 'PLAIN' && takenFor(scalarName(node)) === undefined ? parseScalar(reading, node, rule) : readBy(reading, node, rule);
}

/** Text for people: any scalar that YAML takes for a text. */
export function readText(reading: YamlReading, node: ParsedNode | undefined): Text | undefined {
  if (!isScalar(node) || reading.refused.has(node)) return undefined;
  if (node.type === 'PLAIN' && takenFor(scalarName(node)) !== undefined && node.source !== '') reportUnquoted(reading, node);
  return { text: String(node.value), span: spanOfNode(reading.file, node) };
}

function reportUnquoted({ file, report }: YamlReading, node: Scalar.Parsed): void {
  const text = written(file, node);
  report(diagnostic('yaml-unquoted', spanOfNode(file, node), { written: text, quoted: quotedScalar(text.replace(/\s*\n\s*/g, ' ')), readAs: takenFor(text) }));
}

/** YAML would join the lines of this scalar. */
function isFolded(file: SourceFile, node: Scalar.Parsed): boolean {
  return node.type === 'BLOCK_FOLDED' || (node.type !== 'BLOCK_LITERAL' && written(file, node).includes('\n'));
}

function parseScalar<R extends object>(reading: YamlReading, node: Scalar.Parsed, rule: (grammar: PolicyGrammar) => R): R | undefined {
  const { file, report } = reading;
  const text = scalarName(node);
  const places = placesIn(node);
  const result = parse(text, typeof places === 'number' ? { file, offset: places } : { file, offset: node.range[0], places }, rule, report);
  if (result !== undefined && /[\n#＃]|\/[/*]/.test(text)) {
    const placeOf = (at: number): number => (typeof places === 'number' ? places + at : (places[Math.min(at, places.length - 1)] ?? node.range[0]));
    reading.scalars.set(result, { text, span: { file, start: placeOf(0), end: node.range[1] } });
    for (const comment of scanLines({ path: file.path, text }).comments) {
      const { start, end } = comment.span;
      reading.comments.push({ ...comment, span: { file, start: placeOf(start), end: placeOf(end) } });
    }
  }
  return result;
}
