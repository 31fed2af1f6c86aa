import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import type { Code } from '../../diagnostics/registry.ts';

/** How findings are taken: what `plumbline.yaml` says. */
export interface Settings {
  /** By code, where it differs from the one that Plumbline gives it. `off` is not reported at all. */
  readonly severity: ReadonlyMap<Code, Severity | 'off'>;
  readonly analysis: {
    /** Steps that one search of an analysis may take. */
    readonly budget?: number;
  };
}

export const standardSettings: Settings = { severity: new Map(), analysis: {} };

/** What was found, with the severities that the settings say, without what they turn off. */
export function underSettings(found: readonly Diagnostic[], { severity }: Settings): readonly Diagnostic[] {
  return found.flatMap((one) => {
    const chosen = severity.get(one.code);
    return chosen === 'off' ? [] : [chosen === undefined ? one : { ...one, severity: chosen }];
  });
}
