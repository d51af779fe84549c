import type { Step } from './step.ts';

/** What can be checked in under a minute, without a window. */
export const quickSteps: readonly Step[] = [
  { title: 'Format', script: 'format:check' },
  { title: 'Types', script: 'types' },
  { title: 'Lint', script: 'lint' },
  { title: 'Dead code', script: 'dead' },
  { title: 'Unit and contract tests', script: 'test:unit', reporter: 'vitest' },
];

/** Everything, in the order in which a fault is found soonest. */
export const allSteps: readonly Step[] = [
  ...quickSteps,
  { title: 'Office, migration and crash tests', script: 'test:office', reporter: 'vitest' },
  { title: 'Screen tests', script: 'test:renderer', reporter: 'vitest' },
  { title: 'Build', script: 'build' },
  { title: 'Printed documents', script: 'test:documents', reporter: 'vitest', after: 'build' },
  { title: 'The app in its window', script: 'e2e', reporter: 'playwright', after: 'build' },
];
