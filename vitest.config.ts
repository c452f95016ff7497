import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: a busy machine with two cores runs two files at once.
    testTimeout: 60_000,
    passWithNoTests: false,
    // recheck in JavaScript: its other back ends are programs that an install script would fetch.
    env: { RECHECK_BACKEND: 'pure' },
  },
});
