import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['./tests/strict.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: ['default', './tests/closing-line.ts'],
  },
});
