import { NameScope } from '../../../grammar/name-scope.ts';
export const builtinNames = new NameScope(['string length', 'date and time', 'years and months duration', 'list contains'], undefined, true);
