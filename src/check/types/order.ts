import type { Type } from '../../model/type.ts';

/** Whether `<` has a meaning for a type: numbers, text, dates, times, durations, ordered enums. */
export function hasOrder(type: Type): boolean {
  switch (type.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
    case 'any':
      return true;
    case 'enum':
      return type.vocabulary.order !== undefined;
    default:
      return false;
  }
}
