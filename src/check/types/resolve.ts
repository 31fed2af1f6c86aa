import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { FieldType, Type } from '../../model/type.ts';
import type { Identifier, TypeExpression } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { declarationOf, type Declared, type Kind, type Names } from '../names/names.ts';
import { namesThat, suggestion } from '../names/suggest.ts';
import { closest } from '../../diagnostics/closest.ts';
import { BROKEN } from './broken.ts';
import { feelTypes, namedTypes } from './named-types.ts';
import { typeOfUnit } from './number-types.ts';

type NamedType = TypeExpression & { readonly kind: 'named' };

/**
 * The type that a declaration names. In `FEEL` positions (`instance of`, parameters of function values) FEEL's own names
 * count too. What is wrong is reported and passes as `any`.
 */
export function resolveType(expression: TypeExpression, names: Names, report: Report, where: 'declaration' | 'FEEL' = 'declaration'): Type {
  switch (expression.kind) {
    case 'unreadable':
      return BROKEN;
    case 'named':
      return resolveNamed(expression, names, report, where);
    case 'list':
      return { kind: 'list', item: resolveType(expression.item, names, report, where) };
    case 'range':
      return { kind: 'range', item: resolveType(expression.item, names, report, where) };
    case 'context': {
      const fields = expression.fields.map(({ name, type }): [string, FieldType] => [name.name, { type: resolveType(type, names, report, where), optional: false, label: undefined }]);
      return { kind: 'record', name: undefined, fields: new Map(fields) };
    }
    case 'function':
      return { kind: 'function', parameters: expression.parameters.map((one) => resolveType(one, names, report, where)), result: resolveType(expression.result, names, report, where) };
  }
}

function resolveNamed(expression: NamedType, names: Names, report: Report, where: 'declaration' | 'FEEL'): Type {
  const { path, currency, span } = expression;
  const [first, second, ...rest] = path;
  if (first === undefined) return BROKEN;
  if (path.length === 1 && first.name === 'money') return moneyType(currency, span, report);
  if (second === undefined) {
    const known = namedTypes.get(first.name) ?? (where === 'FEEL' ? feelTypes.get(first.name) : undefined);
    return known ?? declaredType(names.use(first.name), first, first.name, names, report);
  }
  const from = first.name === names.policy && names.find(first.name) === undefined ? ({ kind: 'import', names } as const) : names.use(first.name);
  if (from?.kind !== 'import' || rest.length > 0) {
    if (from === undefined) report(diagnostic('name-unknown', first.span, { name: first.name, suggestion: closest(first.name, namesThat(names, (kind) => kind === 'import')) }));
    else if (from.kind !== 'unreadable') report(diagnostic('not-a-type', span, { name: path.map(({ name }) => name).join('.'), kind: declarationOf(from) }));
    return BROKEN;
  }
  return from.names === undefined ? BROKEN : importedType(from.names, second, report);
}

function importedType(imported: Names, name: Identifier, report: Report): Type {
  const declared = imported.use(name.name);
  if (declared !== undefined && declared.kind !== 'import') return declaredType(declared, name, `${imported.policy}.${name.name}`, imported, report);
  const near = closest(name.name, namesThat(imported, isType));
  report(diagnostic('imported-name-unknown', name.span, { policy: imported.policy, name: name.name, suggestion: near === undefined ? undefined : `${imported.policy}.${near}` }));
  return BROKEN;
}

function declaredType(declared: Declared | undefined, { span }: Identifier, name: string, names: Names, report: Report): Type {
  if (declared?.kind === 'type') return declared.type;
  if (declared?.kind === 'unreadable') return BROKEN;
  if (declared !== undefined) report(diagnostic('not-a-type', span, { name, kind: declarationOf(declared) }));
  else report(diagnostic('type-unknown', span, { name, suggestion: suggestion(name, names, isType, namedTypes.keys()) }));
  return BROKEN;
}

function moneyType(currency: Identifier | undefined, span: Span, report: Report): Type {
  if (currency !== undefined) return typeOfUnit({ kind: 'money', currency: currency.name });
  report(diagnostic('currency-missing', span, {}));
  return BROKEN;
}

function isType(kind: Kind): boolean {
  return kind === 'type';
}
