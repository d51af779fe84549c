import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import { type PaymentMapping, paymentMapping } from '#shared/contract/providers.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Values } from '../arguments.ts';
import type { Command } from '../commands.ts';
import { printJson, tell } from '../output.ts';
import { type Session, withSession } from '../session.ts';

type Looked = Output<'providers.readFile'>;

/** The service that buys for children, however the file spells it. */
const CHILDRENS_SERVICE = /\bchild(ren)?\b.*\byoung (people|persons?)\b/i;

/** A mapping file names columns by their place (from 0) or by their heading, and only those that differ from the guess. */
const given = z
  .object({
    headerRow: z.number().int().min(0),
    supplier: z.union([z.number().int().min(0), z.string()]),
    department: z.union([z.number().int().min(0), z.string(), z.null()]),
    paidOn: z.union([z.number().int().min(0), z.string(), z.null()]),
    amount: z.union([z.number().int().min(0), z.string(), z.null()]),
    description: z.union([z.number().int().min(0), z.string(), z.null()]),
  })
  .partial()
  .strict();

function readMapping(file: string, looked: Looked): PaymentMapping {
  const place = (name: string): number => {
    const found = looked.header.findIndex((head) => head.trim().toLowerCase() === name.trim().toLowerCase());
    if (found < 0)
      throw new OfficeProblem(
        'invalid',
        `The file has no column “${name}”. Nothing was imported. Its columns: ${looked.header.join(', ')}.`,
      );
    return found;
  };
  try {
    const changes = given.parse(JSON.parse(readFileSync(path.resolve(file), 'utf8')));
    const places = Object.entries(changes).map(([column, value]) => [
      column,
      typeof value === 'string' ? place(value) : value,
    ]);
    return paymentMapping.parse({ ...looked.mapping, ...Object.fromEntries(places) });
  } catch (error) {
    if (error instanceof OfficeProblem) throw error;
    throw new OfficeProblem(
      'invalid',
      `The mapping in ${path.basename(file)} cannot be read. Nothing was imported. It is JSON such as {"supplier": "Vendor name", "amount": 6}.`,
    );
  }
}

/** The departments to keep: those that were named, else the children's service if the file has one, else all. */
function chooseDepartments(values: Values, looked: Looked): { departments: string[]; chosenBy: string } {
  const named = values.list('department');
  if (named.length > 0) return { departments: named, chosenBy: 'as asked' };
  const found = looked.departments.map(({ name }) => name).filter((name) => CHILDRENS_SERVICE.test(name));
  return found.length > 0
    ? {
        departments: found,
        chosenBy: 'the children’s service of the file, because no --department was given',
      }
    : { departments: [], chosenBy: 'all, because the file names no children’s service' };
}

async function importFile(session: Session, values: Values): Promise<number> {
  const file = session.file(values.needed('file'), 'read');
  const looked = await session.do('providers.readFile', { file });
  const mapFile = values.text('map');
  const mapping = mapFile ? readMapping(mapFile, looked) : looked.mapping;
  const { departments, chosenBy } = chooseDepartments(values, looked);
  const wanted = { file, mapping, departments };
  const trial = await session.do('providers.tryImport', wanted);
  const agreedFolds = values.on('agree-folds') ? trial.folds.map((fold) => fold.key) : [];
  const report = values.on('dry-run')
    ? trial
    : await session.do('providers.import', { ...wanted, agreedFolds });
  await printJson({
    ...report,
    departments,
    departmentsChosen: chosenBy,
    mapping,
    foldsAgreed: agreedFolds.length,
  });
  if (report.folds.length > agreedFolds.length)
    tell('Some suppliers are spelled in several ways. Look at "folds"; --agree-folds takes each as one.');
  return 0;
}

/** Imports the suppliers of a payments file. */
export const importProviders: Command = {
  name: 'import-providers',
  summary: 'Import the suppliers that Finance pays, from a CSV of payments as it is',
  options: {
    file: { value: 'FILE', needed: true, help: 'the CSV; report lines above its heading do not matter' },
    map: { value: 'FILE', help: 'JSON that says which column means what, where the guess is wrong' },
    department: {
      value: 'NAME',
      many: true,
      help: 'keep only this department; the children’s service unless told',
    },
    'dry-run': { help: 'say what would happen and write nothing' },
    'agree-folds': { help: 'take the spellings listed under "folds" as one supplier each' },
  },
  run: (values) => withSession(values, ['providers.manage'], (session) => importFile(session, values)),
};
