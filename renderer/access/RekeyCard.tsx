import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { momentWords } from './moments.ts';
import { AskPassphrase } from './PassphraseDialogs.tsx';

type Plan = Output<'access.rekeyPlan'>;

const people = (count: number) =>
  count === 1 ? '1 person keeps their passphrase' : `${count} people keep their passphrases`;

/** What would come of it, in sentences. */
function planWords(plan: Plan): string {
  const left =
    plan.without.length > 0
      ? ` These have not signed in since the last update and will need a new first passphrase: ${plan.without.join(', ')}.`
      : '';
  return `A verified backup is made first. ${people(plan.people)}, and the recovery key stays.${left} Backups from before go on opening with the passphrases of their own day.`;
}

/** A new key for the whole file: every page encrypted anew. */
export function RekeyCard() {
  const { data: plan, problem, retry } = useRead('access.rekeyPlan', {});
  const [isAsking, setAsking] = useState(false);
  const job = useJob('access.rekey');
  const toasts = useToasts();
  const change = async (passphrase: string) => {
    setAsking(false);
    const result = await job.run({ passphrase, agreeWithout: true });
    if (result.ok) toasts.done(`The office has a new key. Backup from before: ${result.data.backup}.`);
    else if (result.problem.code !== 'cancelled') toasts.problem(result.problem);
    retry();
    return undefined;
  };
  return (
    <Card
      title="The office’s own key"
      actions={
        <Act small disabled={!plan?.recovery || job.busy} onPress={() => setAsking(true)}>
          Give it a new key
        </Act>
      }
    >
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      {job.progress ? (
        <JobProgress
          label={job.progress.label || 'Beginning'}
          done={job.progress.done}
          total={job.progress.total}
          onCancel={job.cancel}
        />
      ) : (
        <Details>
          <Detail label="Last changed" none="The key it was set up with">
            {plan?.lastAt ? momentWords(plan.lastAt) : null}
          </Detail>
          <Detail label="When to">
            Somebody left who may have copied the files, or a computer or disk was lost. Every page is
            encrypted anew, and copies of the old key file open nothing of what comes after.
          </Detail>
          {plan && !plan.recovery ? (
            <Detail label="Before that">
              <Status kind="attention">The recovery key is of an older kind: make a new one first</Status>
            </Detail>
          ) : null}
        </Details>
      )}
      {isAsking && plan ? (
        <AskPassphrase
          title="Give the office a new key?"
          act="Give it a new key"
          words={planWords(plan)}
          onClose={() => setAsking(false)}
          onPassphrase={change}
        />
      ) : null}
    </Card>
  );
}
