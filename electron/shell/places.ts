import path from 'node:path';

/** Where the parts of the built app are. Inside an installed app this is the archive. */
export function builtPlaces(appFolder: string) {
  const out = path.join(appFolder, 'out');
  return {
    pages: path.join(out, 'renderer'),
    preload: path.join(out, 'preload', 'preload.cjs'),
    office: path.join(out, 'main', 'office.js'),
    terminal: path.join(out, 'main', 'cli.js'),
    migrations: path.join(appFolder, 'migrations'),
  };
}
