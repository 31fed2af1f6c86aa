/** What geninfo(1) calls a section of a tracefile: one source file. */
export interface TraceRecord {
  readonly file: string;
  /** By line, how often it was hit. */
  readonly lines: ReadonlyMap<number, number>;
  /** By line, how often each branch was taken; `-` where the line was not. */
  readonly branches: ReadonlyMap<number, readonly (number | '-')[]>;
}

/** Reads an LCOV tracefile, and throws at anything that is not in its grammar or does not add up. */
export function tracefile(text: string): readonly TraceRecord[] {
  if (!text.endsWith('end_of_record\n')) throw new Error('a tracefile ends with a record');
  return text.slice(0, -'end_of_record\n'.length).split('end_of_record\n').map(recordOf);
}

function recordOf(text: string): TraceRecord {
  const lines = new Map<number, number>();
  const branches = new Map<number, (number | '-')[]>();
  const totals = new Map<string, number>();
  let file: string | undefined;
  for (const line of text.trimEnd().split('\n')) {
    const [, key = '', value = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? [];
    if (key === 'TN' || key === 'SF') {
      if (key === 'SF') file = value;
      continue;
    }
    const numbers = value.split(',').map((part) => (part === '-' ? '-' : numberIn(part)));
    if (key === 'DA' && numbers.length === 2) putOnce(lines, numbers);
    else if (key === 'BRDA' && numbers.length === 4) putBranch(branches, numbers);
    else if (['LF', 'LH', 'BRF', 'BRH'].includes(key)) totals.set(key, numberIn(value));
    else throw new Error(`not in a tracefile: ${line}`);
  }
  const taken = [...branches.values()].flat();
  const found = { LF: lines.size, LH: [...lines.values()].filter((hits) => hits > 0).length, BRF: taken.length, BRH: taken.filter((times) => times !== '-' && times > 0).length };
  for (const [key, count] of Object.entries(found)) if (totals.get(key) !== count) throw new Error(`${key} is not ${count}`);
  for (const line of branches.keys()) if (!lines.has(line)) throw new Error(`line ${line} has branches and no count`);
  if (file === undefined) throw new Error('a record names its file');
  return { file, lines, branches };
}

type Field = number | '-';

function putOnce(lines: Map<number, number>, [line, hits]: readonly Field[]): void {
  if (typeof line !== 'number' || typeof hits !== 'number' || lines.has(line)) throw new Error(`no count of a line: ${line}`);
  lines.set(line, hits);
}

/** Branches of a line come in their order, in block 0. */
function putBranch(branches: Map<number, Field[]>, [line, block, branch, taken]: readonly Field[]): void {
  if (typeof line !== 'number' || taken === undefined) throw new Error('a branch has a line');
  const known = branches.get(line) ?? [];
  if (block !== 0 || branch !== known.length) throw new Error(`branch ${branch} of line ${line} is out of order`);
  branches.set(line, [...known, taken]);
}

function numberIn(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`not a count: ${text}`);
  return Number(text);
}
