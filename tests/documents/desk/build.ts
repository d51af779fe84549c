import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

const common: InlineConfig = { configFile: false, logLevel: 'error', mode: 'production', root };

/** Code for Electron's own side, everything of ours in one file. */
function shellConfig(app: string, entry: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...common,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(root, entry),
      outDir: path.join(app, path.dirname(file)),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format, entryFileNames: path.basename(file), codeSplitting: false },
      },
    },
  };
}

/** A page and what it loads, beside the others. */
function pageConfig(app: string, folder: string, page: string): InlineConfig {
  return {
    ...common,
    root: path.join(root, folder),
    plugins: [react()],
    build: {
      outDir: path.join(app, 'out', 'renderer'),
      emptyOutDir: false,
      rolldownOptions: { input: path.join(root, folder, page) },
    },
  };
}

/** Builds an app folder in `app` that holds the paper page, its bridge and the tests' own main file. */
export async function buildPaperApp(app: string): Promise<void> {
  mkdirSync(app, { recursive: true });
  writeFileSync(
    path.join(app, 'package.json'),
    JSON.stringify({
      name: 'trust-desk-paper-tests',
      version: '0.0.0',
      type: 'module',
      main: 'out/main/main.js',
    }),
  );
  await build(shellConfig(app, 'tests/documents/desk/main.ts', 'out/main/main.js', 'es'));
  await build(shellConfig(app, 'electron/paper-preload.ts', 'out/preload/paper.cjs', 'cjs'));
  await build(pageConfig(app, 'renderer', 'paper.html'));
  await build(pageConfig(app, 'tests/documents/page', 'preview.html'));
}
