import { isCollection, isScalar, visit, type Document, type ParsedNode, type YAMLParseError } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { beginsAs } from './plain.ts';
import { quotedScalar } from './quoted.ts';
import { valueAround } from './value-around.ts';

/**
 * What the YAML parser could not read, in the words of someone who writes a policy: most often a cell or expression
 * without quotes. One problem a line, and none after a quote or bracket that stays open, since it swallows what follows.
 */
export function syntaxProblems(file: SourceFile, document: Document.Parsed<ParsedNode>): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  let lastLine = 0;
  for (const error of document.errors) {
    const { line } = positionAt(file, error.pos[0]);
    if (line === lastLine) continue;
    lastLine = line;
    const open = openBefore(file, document, error);
    if (open !== undefined) return [...problems, open];
    problems.push(problemOf(file, error));
  }
  return problems;
}

/** A quote or bracket that is never closed; the parser notices at the end of what it swallowed. */
function openBefore(file: SourceFile, document: Document.Parsed, { code, message, pos }: YAMLParseError): Diagnostic | undefined {
  if (code === 'MISSING_CHAR' && message.includes('quote')) {
    const start = startOfLast(document, pos[0], (node) => isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'));
    if (start === undefined) return undefined;
    const lineEnd = file.text.indexOf('\n', start);
    return diagnostic('unterminated-string', { file, start, end: lineEnd === -1 ? file.text.length : lineEnd }, {});
  }
  if (code !== 'BAD_INDENT' || !message.startsWith('Flow')) return undefined;
  const start = startOfLast(document, pos[0], (node) => isCollection(node) && node.flow === true);
  const bracket = start === undefined ? '' : file.text.charAt(start);
  if (start === undefined || !'[{'.includes(bracket)) return undefined;
  return diagnostic('bracket-not-closed', { file, start, end: start + 1 }, { bracket, closing: bracket === '[' ? ']' : '}' });
}

/** Where the last node of a kind begins that an error, found behind it, can be about. */
function startOfLast(document: Document.Parsed, before: number, fits: (node: unknown) => boolean): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0];
      if (start !== undefined && start < before && start >= (found ?? 0) && fits(node)) found = start;
    },
  });
  return found;
}

function problemOf(file: SourceFile, { code, pos }: YAMLParseError): Diagnostic {
  const span: Span = { file, start: pos[0], end: Math.max(pos[1], pos[0]) };
  switch (code) {
    case 'TAB_AS_INDENT':
      return diagnostic('tab-in-indentation', span, { lines: 1 });
    case 'MULTIPLE_DOCS':
      return diagnostic('yaml-several-documents', { ...span, end: span.start + 3 }, {});
    case 'BAD_DQ_ESCAPE':
      return diagnostic('yaml-syntax', span, { problem: badEscape, instead: escapeInstead });
    case 'BAD_INDENT':
      return diagnostic('yaml-syntax', span, { problem: unevenIndent, instead: evenIndent });
    default: {
      const value = valueAround(file, pos[0]);
      if (value === undefined) return diagnostic('yaml-syntax', span, code.endsWith('IMPLICIT_KEY') || code === 'MISSING_CHAR' ? { problem: unevenIndent, instead: evenIndent } : { problem: misfit, instead: lookAround });
      return problemOfValue(file, value);
    }
  }
}

/** A value that is no YAML: most often one without quotes, or one whose quotes do not hold all of it. */
function problemOfValue(file: SourceFile, value: Span): Diagnostic {
  const text = file.text.slice(value.start, value.end);
  const problem = (what: Phrase, instead: Phrase): Diagnostic => diagnostic('yaml-syntax', value, { problem: what, instead });
  const inQuotes = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0];
  if (inQuotes === undefined) return diagnostic('yaml-unquoted', value, { written: text, quoted: quotedScalar(text), readAs: beginsAs(text) });
  if (inQuotes === text) return problem(unpairedQuotes, lookAround);
  const next = /^\s+([^\s"'{}[\],:]+)\s*:\s/.exec(text.slice(inQuotes.length))?.[1];
  if (next !== undefined) return problem({ en: `a comma is missing before \`${next}\``, zh: `\`${next}\` 之前缺少逗号` }, { en: `write \`, ${next}:\``, zh: `写成 \`, ${next}:\`` });
  const whole = text.length > 1 && text.endsWith(text.charAt(0)) && text.startsWith("'") ? text.slice(1, -1) : text;
  return problem(goesOn, { en: `write \`${quotedScalar(whole)}\``, zh: `写成 \`${quotedScalar(whole)}\`` });
}

const unpairedQuotes: Phrase = { en: 'the quotes on this line do not pair up', zh: '此行的引号没有成对' };
const goesOn: Phrase = { en: 'the text goes on behind its closing quote', zh: '结束引号之后还有文字' };
const badEscape: Phrase = { en: 'this backslash begins no escape that YAML knows', zh: 'YAML 没有这种反斜杠转义' };
const escapeInstead: Phrase = { en: "put the text in single quotes, where a backslash is a backslash, or write `\\\\`", zh: '改用单引号（其中反斜杠就是反斜杠），或写成 `\\\\`' };
const unevenIndent: Phrase = { en: 'this line is indented neither like the entries above it nor below one of them', zh: '此行的缩进既不与上面的各项对齐，也不在其中一项之下' };
const evenIndent: Phrase = { en: 'give all entries of a mapping or list the same indentation', zh: '让同一映射或列表的各项缩进一致' };
const misfit: Phrase = { en: 'this does not fit what stands before it', zh: '此处与前文不符' };
const lookAround: Phrase = { en: 'look for a quote, comma or bracket too few or too many, and put every cell and expression in quotes', zh: '检查引号、逗号、括号是否缺少或多余，并给每个单元格和表达式加上引号' };
