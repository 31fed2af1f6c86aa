import packageJson from '../../../package.json' with { type: 'json' };

/** What decided, as receipts name it: `plumbline 0.1.0`. */
export const ENGINE = `plumbline ${packageJson.version}`;
