/**
 * The app as it is built, held until the test has taken hold of it: Electron's "ready" reaches it only then. Otherwise
 * a window that opens meanwhile now and then leaves both waiting for each other. Playwright does the same by a module
 * that it loads first, but only into an Electron that it finds by itself.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, utilityProcess } from 'electron';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
app.setName(manifest.productName);
app.setVersion(manifest.version);
app.setAppPath(root);

const really = app.whenReady();
const emit = app.emit.bind(app);
let readyWith = [];
let isReady = false;
let release = () => undefined;
const released = new Promise((resolve) => {
  release = resolve;
});

app.emit = (event, ...given) => {
  if (event !== 'ready') return emit(event, ...given);
  readyWith = given;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => released;

// Called by Playwright, by this name, when it has connected.
globalThis.__playwright_run = async () => {
  await really;
  isReady = true;
  release();
  emit('ready', ...readyWith);
};

// For the tests that speak to the office past the window: they need the process that the app started.
const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (...given) => {
  globalThis.officeOfTheTest = fork(...given);
  return globalThis.officeOfTheTest;
};

await import(pathToFileURL(path.join(root, manifest.main)).href);
