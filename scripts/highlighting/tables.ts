import { wordsOf } from './grammar-words.ts';
import { captures, include, match, NAME, type Pattern } from './pattern.ts';

const BAR = '[|｜]';

/** A cell that holds nothing else. Its bars belong to others. */
function wholeCell(holds: string, ...scopes: readonly string[]): Pattern {
  return { match: `(?<=${BAR})\\s*${holds}\\s*(?=${BAR})`, captures: captures(...scopes) };
}

/** Rows of decision tables: the ruler, the header, and rules with their id first. */
export const tables: Readonly<Record<string, readonly Pattern[]>> = {
  rows: [
    match(`^\\s*${BAR}(?=.*--)[-:\\s|｜]+(?=$|[#＃]|//)`, 'punctuation.separator.table.ruler'),
    {
      begin: `^\\s*(${BAR})\\s*(id)\\s*(?=${BAR})`,
      end: '$',
      beginCaptures: captures('punctuation.separator.table.cell', 'keyword.other.column'),
      patterns: [
        wholeCell('(in)\\s+(force)', 'keyword.other.annotation', 'keyword.other.annotation'),
        wholeCell('(cites|basis|note)', 'keyword.other.annotation'),
        ...include('bars', 'expression'),
      ],
    },
    {
      begin: `^\\s*(${BAR})(?:\\s*(\`[^\`\\n]+\`|[^\\s|｜]+))?`,
      end: '$',
      beginCaptures: captures('punctuation.separator.table.cell', 'entity.name.tag.row'),
      patterns: [
        wholeCell('([-－])', 'keyword.operator.any'),
        wholeCell('(otherwise)', 'constant.language.otherwise'),
        wholeCell(`(${[...wordsOf('basisWord')].join('|')})`, 'constant.language.basis'),
        ...include('bars'),
        ...include('comments', 'texts', 'numbers', 'range', 'functions', 'words'),
        match(`${NAME}(?=\\s+\\d)`, 'support.other.article'),
        ...include('expression'),
      ],
    },
  ],
  bars: [match(`${BAR}{2}`, 'punctuation.separator.table.group'), match(BAR, 'punctuation.separator.table.cell')],
};
