/**
 * What a stock Electron's default app does, for an Electron that comes without one: takes the first plain argument
 * as the folder of the app to run, gives it that app's name and version, and loads its main file.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.';
const folder = path.resolve(given);
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { value: true });
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);

await import(pathToFileURL(path.join(folder, manifest.main)).href);
