import type { Option, Values } from './arguments.ts';
import { backup } from './commands/backup.ts';
import { demo } from './commands/demo.ts';
import { exportAll } from './commands/export.ts';
import { importProviders } from './commands/import-providers.ts';
import { orderPdf } from './commands/order-pdf.ts';
import { quarterlyReturn } from './commands/return.ts';
import { verify } from './commands/verify.ts';
import type { Host } from './host.ts';

/** One command of the terminal. `run` answers with the exit code. */
export type Command = {
  name: string;
  summary: string;
  options: Record<string, Option>;
  run(values: Values, host: Host): Promise<number>;
};

/** Every command, as the help lists them. */
export const commands: readonly Command[] = [
  demo,
  verify,
  backup,
  quarterlyReturn,
  exportAll,
  importProviders,
  orderPdf,
];

/** The command of that name. */
export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
