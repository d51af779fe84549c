import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest engines the code must run on: those of Electron 33, which the tests drive.
const SHELL = 'node20.18';
const WINDOW = 'chrome130';

const BUNDLED = [
  'zod',
  'electron-store',
  'electron-log',
  'kysely',
  'temporal-polyfill',
  'double-metaphone',
  'papaparse',
  'write-excel-file',
];

/** Three builds: the shell with the office service, the bridges into the windows, and the windows. */
export default defineConfig({
  main: {
    build: {
      target: SHELL,
      outDir: 'out/main',
      // Bundled, because reading hundreds of small files is what makes a start slow; native code stays outside.
      externalizeDeps: { exclude: BUNDLED },
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          office: 'electron/office/main.ts',
          'backup-worker': 'electron/office/backups/worker.ts',
          cli: 'electron/cli.ts',
        },
        output: { entryFileNames: '[name].js', format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: SHELL,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts', paper: 'electron/paper-preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: WINDOW,
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: { index: 'renderer/index.html', paper: 'renderer/paper.html' } },
    },
  },
});
