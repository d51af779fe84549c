import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { useWrite } from '#renderer/office/useWrite.ts';

/** Shows the address of a restricted record to a reader who asks for it; the asking is recorded. */
export function Whereabouts({ childId }: { childId: number }) {
  const { run, busy } = useWrite('children.address');
  const [found, setFound] = useState<Output<'children.address'> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = async () => {
    const result = await run({ id: childId });
    if (result.ok) setFound(result.data);
    else setProblem(result.problem);
  };
  const close = () => {
    setFound(null);
    setProblem(null);
  };
  return (
    <>
      <Act small busy={busy} onPress={() => void show()}>
        Show the address
      </Act>
      {found || problem ? (
        <Dialog open onClose={close} title="Where the child lives" footer={<Act onPress={close}>Close</Act>}>
          {problem ? <ProblemAlert problem={problem} /> : null}
          {found ? (
            <Details>
              <Detail label="Address">{found.address}</Detail>
              <Detail label="Postcode">{found.postcode}</Detail>
              <Detail label="Telephone">{found.phone}</Detail>
            </Details>
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}
