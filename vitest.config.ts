import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    passWithNoTests: false,
    // recheck in JavaScript: its other back ends are programs that an install script would fetch.
    env: { RECHECK_BACKEND: 'pure' },
  },
});
