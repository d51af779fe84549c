import { type Option, commonOptions } from './arguments.ts';
import { type Command, commands } from './commands.ts';

const SIGN_IN = `The person and passphrase come from OFFICE_USER and OFFICE_PASSPHRASE, or are asked for;
the code of a second factor from OFFICE_CODE. A practice office without OFFICE_USER signs in by itself as
somebody who may do it. Results are JSON on standard output, problems on standard error with exit code 1,
wrong usage 2.`;

function flag([name, option]: [string, Option]): string {
  return `  ${`--${name}${option.value ? ` ${option.value}` : ''}`.padEnd(24)}${option.help}${option.many ? ' (may be repeated)' : ''}`;
}

function usageOf(command: Command): string {
  const needed = Object.entries(command.options).filter(([, option]) => option.needed);
  const flags = needed.map(([name, option]) => ` --${name} ${option.value ?? ''}`.trimEnd());
  return `${command.name} --data DIR${flags.join('')}`;
}

/** One command's options. */
export function helpFor(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions });
  return `${command.summary}\n\nUsage: ${usageOf(command)} …\n${options.map(flag).join('\n')}\n\n${SIGN_IN}\n`;
}

/** Every command on a page. */
export function help(): string {
  const list = commands.map((command) => `  ${command.name.padEnd(18)}${command.summary}`).join('\n');
  return `The office from a terminal.\n\nUsage: COMMAND --data DIR …\n\n${list}\n\n${SIGN_IN}\nCOMMAND --help shows a command’s options.\n`;
}
