import { defineConfig } from 'vitest/config';

/** The field test reads a corpus of public workbooks that is no part of the project: PAYESH_CORPUS names its folder. */
export default defineConfig({
  test: {
    setupFiles: ['./tests/strict.ts'],
    include: ['tests/field/**/*.field.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
