import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'grammar/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/bench/**', 'node_modules/**'],
    // One core is left idle otherwise; files that start the command wait for it most of their time.
    maxWorkers: '100%',
    // Modules are loaded once for all files: none of them keeps a state that a test can see, and loading them took a third of the time.
    isolate: false,
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 60_000,
  },
});
