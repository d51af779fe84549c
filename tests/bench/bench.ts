import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { issueAnOrder } from './issue.ts';
import { type Figure, table } from './measure.ts';
import { type BenchOffice, makeBenchOffice } from './practice.ts';
import { quarterlyReturn } from './quarter.ts';
import { startUp } from './start-up.ts';

type Measurement = (office: BenchOffice, runs: number) => Promise<Figure>;

/** What is measured, by the name that `--only` takes, and how often unless told. */
const measurements: Record<string, { measure: Measurement; runs: number }> = {
  return: { measure: quarterlyReturn, runs: 40 },
  issue: { measure: issueAnOrder, runs: 60 },
  'start-up': { measure: startUp, runs: 5 },
};

const HELP = `How fast it is: each figure beside a floor that is measured in the same run, so that the ratio travels
between machines. JSON on standard output, a table on standard error.

  --scale N      how large the practice office is; 5 unless told (targets are for 100)
  --only NAME    one of ${Object.keys(measurements).join(', ')}; may be repeated
  --runs N       how often each is measured
`;

/** `npm run bench -- …`: answers with 0 whatever the figures are; it measures, it does not judge. `print` takes the JSON. */
export async function main(args: readonly string[], print: (text: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true, default: Object.keys(measurements) },
      runs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  const wanted = values.only.map((name) => ({ name, measurement: measurements[name] }));
  const known = wanted.every(({ measurement }) => measurement !== undefined);
  if (
    values.help ||
    !known ||
    !(scale > 0) ||
    !(runs === undefined || (Number.isInteger(runs) && runs > 0))
  ) {
    console.error(HELP);
    return values.help ? 0 : 2;
  }
  const office = await makeBenchOffice(scale, (line) => console.error(line));
  const figures: Figure[] = [];
  try {
    for (const { name, measurement } of wanted) {
      console.error(`Measuring: ${name}.`);
      if (measurement) figures.push(await measurement.measure(office, runs ?? measurement.runs));
    }
  } finally {
    office.remove();
  }
  console.error(`\n${table(figures)}\n\nAt scale ${scale}; targets are for scale 100.`);
  print(JSON.stringify({ scale, machine: machine(), figures }, null, 2));
  return 0;
}

function machine() {
  return { node: process.versions.node, platform: process.platform, processors: cpus().length };
}
