import { styled } from '@mui/material/styles';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { look, tabular, type as sizes } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToday } from '#renderer/office/usePermissions.ts';
import { Lines } from './Lines.tsx';
import type { Person } from './personWords.ts';

type Training = Person['training'][number];

function Runs({ training, today }: { training: Training; today: string }) {
  const { expiresOn } = training;
  if (expiresOn === null) return <Status kind="done">Does not run out</Status>;
  return expiresOn < today ? (
    <Status kind="attention">{`Ran out ${formatDay(expiresOn)}`}</Status>
  ) : (
    <Status kind="done">{`Until ${formatDay(expiresOn)}`}</Status>
  );
}

/** Every training, the newest first. */
export function TrainingCard(props: { person: Person; onRecord: (() => void) | null }) {
  const { person, onRecord } = props;
  const today = useToday();
  return (
    <Card
      title="Training as a budget holder"
      padded={false}
      actions={
        onRecord ? (
          <Act small onPress={onRecord}>
            Record training
          </Act>
        ) : null
      }
      footer={onRecord ? undefined : `Only ${whoMay('budgets.manage')} records training.`}
    >
      {person.training.length > 0 ? (
        <Lines>
          {person.training.map((training, at) => (
            // Two trainings may share everything but their place.
            <li key={`${training.trainedOn} ${at}`}>
              <div className="head">
                {formatDay(training.trainedOn)}
                <Runs training={training} today={today} />
              </div>
              {training.note ? <p>{training.note}</p> : null}
            </li>
          ))}
        </Lines>
      ) : (
        <Lines as="div">
          <p className="alone">
            None recorded. Nobody spends on a child’s behalf before they are trained for it.
          </p>
        </Lines>
      )}
    </Card>
  );
}

const Limit = styled('div')({
  '& .figure': { ...sizes.figure, ...tabular, fontWeight: 650 },
  '& p': { color: look.ink2 },
});

/** What the person may approve of their own purchases. */
export function LimitCard(props: { person: Person; onSet: (() => void) | null }) {
  const { person, onSet } = props;
  const { ownLimitPence, trainedOn } = person;
  const isIdle = ownLimitPence > 0 && trainedOn === null;
  return (
    <Card
      title="Own limit"
      actions={
        onSet ? (
          <Act small onPress={onSet}>
            Set own limit
          </Act>
        ) : null
      }
      footer={onSet ? undefined : `Only ${whoMay('budgets.manage')} sets limits.`}
    >
      <Limit>
        <div className="figure">{formatPounds(ownLimitPence)}</div>
        {isIdle ? <Status kind="attention">Counts for nothing until trained</Status> : null}
        <p>
          {ownLimitPence === 0
            ? 'Somebody else approves every purchase.'
            : 'A purchase up to this needs nobody else’s approval, but for the kinds that always do.'}
        </p>
      </Limit>
    </Card>
  );
}
