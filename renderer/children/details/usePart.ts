import { useState } from 'react';
import type { Problem } from '#shared/problems.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { useRecord } from '../record/recordContext.ts';
import { changedFields, clashes, type Field, type Part, readAgain, type Values } from './parts.ts';
import type { Settled } from './TwoVersions.tsx';

type Opened = { values: Values; version: number };
type Clashing = { theirs: Opened; fields: Field[]; mine: Values; settled: Settled };

/**
 * Saves one part of the details: only the fields that were changed. When somebody else saved meanwhile, what does not
 * meet is saved too; where both changed a field, `clash` holds both until a person has chosen.
 */
export function usePart(part: Part, start: Opened, onSaved: (values: Values) => void) {
  const { record, reload } = useRecord();
  const { run, busy } = useWrite('children.save');
  const [opened, setOpened] = useState(start);
  const [clash, setClash] = useState<Clashing | null>(null);

  const write = async (mine: Values, against: Opened): Promise<Problem | undefined> => {
    const changes = Object.fromEntries(
      changedFields(part, against.values, mine).map((field) => [field, mine[field]]),
    );
    const result = await run({ id: record.id, version: against.version, ...changes });
    if (result.ok) {
      const values = { ...against.values, ...changes };
      setOpened({ values, version: result.data.version });
      setClash(null);
      onSaved(values);
      return undefined;
    }
    if (result.problem.code !== 'conflict') return result.problem;
    const theirs = await readAgain(record.id, part === 'where');
    reload();
    if (!theirs) return result.problem;
    const fields = clashes(part, opened.values, mine, theirs.values);
    const joined = { ...theirs.values, ...changes };
    if (fields.length === 0) return write(joined, theirs);
    setClash({ theirs, fields, mine: joined, settled: {} });
    return undefined;
  };

  return {
    opened,
    clash,
    busy,
    save: (mine: Values) => write(mine, opened),
    choose: (field: string, whose: 'mine' | 'theirs') =>
      setClash((old) => (old ? { ...old, settled: { ...old.settled, [field]: whose } } : old)),
    /** Saves what was chosen, against the version that was shown. */
    settle: async (): Promise<Problem | undefined> => {
      if (!clash) return undefined;
      const taken = clash.fields
        .filter((field) => clash.settled[field] === 'theirs')
        .map((field) => [field, clash.theirs.values[field]]);
      return write({ ...clash.mine, ...Object.fromEntries(taken) } as Values, clash.theirs);
    },
  };
}
