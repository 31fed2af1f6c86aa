import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { parseDocument, type ParsedNode } from 'yaml';
import { diagnostic, type Diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { jsonFaultOf } from '../../diagnostics/json-fault.ts';
import type { SourceFile } from '../tree/span.ts';
import { DEPTH_LIMIT, scanYaml } from '../yaml/scan.ts';

/**
 * A JSON document as nodes with places, the same that the YAML reader works on (JSON is YAML). Undefined where it is no
 * JSON, has a key twice in one object or is nested too deep: the first such place is reported.
 */
export function readJsonNodes(file: SourceFile, report: Report): ParsedNode | undefined {
  const problem = depthProblem(file) ?? jsonProblems(file)[0];
  if (problem !== undefined) {
    report(problem);
    return undefined;
  }
  // A tab in JSON is white space; to YAML it would be a mistake in indentation.
  const { contents } = parseDocument<ParsedNode>(file.text.replaceAll('\t', ' '), { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false, logLevel: 'silent', merge: false });
  return contents ?? undefined;
}

/** Looked for before parsing, since the parsers recurse. */
function depthProblem(file: SourceFile): Diagnostic | undefined {
  const { tooDeepAt } = scanYaml(file);
  return tooDeepAt === undefined ? undefined : diagnostic('json-too-deep', { file, start: tooDeepAt, end: tooDeepAt + 1 }, { limit: DEPTH_LIMIT });
}

function jsonProblems(file: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: Set<string>[] = [];
  const at = (offset: number, length: number) => ({ file, start: offset, end: offset + length });
  const visitor: JSONVisitor = {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, offset, length) => {
      const keys = open.at(-1);
      if (keys?.has(key) === true) found.push(diagnostic('json-duplicate-key', at(offset, length), { path: key }));
      keys?.add(key);
    },
    onError: (error, offset, length) => found.push(diagnostic('json-malformed', at(offset, length), { fault: jsonFaultOf(printParseErrorCode(error), file.text) })),
  };
  visit(file.text, visitor, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return found;
}

/** The plain value of a node. Numbers are floats: for comparing shapes, never for reading a number. */
export function plainJson(file: SourceFile, { range }: ParsedNode): unknown {
  return JSON.parse(file.text.slice(range[0], range[1]));
}
