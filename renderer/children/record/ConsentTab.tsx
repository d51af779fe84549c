import type { ConsentState } from '#shared/domain/consent.ts';
import { styled } from '@mui/material/styles';
import Signature from 'lucide-react/icons/signature';
import { useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { PageColumns } from '#renderer/components/Page.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { consentGivers, consentKinds, consentLook, consentState, signedModes } from '../consentState.ts';
import { agencyWord, type Caf, type Consent } from '../words.ts';
import { ConsentDialog, type ConsentAct } from './ConsentDialog.tsx';
import { useRecord } from './recordContext.ts';
import { RecordTab } from './RecordTab.tsx';

const List = styled('ol')({
  '& > li': {
    display: 'grid',
    gridTemplateColumns: `${rem(96)} minmax(0, 1fr) auto`,
    gap: rem(16),
    padding: `${rem(10)} ${rem(16)}`,
  },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& time': { color: look.ink2, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  '& .line': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .who': { fontSize: rem(12), lineHeight: rem(18), color: look.ink3, textAlign: 'right' },
});

const Now = styled('dl')({
  display: 'grid',
  gap: rem(12),
  '& dt': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
});

/** What the family has agreed to now, and every event of consent, newest first. */
export function ConsentTab() {
  const { record, canWrite, today } = useRecord();
  const { caf } = record;
  const [act, setAct] = useState<ConsentAct | null>(null);
  if (!caf) return <RecordTab>{null}</RecordTab>;
  return (
    <RecordTab>
      <PageColumns side={360}>
        <Events caf={caf} />
        <Card
          title="Consent now"
          footer={
            canWrite ? (
              <>
                <Act icon={Signature} onPress={() => setAct('give')} keys="Alt+G">
                  Record consent
                </Act>
                <Act kind="danger" onPress={() => setAct('withdraw')}>
                  Record a withdrawal
                </Act>
              </>
            ) : undefined
          }
        >
          <StateNow state={consentState(caf.consents, today)} />
        </Card>
      </PageColumns>
      {act ? <ConsentDialog caf={caf} act={act} onClose={() => setAct(null)} /> : null}
    </RecordTab>
  );
}

function Events(props: { caf: Caf }) {
  const events = [...props.caf.consents].sort((a, b) => b.id - a.id);
  return (
    <Card title="Consent and sharing" note="Newest first. Events are added to, never changed." padded={false}>
      {events.length === 0 ? (
        <EmptyState title="No consent on record">
          A CAF is voluntary and rests on consent to assess and to store.
        </EmptyState>
      ) : (
        <List>
          {events.map((event) => (
            <li key={event.id}>
              <time dateTime={event.signedOn}>{formatDay(event.signedOn)}</time>
              <OneEvent event={event} />
              <span className="who">{event.recordedBy}</span>
            </li>
          ))}
        </List>
      )}
    </Card>
  );
}

function OneEvent(props: { event: Consent }) {
  const { event } = props;
  const isEnd = event.kind === 'WITHDRAW';
  return (
    <div>
      <Status kind={isEnd ? 'stop' : 'done'}>{consentKinds[event.kind]}</Status>
      <p className="line">
        {consentGivers[event.givenBy]}: {event.capacityBasis}. {signedModes[event.signedMode]}.
      </p>
      {event.agenciesAgreed.length > 0 ? (
        <p className="line">May see it: {agencyList(event.agenciesAgreed)}</p>
      ) : null}
      {event.agenciesExcluded.length > 0 ? (
        <p className="line">Left out: {agencyList(event.agenciesExcluded)}</p>
      ) : null}
      {isEnd || event.reasonsExplained ? null : (
        <p className="line">What it means was not recorded as explained.</p>
      )}
      {event.signedMode === 'verbal' ? <p className="line">To be confirmed in writing.</p> : null}
    </div>
  );
}

function agencyList(codes: readonly string[]): string {
  return codes.map(agencyWord).join(', ');
}

function StateNow(props: { state: ConsentState }) {
  const { state } = props;
  const { kind, word } = consentLook(state);
  if (state.withdrawn)
    return (
      <>
        <Status kind={kind}>{word}</Status>
        <p style={{ marginTop: rem(8) }}>Nothing more is written, bought or shared. Close the CAF.</p>
      </>
    );
  return (
    <Now>
      <div>
        <dt>To assess</dt>
        <dd>
          <Given is={state.assess} />
        </dd>
      </div>
      <div>
        <dt>To store</dt>
        <dd>
          <Given is={state.store} />
        </dd>
      </div>
      <div>
        <dt>To share</dt>
        <dd>{state.share ? agencyList(state.agreed) : <Given is={false} />}</dd>
      </div>
      {state.excluded.length > 0 ? (
        <div>
          <dt>Left out at the family’s wish</dt>
          <dd>{agencyList(state.excluded)}</dd>
        </div>
      ) : null}
    </Now>
  );
}

function Given(props: { is: boolean }) {
  return <Status kind={props.is ? 'done' : 'notStarted'}>{props.is ? 'Given' : 'Not given'}</Status>;
}
