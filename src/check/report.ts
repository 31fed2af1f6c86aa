import type { Report } from '../diagnostics/diagnostic.ts';
import { registry } from '../diagnostics/registry.ts';

/** A report that knows whether an error went through it. */
export interface WatchedReport {
  readonly report: Report;
  readonly failed: () => boolean;
  /** Notes an error that an earlier stage has reported. */
  readonly fail: () => void;
}

/** Passes on to `report` and watches for errors. */
export function watched(report: Report): WatchedReport {
  let failed = false;
  return {
    report: (found) => {
      if (registry[found.code].severity === 'error') failed = true;
      report(found);
    },
    failed: () => failed,
    fail: () => {
      failed = true;
    },
  };
}
