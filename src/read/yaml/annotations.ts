import type { ParsedNode } from 'yaml';
import type { Annotations } from '../tree/statement.ts';
import { entryOf } from './nodes.ts';
import { readBy, readText, readWord, type YamlReading } from './reading.ts';

/** What a statement, table, row or exception carries besides what it says. */
export function readAnnotations(reading: YamlReading, owner: ParsedNode): Annotations {
  return {
    inForce: readBy(reading, entryOf(owner, 'in_force'), (grammar) => grammar.period()),
    cites: readBy(reading, entryOf(owner, 'cites'), (grammar) => grammar.citations()) ?? [],
    basis: readWord(reading, entryOf(owner, 'basis'), (grammar) => grammar.basis()),
    note: readText(reading, entryOf(owner, 'note')),
  };
}
