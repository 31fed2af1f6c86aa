import { Lexer } from 'yaml';
import type { Comment } from '../tree/statement.ts';
import type { SourceFile } from '../tree/span.ts';

/** No policy nests deeper; the composer would overflow the stack in the thousands. */
export const DEPTH_LIMIT = 100;
/** Each level of a block is indented by a column at least: where levels do not show on one line, they show here. */
const INDENT_LIMIT = 300;

export interface YamlScan {
  readonly comments: readonly Comment[];
  /** Where lists and mappings become too deep to be read. */
  readonly tooDeepAt: number | undefined;
}

/** Tokens of the lexer that stand for no text of the file: a document's start, the end of a flow, a scalar that follows. */
const DOCUMENT = '\x02';
const FLOW_END = '\x18';
const SCALAR = '\x1f';

/** Looks through a file's tokens, before anything is built of them, for comments and for nesting that is too deep. */
export function scanYaml(file: SourceFile): YamlScan {
  const comments: Comment[] = [];
  let offset = 0;
  let flowDepth = 0;
  let itemsOnLine = 0;
  let atLineStart = true;
  let isScalar = false;
  for (const token of new Lexer().lex(file.text)) {
    if (token === DOCUMENT || token === FLOW_END) continue;
    if (token === SCALAR) {
      isScalar = true;
      continue;
    }
    const [first] = token;
    if (!isScalar) {
      if (first === '[' || first === '{') flowDepth += 1;
      else if (first === ']' || first === '}') flowDepth -= 1;
      else if (flowDepth === 0 && (token === '-' || token === '?')) itemsOnLine += 1;
      else if (first === '#') comments.push({ marker: '#', text: token.slice(1).trim(), span: { file, start: offset, end: offset + token.length }, ownLine: atLineStart });
    }
    const indented = atLineStart && !isScalar && first === ' ' && token.length > INDENT_LIMIT;
    if (flowDepth > DEPTH_LIMIT || itemsOnLine > DEPTH_LIMIT || indented) return { comments, tooDeepAt: offset };
    offset += token.length;
    const lineEnded = token.endsWith('\n');
    if (lineEnded) itemsOnLine = 0;
    atLineStart = lineEnded || (atLineStart && token.trim() === '');
    isScalar = false;
  }
  return { comments, tooDeepAt: undefined };
}
