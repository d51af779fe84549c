import { useRef, useState } from 'react';
import type { PaymentMapping } from '#shared/contract/providers.ts';
import type { Problem } from '#shared/problems.ts';
import { useJob, useWrite } from '#renderer/office/useWrite.ts';
import { childrensDepartments, importInput, stageBack, type Stage } from './importStage.ts';

type Told = { setStage: (stage: Stage) => void; setProblem: (problem: Problem | undefined) => void };

/** Choosing a file and saying what its columns mean. */
function useFile(stage: Stage, { setStage, setProblem }: Told) {
  const read = useWrite('providers.readFile');
  const choose = async () => {
    const picked = await window.shell.pickFile('csv');
    if (!picked.ok) return setProblem(picked.problem);
    if (picked.data === null) return undefined;
    const result = await read.run({ file: picked.data.token });
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return undefined;
    const { mapping, departments } = result.data;
    return setStage({
      at: 'columns',
      file: picked.data,
      read: result.data,
      mapping,
      departments: childrensDepartments(departments),
    });
  };
  const changeMapping = async (mapping: PaymentMapping) => {
    if (stage.at !== 'columns') return undefined;
    setStage({ ...stage, mapping });
    if (mapping.department === stage.mapping.department) return undefined;
    const result = await read.run({ file: stage.file.token, mapping });
    if (!result.ok) return setProblem(result.problem);
    const departments = childrensDepartments(result.data.departments);
    return setStage({ ...stage, mapping, read: result.data, departments });
  };
  return { choose, changeMapping, busy: read.busy };
}

/** The import's stages and what moves it on. A problem leaves it where it is, with everything that was chosen. */
export function useImport() {
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [problem, setProblem] = useState<Problem>();
  const file = useFile(stage, { setStage, setProblem });
  const trial = useJob('providers.tryImport');
  const job = useJob('providers.import');
  const latest = useRef(0);

  const check = async (agreed: string[] = []) => {
    if (stage.at !== 'columns' && stage.at !== 'check') return;
    if (stage.at === 'check') setStage({ ...stage, agreed });
    const asked = ++latest.current;
    const result = await trial.run(importInput(stage, agreed));
    // Ticked again while the office was counting: the later answer counts.
    if (asked !== latest.current) return;
    setProblem(result.ok || result.problem.code === 'cancelled' ? undefined : result.problem);
    if (result.ok) setStage({ ...stage, at: 'check', report: result.data, agreed });
  };

  const run = async () => {
    if (stage.at !== 'check') return;
    const result = await job.run(importInput(stage, stage.agreed));
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) setStage({ at: 'done', report: result.data });
  };

  const setDepartments = (departments: string[]) => {
    if (stage.at === 'columns') setStage({ ...stage, departments });
  };
  return {
    ...file,
    stage,
    problem,
    busy: file.busy || trial.busy || job.busy,
    trial,
    job,
    check,
    run,
    setDepartments,
    back: () => setStage(stageBack),
  };
}
