import { styled } from '@mui/material/styles';
import Baby from 'lucide-react/icons/baby';
import Cake from 'lucide-react/icons/cake';
import CircleCheck from 'lucide-react/icons/circle-check';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import CopyCheck from 'lucide-react/icons/copy-check';
import DoorOpen from 'lucide-react/icons/door-open';
import EyeOff from 'lucide-react/icons/eye-off';
import FolderClock from 'lucide-react/icons/folder-clock';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import OctagonX from 'lucide-react/icons/octagon-x';
import Pencil from 'lucide-react/icons/pencil';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import UsersRound from 'lucide-react/icons/users-round';
import { useState, type ReactNode } from 'react';
import { closureReasons } from '#shared/codes/closureReasons.ts';
import { elements } from '#shared/codes/elements.ts';
import { labelIn } from '#shared/codes/list.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { restrictedReasons } from '#shared/domain/restricted.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Icon, type IconShape } from '#renderer/components/Icon.tsx';
import { MoreMenu, type MoreItem } from '#renderer/components/MoreMenu.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Tabs, type TabLink } from '#renderer/components/Tabs.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { mergeAt, newOrderAt, recordAt, type RecordPart } from '../addresses.ts';
import { childName, isLive, isOpen, upperAgeWarning, type Caf } from '../words.ts';
import { RestrictDialog } from '../restricted/RestrictDialog.tsx';
import { Whereabouts } from '../restricted/Whereabouts.tsx';
import { timeWords } from '../restricted/words.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { RecordIdentity } from './RecordIdentity.tsx';
import { useRecord } from './recordContext.ts';
import { teamOf } from './team.ts';

