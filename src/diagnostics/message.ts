import type { Definition } from './define.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { registry } from './registry.ts';

export const languages = ['en', 'zh'] as const;
/** A language that Plumbline speaks. */
export type Language = (typeof languages)[number];

/** What is wrong, in the reader's language. */
export function messageOf(found: Diagnostic, language: Language): string {
  return definitionOf(found).message[language](found.parameters as never);
}

/** What to do about it. */
export function remedyOf(found: Diagnostic, language: Language): string {
  return definitionOf(found).remedy[language](found.parameters as never);
}

export function severityOf(found: Diagnostic): Severity {
  return found.severity ?? definitionOf(found).severity;
}

/**
 * A definition whose parameter type is forgotten (hence the casts to `never` above): `diagnostic()` has checked the
 * parameters against the code when it made the diagnostic.
 */
function definitionOf(found: Diagnostic): Definition<never> {
  return registry[found.code];
}
