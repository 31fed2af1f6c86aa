import { SaxesParser, type SaxesTagNS } from 'saxes';
import { diagnostic, type Diagnostic, type Report } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../tree/span.ts';
import type { Prefixes, XmlElement } from './element.ts';
import { placedText, type Piece, type PlacedText } from './placed-text.ts';
import { phraseOf } from './problem.ts';

/** Deeper than any model nests; later stages recurse. */
export const XML_DEPTH_LIMIT = 200;

/** Thrown to leave the parser. */
const stopped = new Error('stopped');

/** An element whose closing tag has not been met. */
interface Open {
  readonly start: number;
  readonly attributes: Map<string, PlacedText>;
  readonly children: XmlElement[];
  readonly pieces: Piece[];
  span: Span;
  prefixes: Prefixes;
}

/**
 * Reads an XML document, every text with its place in the file. The first problem is reported and undefined returned.
 * A DOCTYPE is refused, and with it every entity that a file could declare: no entity is expanded and no other file read.
 */
export function readXml(file: SourceFile, report: Report): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let problem: Diagnostic | undefined;
  /** Where the last piece of markup ended, so where the text before the next begins. */
  let markupEnd = 0;
  const spanFrom = (start: number): Span => ({ file, start, end: Math.min(parser.position, file.text.length) });
  /** The parser would go on, and takes time in the square of the depth: it is left at once. */
  const stop = (found: Diagnostic): never => {
    problem = found;
    throw stopped;
  };

  parser.on('error', ({ message }) => stop(diagnostic('xml-malformed', placeOf(message), { problem: phraseOf(message) })));
  parser.on('doctype', () => stop(diagnostic('xml-doctype', spanFrom(file.text.lastIndexOf('<!DOCTYPE', parser.position)), {})));
  parser.on('opentagstart', () => {
    const start = file.text.lastIndexOf('<', parser.position - 1);
    if (open.length === XML_DEPTH_LIMIT) stop(diagnostic('xml-too-deep', spanFrom(start), { limit: XML_DEPTH_LIMIT }));
    open.push({ start, attributes: new Map(), children: [], pieces: [], span: spanFrom(start), prefixes: new Map() });
  });
  parser.on('attribute', ({ name, prefix }) => {
    const quoteAt = parser.position - 1;
    const start = file.text.lastIndexOf(file.text.charAt(quoteAt), quoteAt - 1) + 1;
    if (prefix !== 'xmlns' && name !== 'xmlns') open.at(-1)?.attributes.set(name, placedText(file, [{ start, end: quoteAt, literal: false }], start));
  });
  parser.on('opentag', ({ ns }) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.span = spanFrom(element.start);
    element.prefixes = withDeclared(ns, open.at(-2)?.prefixes);
    markupEnd = parser.position;
  });
  parser.on('text', () => {
    open.at(-1)?.pieces.push({ start: markupEnd, end: parser.position - 1, literal: false });
  });
  parser.on('cdata', (content) => {
    markupEnd = parser.position;
    const end = markupEnd - ']]>'.length;
    const start = file.text.lastIndexOf('<![CDATA[', end - 1) + '<![CDATA['.length;
    if (content !== '') open.at(-1)?.pieces.push({ start, end, literal: true });
  });
  parser.on('comment', passOver);
  parser.on('processinginstruction', passOver);
  parser.on('closetag', (tag) => {
    const closed = open.pop();
    markupEnd = parser.position;
    if (closed === undefined) return;
    const element = elementOf(tag, closed);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  try {
    parser.write(file.text).close();
  } catch (thrown) {
    if (thrown !== stopped) throw thrown;
  }
  if (problem === undefined) return root;
  report(problem);
  return undefined;

  /** The parser stops behind what it complains of. */
  function placeOf(message: string): Span {
    const unclosed = open.at(-1);
    if (message.includes('unclosed tag') && unclosed !== undefined) return unclosed.span;
    const sign = message.includes('clos') ? '<' : message.includes('entity') ? '&' : undefined;
    const last = Math.max(0, Math.min(parser.position, file.text.length) - 1);
    return spanFrom(sign === undefined ? last : Math.max(0, file.text.lastIndexOf(sign, last)));
  }

  /** A comment is told of before its `>` is read. */
  function passOver(): void {
    markupEnd = file.text.indexOf('>', parser.position - 1) + 1;
  }

  function elementOf({ local, uri }: SaxesTagNS, { attributes, children, pieces, prefixes, span }: Open): XmlElement {
    return { name: local, namespace: uri, attributes, children, text: placedText(file, pieces, span.end), prefixes, span };
  }
}

/** A chain and not a copy, which a file could make as large as the square of its size. */
function withDeclared(declared: Readonly<Record<string, string>>, outer: Prefixes | undefined): Prefixes {
  const own = new Map(Object.entries(declared));
  if (outer === undefined || own.size === 0) return outer ?? own;
  return { get: (prefix) => own.get(prefix) ?? outer.get(prefix) };
}
