import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { recordAt } from '../addresses.ts';
import { Lines } from '../record/family/FamilyCard.tsx';

type Merge = Output<'children.merges'>['merges'][number];

/** Records that were made one, and the way back while there is one. */
export function MergesCard() {
  const { data } = useRead('children.merges', {});
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (!data || data.merges.length === 0) return null;
  return (
    <Card title="Made one record" note={String(data.merges.length)} padded={false}>
      <Lines>
        {data.merges.map((merge) => (
          <li key={merge.id}>
            <div>
              <RouteLink target={recordAt(merge.keptId)}>
                {merge.keptName} {merge.keptRef}
              </RouteLink>
              <p>{`${merge.goneName} ${merge.goneRef} became part of it. ${merge.reason}`}</p>
              <p>{`${merge.mergedBy}, ${formatDay(merge.mergedOn)}`}</p>
            </div>
            {merge.canUndo ? (
              <Act
                small
                icon={Undo2}
                onPress={() => setUndoing(merge)}
                spokenLabel={`Put apart ${merge.keptRef} and ${merge.goneRef}`}
              >
                {`Put apart, until ${formatDay(merge.undoUntil)}`}
              </Act>
            ) : (
              <span>Stands since {formatDay(merge.undoUntil)}</span>
            )}
          </li>
        ))}
      </Lines>
      {undoing ? <UndoDialog merge={undoing} onClose={() => setUndoing(null)} /> : null}
    </Card>
  );
}

function UndoDialog(props: { merge: Merge; onClose: () => void }) {
  const { merge, onClose } = props;
  const { run } = useWrite('children.unmerge');
  const toasts = useToasts();
  const undo = async () => {
    const result = await run({ mergeId: merge.id });
    if (result.ok) toasts.done('Put apart: two records again.');
    else toasts.alert(result.problem.message);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title="Put the two records apart?"
      act="Put them apart"
      keep="Leave them one"
      onAct={undo}
      onClose={onClose}
    >
      <p>
        {`${merge.goneName} ${merge.goneRef} gets back its CAFs, orders, family and services. What was written since the merge stays with ${merge.keptName} ${merge.keptRef}.`}
      </p>
    </ConfirmDialog>
  );
}