const Note = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(4)} ${rem(12)}`,
  padding: `${rem(8)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.line}`,
  backgroundColor: look.surface,
  '& > svg': { color: look.ink2 },
  '& p': { flex: 1, minWidth: rem(240) },
});

/** What every part of a record has round it: the identity bar with its acts, the tabs, and what is out of the ordinary. */
export function RecordTab(props: {
  fill?: boolean;
  /** Words and acts in the bar at the foot of the window, for parts that are forms. */
  footer?: ReactNode;
  footerEnd?: ReactNode;
  children: ReactNode;
}) {
  const { record, personId } = useRecord();
  const [isClosing, setClosing] = useState(false);
  const [isRestricting, setRestricting] = useState(false);
  const name = childName(record);
  return (
    <Page
      title={name}
      windowTitle={record.caf?.reference ?? record.neutralRef}
      identity={
        <RecordIdentity
          actions={<RecordActs onClose={() => setClosing(true)} onRestrict={() => setRestricting(true)} />}
        />
      }
      tabs={<Tabs label="Parts of the record" tabs={useTabs()} />}
      fill={props.fill ?? false}
      footer={props.footer}
      footerEnd={props.footerEnd}
    >
      <Notes />
      {props.children}
      {isClosing && record.caf ? <CloseDialog caf={record.caf} onClose={() => setClosing(false)} /> : null}
      {isRestricting ? (
        <RestrictDialog childId={record.id} personId={personId} onClose={() => setRestricting(false)} />
      ) : null}
    </Page>
  );
}

function useTabs(): TabLink[] {
  const { record, at } = useRecord();
  const { caf } = record;
  const may = usePermissions();
  const mayOrders = may('orders.read') && caf !== null;
  const orders = useRead('orders.list', { cafId: caf?.id ?? 1, pageSize: 1 }, { enabled: mayOrders });
  const summary = { label: 'Summary', to: at(), exact: true };
  const family = { label: 'Family', to: at('family') };
  if (record.depth === 'neutral') return [summary, { label: 'History', to: at('history') }];
  if (!caf) return [summary, family, { label: 'History', to: at('history') }];
  const members = record.carers.filter((member) => member.goneOn === null).length;
  const counted = (label: string, count: number | string | undefined, part: RecordPart) => ({
    label,
    to: at(part),
    ...(count === undefined ? {} : { count }),
  });
  return [
    summary,
    counted(
      'Assessment',
      caf.elements ? `${caf.elements.length} of ${elements.length}` : undefined,
      'assessment',
    ),
    counted('Plan & reviews', caf.outcomes.length || undefined, 'plan'),
    counted('Team', teamOf(record).length || undefined, 'team'),
    { ...family, ...(members > 0 ? { count: members } : {}) },
    ...(mayOrders ? [counted('Spending', orders.data?.total || undefined, 'spending')] : []),
    counted('Consent & sharing', undefined, 'consent'),
    counted('History', undefined, 'history'),
  ];
}

function RecordActs(props: { onClose: () => void; onRestrict: () => void }) {
  const { record, canChange, canWrite, at } = useRecord();
  const may = usePermissions();
  const { caf } = record;
  const more: MoreItem[] = [
    ...(canWrite ? [{ label: 'Record a meeting', icon: UsersRound, to: at('plan/meeting') }] : []),
    ...(canChange ? [{ label: 'Change the child’s details', icon: Pencil, to: at('details') }] : []),
    ...(canChange && may('children.merge')
      ? [{ label: 'The same child as another record', icon: CopyCheck, to: mergeAt(record.id) }]
      : []),
    ...(canChange && may('children.restrict') && record.restriction === null
      ? [{ label: 'Restrict the record', icon: EyeOff, onPress: props.onRestrict }]
      : []),
    ...(canChange && isOpen(caf)
      ? [{ label: 'Close the CAF', icon: LockKeyhole, danger: true, onPress: props.onClose }]
      : []),
  ];
  return (
    <>
      {may('orders.request') && isLive(caf) ? (
        <Act icon={ClipboardList} to={newOrderAt(record.id)}>
          New order
        </Act>
      ) : null}
      {more.length > 0 ? (
        <MoreMenu label={`More for ${caf?.reference ?? record.neutralRef}`} items={more} />
      ) : null}
    </>
  );
}

function Notes() {
  const { record, canChange, earlierCaf, at } = useRecord();
  const { caf, depth } = record;
  const isClosed = caf !== null && !isOpen(caf);
  const age = upperAgeWarning(record);
  return (
    <>
      <GuardNotes />
      {depth === 'full' ? null : (
        <OneNote icon={EyeOff}>
          {depth === 'summary'
            ? 'Your role sees a summary of this record. The assessment, what was said at meetings and the child’s and family’s own words are not shown.'
            : 'Your role sees this record under its neutral reference only. Names, address, the assessment and everybody’s words are not shown.'}
        </OneNote>
      )}
      {earlierCaf === undefined ? null : (
        <OneNote
          icon={FolderClock}
          act={
            <Act small to={recordAt(record.id)}>
              Open the newest CAF
            </Act>
          }
        >
          You are reading an earlier CAF of this child.
        </OneNote>
      )}
      {age && !isClosed ? <OneNote icon={Cake}>{age}</OneNote> : null}
      {record.expectingOn === null ? null : (
        <OneNote icon={Baby}>
          {`Expects a baby on ${formatDay(record.expectingOn)}. While she is under 18, the CAF is completed on her, not on the baby.`}
        </OneNote>
      )}
      {record.diedOn === null ? null : (
        <OneNote icon={CircleCheck}>
          {`${childName(record)} died on ${formatDay(record.diedOn)}. Nothing is due any more: no reminder comes from this record.`}
        </OneNote>
      )}
      {caf?.status === 'consent_withdrawn' ? (
        <OneNote icon={OctagonX}>
          The family has withdrawn consent. Nothing more is written, bought or shared; what was lawfully
          shared before stays. Talk with the family, then close the CAF.
        </OneNote>
      ) : null}
      {isClosed ? (
        <OneNote
          icon={CircleCheck}
          act={
            canChange ? (
              <Act small to={at('open')}>
                Open a new episode
              </Act>
            ) : null
          }
        >
          {closedWords(caf)}
        </OneNote>
      ) : null}
    </>
  );
}

/** That the record is restricted, and that it is open by exception. */
function GuardNotes() {
  const { record } = useRecord();
  const { restriction, opening } = record;
  const end = useWrite('children.endOpening');
  return (
    <>
      {opening ? (
        <OneNote
          icon={DoorOpen}
          act={
            <Act small busy={end.busy} onPress={() => void end.run({ id: opening.id })}>
              End it now
            </Act>
          }
        >
          You opened this record by exception. You can read it until {timeWords(opening.untilAt)}, and change
          nothing. Those who answer for it were told.
        </OneNote>
      ) : null}
      {restriction ? (
        <OneNote icon={ShieldAlert} act={opening ? null : <Whereabouts childId={record.id} />}>
          Restricted since {formatDay(restriction.since)}: {labelIn(restrictedReasons, restriction.reason)}.
          Read by {restriction.readers.map((reader) => reader.name).join(', ')}. The address is on no screen
          or paper by itself.
        </OneNote>
      ) : null}
    </>
  );
}

function closedWords(caf: Caf): string {
  const on = caf.closedOn ? ` on ${formatDay(caf.closedOn)}` : '';
  const why = caf.closureReason ? `: ${labelIn(closureReasons, caf.closureReason)}` : '';
  return `${caf.reference} was closed${on}${why}. It can be read, not changed.`;
}

function OneNote(props: { icon: IconShape; act?: ReactNode; children: ReactNode }) {
  return (
    <Note role="note">
      <Icon of={props.icon} size={18} />
      <p>{props.children}</p>
      {props.act}
    </Note>
  );
}
