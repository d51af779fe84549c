import type { ImportReport, PaymentMapping } from '#shared/contract/providers.ts';
import type { Chosen } from '#shared/contract/shell.ts';
import type { FileRead } from './ColumnsCard.tsx';

type Read = { file: Chosen; read: FileRead; mapping: PaymentMapping; departments: string[] };

/** Where an import stands: a file, its columns, what would come of it, what came of it. */
export type Stage =
  | { at: 'file' }
  | (Read & { at: 'columns' })
  | (Read & { at: 'check'; report: ImportReport; agreed: string[] })
  | { at: 'done'; report: ImportReport };

/** The departments that seem to be the children's service, for a start. */
export function childrensDepartments(departments: FileRead['departments']): string[] {
  return departments.filter(({ name }) => /child|young people|cyps/i.test(name)).map(({ name }) => name);
}

/** Goes one stage back; everything chosen stays. */
export function stageBack(stage: Stage): Stage {
  if (stage.at !== 'check') return { at: 'file' };
  const { file, read, mapping, departments } = stage;
  return { at: 'columns', file, read, mapping, departments };
}

/** The parts of a stage that the office is asked with. */
export function importInput(stage: Read, agreedFolds: string[]) {
  return { file: stage.file.token, mapping: stage.mapping, departments: stage.departments, agreedFolds };
}
