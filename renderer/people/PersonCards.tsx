import { styled } from '@mui/material/styles';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { roleCodes, roles } from '#shared/domain/roles.ts';
import { roleWords, whoMay } from '#shared/domain/roleWords.ts';
import { look, rem, tabular, type as sizes } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToday } from '#renderer/office/usePermissions.ts';
import type { Person } from './personWords.ts';

const Lines = styled('ul')({
  '& li': { padding: `${rem(10)} ${rem(16)}`, borderTop: `1px solid ${look.line}` },
  '& li:first-of-type': { borderTop: 0 },
  '& .head': { display: 'flex', justifyContent: 'space-between', gap: rem(12), fontWeight: 600 },
  '& p': { color: look.ink2, fontSize: rem(13), lineHeight: rem(18) },
  '& .alone': { padding: rem(16), fontSize: rem(14), lineHeight: rem(20) },
});

/** What the person may do, role by role. Nobody changes their own, so no button stands there for them. */
export function RolesCard(props: { person: Person; isSelf: boolean; onChange: (() => void) | null }) {
  const { person, isSelf, onChange } = props;
  const held = roleCodes.filter((role) => person.roles.includes(role));
  const mayChange = onChange !== null && !isSelf;
  return (
    <Card
      title="Roles"
      padded={false}
      actions={
        mayChange ? (
          <Act small onPress={onChange}>
            Change roles
          </Act>
        ) : null
      }
      footer={
        onChange === null
          ? `Only ${whoMay('people.manage')} changes roles and details.`
          : isSelf
            ? `Nobody changes their own roles. Another person who is ${whoMay('people.manage')} does.`
            : undefined
      }
    >
      {held.length > 0 ? (
        <Lines>
          {held.map((role) => (
            <li key={role}>
              <div className="head">{roles[role]}</div>
              <p>{roleWords[role]}</p>
            </li>
          ))}
        </Lines>
      ) : (
        <Lines as="div">
          <p className="alone">No role. {person.name} may do nothing here, and is only named in records.</p>
        </Lines>
      )}
    </Card>
  );
}

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
