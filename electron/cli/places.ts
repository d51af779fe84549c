import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The project's or the installed app's folder: the nearest one above that has a package.json and migrations. */
function appFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'migrations')))
      return folder;
    if (path.dirname(folder) === folder) throw new Error('The folder of migrations is missing.');
  }
}

/** The folder of the SQL that builds an office. */
export function migrationsDir(): string {
  return path.join(appFolder(), 'migrations');
}

/** This program's version. */
export function version(): string {
  const manifest = readFileSync(path.join(appFolder(), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
