/** What the app was started for. */
export type Launch =
  | { for: 'desk'; practice: boolean }
  /** `trust-desk office COMMAND …`: no window; `argv` begins with the command. */
  | { for: 'terminal'; argv: string[] }
  /** Makes one PDF for the terminal; see `paper/paper-mode.ts`. */
  | { for: 'paper' };

/**
 * Reads the command line. An installed app gets its own arguments at once; one that runs from a folder gets
 * that folder first. Switches before them are Chromium's.
 */
export function readLaunch(argv: readonly string[], isPackaged: boolean): Launch {
  const given = argv.slice(1);
  const from = isPackaged ? 0 : given.findIndex(isPlain) + 1;
  const next = given.findIndex((argument, index) => index >= from && isPlain(argument));
  if (next >= 0 && given[next] === 'office') return { for: 'terminal', argv: given.slice(next + 1) };
  if (given.includes('--paper')) return { for: 'paper' };
  return { for: 'desk', practice: given.includes('--practice') };
}

function isPlain(argument: string): boolean {
  return !argument.startsWith('-');
}
