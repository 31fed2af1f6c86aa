import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Type } from '../../model/type.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import { isReserved } from '../names/reserved.ts';
import { problem, withLocal, type Scope } from './scope.ts';

/**
 * Brings a variable into scope: of `for`, `some`, `every` or a function value. It may not hide a declared name or
 * another variable. Gives the scope inside and the variable's unique name.
 */
export function bind({ name, span }: Identifier, type: Type, scope: Scope): { readonly scope: Scope; readonly variable: string } {
  const local = scope.locals.get(name);
  if (isReserved(name)) problem(scope, 'name-reserved', span, { name });
  else if (scope.names.find(name) !== undefined || (local !== undefined && !local.implicit)) {
    const declared = scope.names.spanOf(name);
    const related = declared === undefined ? [] : [{ span: declared, note: { en: `\`${name}\` is declared here`, zh: `\`${name}\` 在此声明` } }];
    scope.body.report(diagnostic('name-hidden', span, { name }, related));
  }
  const variable = scope.body.fresh(name);
  return { scope: withLocal(scope, name, { variable, type, implicit: false }), variable };
}
