import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceStatement } from '../../read/tree/statement.ts';
import type { Declared, ListedArticles } from '../names/names.ts';
import { compareArticles } from './articles.ts';

/** A source and the articles it lists. */
export function declareSource({ name, label, unit, listed }: SourceStatement, report: Report): Declared & { readonly kind: 'source' } {
  const ranges = listed.map(({ from, to = from, span }): ListedArticles => {
    if (compareArticles(from, to) > 0) report(diagnostic('articles-reversed', span, { from, to }));
    return { from, to };
  });
  return { kind: 'source', source: { name: name.name, title: label?.text, unit, span: name.span }, listed: ranges };
}
