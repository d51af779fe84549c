import { pathToFileURL } from 'node:url';
import { commandNamed } from './cli/commands.ts';
import { help, helpFor } from './cli/help.ts';
import { type Host, Usage } from './cli/host.ts';
import { print, tell, tellProblem } from './cli/output.ts';
import { readArguments } from './cli/arguments.ts';

/**
 * The office from a terminal: runs one command and answers with its exit code. Results are JSON on standard
 * output; problems are sentences on standard error with 1, a wrong use with 2 and the help. The rules and
 * permissions are the window's own. `host` says how paper is made where there is no window beside the terminal.
 */
export async function runCli(argv: readonly string[], host: Host = {}): Promise<number> {
  const [name = '', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    await print(help());
    return 0;
  }
  const command = commandNamed(name);
  try {
    if (!command) throw new Usage(name ? `There is no command ${name}.` : 'Name a command.');
    const values = readArguments(command, rest);
    if (values.help) {
      await print(helpFor(command));
      return 0;
    }
    return await command.run(values, host);
  } catch (error) {
    if (!(error instanceof Usage)) return tellProblem(error);
    tell(`${error.message}\n\n${command ? helpFor(command) : help()}`);
    return 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await runCli(process.argv.slice(2));
