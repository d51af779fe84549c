import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureLibraries } from '../../scripts/runtime/system-libraries.ts';
import { buildPaperApp } from './desk/build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built paper app. */
    paperApp: string;
  }
}

/** Builds the paper app once for all tests of documents; the folder is removed at the end. */
export default async function setup(project: TestProject): Promise<() => void> {
  await ensureLibraries('paper');
  const app = mkdtempSync(path.join(os.tmpdir(), 'trust-desk-paper-app-'));
  await buildPaperApp(app);
  project.provide('paperApp', app);
  return () => rmSync(app, { recursive: true, force: true, maxRetries: 5 });
}
