import { defineConfig } from '@playwright/test';

/** The tour that `npm start` takes where there is no screen: one long walk, told step by step. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.ts',
  outputDir: '../../test-results/tour',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: './tour-reporter.ts',
});
