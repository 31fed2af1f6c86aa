import type { ItemDefinition, ItemType } from '../../read/dmn/tree.ts';
import type { Cell, TypeExpression } from '../../read/tree/expression.ts';
import type { Value } from '../../feel/values/value.ts';
import { ANY, namedTypes, type FeelType } from './types.ts';
import type { Truth } from './scope.ts';

/** What is needed to make types of item definitions. */
export interface TypeSetting {
  /** The item definition of a name, in this model or in an imported one. */
  readonly definition: (path: readonly string[]) => (() => FeelType) | undefined;
  readonly constraint: (cell: Cell) => (value: Value) => Truth;
  readonly unknown: (written: TypeExpression, name: string) => void;
}

/** The type that is written. One that is not known is reported and is `Any`. */
export function typeOf(written: TypeExpression | undefined, setting: TypeSetting): FeelType {
  if (written === undefined) return ANY;
  switch (written.kind) {
    case 'unreadable':
      return ANY;
    case 'named': {
      const path = written.path.map(({ name }) => name);
      const name = path.join('.');
      const declared = setting.definition(path);
      if (declared !== undefined) return declared();
      const known = path.length === 1 ? namedTypes.get(name) : undefined;
      if (known === undefined) setting.unknown(written, name);
      return known ?? ANY;
    }
    case 'list':
    case 'range':
      return { kind: written.kind, item: typeOf(written.item, setting) };
    case 'context':
      return { kind: 'context', entries: new Map(written.fields.map(({ name, type }) => [name.name, typeOf(type, setting)])) };
    case 'function':
      return { kind: 'function', parameters: written.parameters.map((parameter) => typeOf(parameter, setting)), result: typeOf(written.result, setting) };
  }
}

/** The type of an item definition (DMN 1.5, clause 7.3.3): its base, as a list if it is a collection, narrowed by its constraints. */
export function itemTypeOf({ base, collection, allowed, constraint }: ItemType, setting: TypeSetting): FeelType {
  const element = constrained(baseOf(base, setting), allowed, setting);
  return constrained(collection ? { kind: 'list', item: element } : element, constraint, setting);
}

function baseOf(base: ItemType['base'], setting: TypeSetting): FeelType {
  switch (base.kind) {
    case 'reference':
      return typeOf(base.type, setting);
    case 'components':
      return { kind: 'context', entries: new Map(base.components.map(({ name, type }: ItemDefinition) => [name.name, itemTypeOf(type, setting)])) };
    case 'function':
      return { kind: 'function', parameters: base.parameters.map(({ type }) => typeOf(type, setting)), result: typeOf(base.result, setting) };
  }
}

function constrained(base: FeelType, cell: Cell | undefined, { constraint }: TypeSetting): FeelType {
  return cell === undefined ? base : { kind: 'constrained', base, holds: constraint(cell) };
}
