import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Annotated, Citation, Period } from '../../model/policy.ts';
import { citationText } from '../../read/tree/clause-text.ts';
import type { Annotations, CitationTree } from '../../read/tree/statement.ts';
import type { Declared, Kind, ListedArticles, Names } from '../names/names.ts';
import { importsOf } from '../names/names.ts';
import { namesThat, suggestion } from '../names/suggest.ts';
import { isListed } from './articles.ts';
import { periodWithin } from './periods.ts';

/** What a statement, table, row or exception carries, its period within that of what it stands in. */
export function annotated(tree: Annotations, outer: Period, names: Names, report: Report): Annotated {
  return {
    inForce: periodWithin(outer, tree.inForce, report),
    cites: tree.cites.flatMap((citation) => checkCitation(citation, names, report) ?? []),
    basis: tree.basis?.basis,
    note: tree.note?.text,
  };
}

/** A citation of an article that its source lists. Undefined where it is none (it is reported). */
export function checkCitation(tree: CitationTree, names: Names, report: Report): Citation | undefined {
  const found = findSource(tree, names, report);
  if (found === undefined) return undefined;
  const { source, listed } = found;
  if (tree.unit !== undefined && source.unit !== undefined && unitOf(tree.unit) !== unitOf(source.unit)) {
    report(diagnostic('article-unit-differs', tree.span, { source: source.name, unit: tree.unit, listed: source.unit }));
    return undefined;
  }
  const outside = [tree.from, tree.to].find((article) => article !== undefined && !isListed(article, listed));
  if (outside !== undefined) {
    const cited = `${tree.unit ?? 'article'} ${outside}`;
    report(diagnostic('article-not-listed', tree.span, { source: source.name, cited, listed: `${source.unit ?? 'articles'} ${rangesText(listed)}` }));
    return undefined;
  }
  return { text: citationText(tree), source, span: tree.span };
}

/** `Measures2023`, or `vocabulary.Measures2023` of an import. */
function findSource({ source, span }: CitationTree, names: Names, report: Report): (Declared & { readonly kind: 'source' }) | undefined {
  const [first, second] = source;
  if (first === undefined) return undefined;
  const declared = names.use(first.name);
  if (second === undefined) {
    if (declared?.kind === 'source') return declared;
    if (declared?.kind !== 'unreadable') report(diagnostic('source-unknown', first.span, { name: first.name, suggestion: suggestion(first.name, names, isSource) }));
    return undefined;
  }
  if (declared?.kind === 'unreadable' || (declared?.kind === 'import' && declared.names === undefined)) return undefined;
  const imported = declared?.kind === 'import' ? declared.names : undefined;
  const theirs = imported?.use(second.name);
  if (theirs?.kind === 'source' && source.length === 2) return theirs;
  if (theirs?.kind !== 'unreadable') {
    const written = source.map(({ name }) => name).join('.');
    report(diagnostic('source-unknown', span, { name: written, suggestion: imported === undefined ? importNear(first.name, second.name, names) : inside(imported, second.name) }));
  }
  return undefined;
}

function inside(imported: Names, name: string): string | undefined {
  const near = closest(name, namesThat(imported, isSource));
  return near === undefined ? undefined : `${imported.policy}.${near}`;
}

function importNear(policy: string, source: string, names: Names): string | undefined {
  const near = closest(policy, importsOf(names).map(([name]) => name));
  return near === undefined ? undefined : `${near}.${source}`;
}

function isSource(kind: Kind): boolean {
  return kind === 'source';
}

/** `art`, `article`, `articles`, `条` are one unit, `item` and `items` another. */
function unitOf(word: string): string {
  return unitWords.get(word.toLowerCase()) ?? word.toLowerCase().replace(/s$/, '');
}

const unitWords: ReadonlyMap<string, string> = new Map([
  ['art', 'article'],
  ['arts', 'article'],
  ['条', 'article'],
  ['para', 'paragraph'],
  ['paras', 'paragraph'],
  ['款', 'paragraph'],
  ['项', 'item'],
]);

function rangesText(listed: readonly ListedArticles[]): string {
  return listed.map(({ from, to }) => (from === to ? from : `${from}..${to}`)).join(', ');
}
