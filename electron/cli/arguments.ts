import { parseArgs } from 'node:util';
import { Usage } from './host.ts';

/** One option of a command. */
export type Option = {
  /** How its value is called in the help; an option without a value is a switch. */
  value?: string;
  /** May be given more than once. */
  many?: boolean;
  needed?: boolean;
  help: string;
};

/** What was given: texts, lists of texts, and switches. */
export type Values = {
  help: boolean;
  text(name: string): string | undefined;
  /** Throws {@link Usage} without it. */
  needed(name: string): string;
  list(name: string): string[];
  on(name: string): boolean;
};

/** Options that every command has. */
export const commonOptions: Record<string, Option> = {
  data: {
    value: 'DIR',
    help: 'the folder that holds office/ and practice/ (or TRUST_DESK_DATA)',
  },
  practice: { help: 'use the practice office even if there is a real one' },
  as: { value: 'USER', help: 'in a practice office: whom to sign in as' },
  help: { help: 'this help' },
};

/** Reads a command's arguments. Throws {@link Usage} for what it does not know or misses. */
export function readArguments(command: { options: Record<string, Option> }, argv: string[]): Values {
  const options = { ...commonOptions, ...command.options };
  const values = parse(options, argv);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const help = values.help === true;
  for (const [name, option] of Object.entries(options))
    if (option.needed && !help && values[name] === undefined)
      throw new Usage(`--${name}${option.value ? ` ${option.value}` : ''} is missing.`);
  return {
    help,
    text,
    needed: (name) => {
      const value = text(name);
      if (value === undefined) throw new Usage(`--${name} is missing.`);
      return value;
    },
    list: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
    on: (name) => values[name] === true,
  };
}

function parse(options: Record<string, Option>, argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: Object.fromEntries(
        Object.entries(options).map(([name, option]) => [
          name,
          { type: option.value ? ('string' as const) : ('boolean' as const), multiple: option.many ?? false },
        ]),
      ),
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Usage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : '');
  }
}
