import { main as bench } from '../../tests/bench/bench.ts';

/** `npm run bench -- …`: how fast it is, each figure beside its floor of the same run. `-- --help` says more. */
export function main(args: readonly string[]): Promise<number> {
  // The figures go to standard output as JSON; what setting up says must not stand between them.
  const print = console.log;
  console.log = console.error;
  return bench(args, print);
}
