import { elements } from '#shared/codes/elements.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Card } from '#renderer/components/Card.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { recordAt } from '../addresses.ts';
import { consentKinds } from '../consentState.ts';
import { cafLook, clockTime, meetingKinds, type Caf, type ChildRecord } from '../words.ts';
import { useRecord } from './recordContext.ts';
import { RecordTab } from './RecordTab.tsx';

type Episode = ChildRecord['earlierCafs'][number] & { state: string; isOpened: boolean };
type Entry = { key: string; day: string; time: string; what: string; who: string };

/** The child's CAFs, one after the other, and who wrote what into the one that is open. */
export function HistoryTab() {
  const { record } = useRecord();
  const { caf } = record;
  return (
    <RecordTab>
      <Stack>
        <Episodes />
        {caf ? <WhoWrote caf={caf} /> : null}
      </Stack>
    </RecordTab>
  );
}

function Episodes() {
  const { record, earlierCaf } = useRecord();
  const { caf } = record;
  const here: Episode[] = caf
    ? [
        {
          id: caf.id,
          reference: caf.reference,
          startOn: caf.startOn,
          closedOn: caf.closedOn,
          state: cafLook(caf.status).word,
          isOpened: true,
        },
      ]
    : [];
  const others = record.earlierCafs.map((one) => ({
    ...one,
    state: one.closedOn ? 'Closed' : 'Open',
    isOpened: false,
  }));
  const all = [...here, ...others].sort((a, b) => b.startOn.localeCompare(a.startOn));
  const newest = all[0]?.id;
  return (
    <Card title="CAFs of this child" padded={false}>
      <DataTable
        label="CAFs of this child"
        columns={[
          { key: 'reference', label: 'Reference', kind: 'reference', cell: (one) => one.reference },
          { key: 'startOn', label: 'Started', kind: 'date', cell: (one) => formatDay(one.startOn) },
          {
            key: 'closedOn',
            label: 'Closed',
            kind: 'date',
            cell: (one) => (one.closedOn ? formatDay(one.closedOn) : 'Open'),
          },
          { key: 'state', label: 'State', cell: (one) => one.state },
        ]}
        rows={all}
        rowKey={(one) => one.id}
        selected={earlierCaf ?? caf?.id}
        verb={(one) =>
          one.isOpened
            ? undefined
            : {
                label: 'Read it',
                to: recordAt(record.id, undefined, one.id === newest ? undefined : one.id),
                spokenLabel: `Read ${one.reference}`,
              }
        }
        empty={<EmptyState title="No CAF yet">Every CAF of this child stays readable here.</EmptyState>}
      />
    </Card>
  );
}

function entriesOf(caf: Caf): Entry[] {
  const written = (caf.elements ?? []).map((element) => ({
    key: element.element,
    day: element.savedAt.slice(0, 10),
    time: clockTime(element.savedAt),
    what: `${element.element} ${elements.find((one) => one.code === element.element)?.label ?? ''}`,
    who: element.author,
  }));
  const consents = caf.consents.map((event) => ({
    key: `consent ${event.id}`,
    day: event.signedOn,
    time: '',
    what: `Consent: ${consentKinds[event.kind].toLocaleLowerCase('en-GB')}`,
    who: event.recordedBy,
  }));
  const meetings = (caf.meetings ?? []).map((meeting) => ({
    key: `meeting ${meeting.id}`,
    day: meeting.heldOn,
    time: '',
    what: meetingKinds[meeting.kind],
    who: meeting.recordedBy,
  }));
  return [...written, ...consents, ...meetings].sort(
    (a, b) => b.day.localeCompare(a.day) || b.time.localeCompare(a.time),
  );
}

function WhoWrote(props: { caf: Caf }) {
  const { caf } = props;
  return (
    <Card title={`Who wrote what in ${caf.reference}`} note="The latest of each" padded={false}>
      <DataTable
        label={`Who wrote what in ${caf.reference}`}
        dense
        columns={[
          { key: 'what', label: 'What', cell: (entry) => entry.what },
          { key: 'who', label: 'Who', cell: (entry) => entry.who },
          {
            key: 'day',
            label: 'When',
            kind: 'date',
            cell: (entry) => `${formatDay(entry.day)} ${entry.time}`.trim(),
          },
        ]}
        rows={entriesOf(caf)}
        rowKey={(entry) => entry.key}
        empty={
          <EmptyState title="Nothing your role may read yet">
            Who wrote what is listed here as it is written.
          </EmptyState>
        }
      />
    </Card>
  );
}
