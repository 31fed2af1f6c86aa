import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Identifier } from '../tree/expression.ts';
import type { PolicyStatement, PolicyTree, Statement } from '../tree/statement.ts';
import type { SourceFile } from '../tree/span.ts';
import type { Reading } from './context.ts';
import { layOut, type Block } from './layout.ts';
import { readStatement, statementWords } from './statements.ts';

/**
 * Reads a `.policy` file. Every problem is reported with its place; a statement, clause, row or cell that cannot be
 * read leaves all others standing.
 */
export function readPolicy(file: SourceFile, report: Report): PolicyTree {
  const unreadable: Identifier[] = [];
  const reading: Reading = { file, report, unreadable };
  const { blocks, comments } = layOut(file, report);
  const statements: Statement[] = [];
  let policy: PolicyStatement | undefined;
  for (const block of blocks) {
    const statement = readStatement(reading, block);
    if (statement?.kind !== 'policy') {
      if (statement !== undefined) statements.push(statement);
    } else if (policy === undefined) policy = statement;
    else report(diagnostic('policy-statement-repeated', statement.span, {}));
  }
  const [first] = blocks;
  const start = { file, start: 0, end: 0 };
  if (first === undefined) report(diagnostic('file-empty', start, {}));
  else if (policy === undefined && !blocks.some((block) => meantAsPolicy(file, block))) {
    report(diagnostic('policy-statement-missing', { ...start, start: first.start, end: first.end }, {}));
  }
  return { file, policy, statements, unreadable, comments, spelling: { kind: 'policy' } };
}

/** A `policy` statement that could not be read, or a word close to it: that was reported already. */
function meantAsPolicy(file: SourceFile, block: Block): boolean {
  const word = /^\p{L}+/u.exec(file.text.slice(block.start, block.end))?.[0] ?? '';
  return word === 'policy' || (!(statementWords as readonly string[]).includes(word) && closest(word, statementWords) === 'policy');
}
