import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['./tests/strict.ts'],
    include: ['tests/**/*.test.ts'],
    // Against hanging alone: how fast a machine is, the bench measures.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './tests/closing-line.ts'],
  },
});
