import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { DistanceKey, DistanceLine } from '#renderer/components/DistanceLine.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { aimShort, outcomeLook, type Caf, type Outcome } from '../../words.ts';
import { useRecord } from '../recordContext.ts';

const List = styled('ul')({
  '& > li': { padding: `${rem(10)} ${rem(16)}` },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .head': { display: 'flex', alignItems: 'flex-start', gap: rem(12) },
  '& .head b': { flex: 1, minWidth: 0 },
  '& .aim': { fontSize: rem(12), lineHeight: rem(18), color: look.ink2, marginBottom: rem(4) },
});

/** How far each outcome of the plan has come. */
export function OutcomesCard(props: { caf: Caf }) {
  const { caf } = props;
  const { today, canWrite, at } = useRecord();
  const plan = <RouteLink target={at('plan')}>{canWrite ? 'Write the plan' : 'Open the plan'}</RouteLink>;
  return (
    <Card title="Plan outcomes" padded={false} actions={caf.outcomes.some(isScored) ? <DistanceKey /> : null}>
      {caf.outcomes.length === 0 ? (
        <EmptyState title="No outcome yet" action={plan}>
          What the family wants to be different, and who does what about it by when.
        </EmptyState>
      ) : (
        <List>
          {caf.outcomes.map((outcome) => {
            const { kind, word } = outcomeLook(outcome, today);
            return (
              <li key={outcome.id}>
                <div className="head">
                  <b>{outcome.desired}</b>
                  <Status kind={kind}>{word}</Status>
                </div>
                <p className="aim">{aimShort(outcome.ecmAim)}</p>
                <Distance outcome={outcome} />
              </li>
            );
          })}
        </List>
      )}
    </Card>
  );
}

function isScored(outcome: Outcome): boolean {
  return outcome.baseline !== null && outcome.target !== null;
}

/** The distance travelled, once a start and an aim are scored; the start counts as now until a review scores again. */
export function Distance(props: { outcome: Outcome }) {
  const { baseline, latest, target, desired } = props.outcome;
  if (baseline === null || target === null)
    return (
      <p className="aim">Not scored yet: a start and an aim from 0 to 10 show the distance travelled.</p>
    );
  return <DistanceLine label={desired} start={baseline} now={latest ?? baseline} aim={target} />;
}
