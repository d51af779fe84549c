import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { DateWord, dueWords } from '#renderer/components/DateWord.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { newOrderAt } from '../../addresses.ts';
import {
  actionStates,
  agencyWord,
  aimShort,
  aimWord,
  isLate,
  isLive,
  outcomeLook,
  type Action,
  type Caf,
  type Outcome,
} from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { Distance } from '../summary/OutcomesCard.tsx';
import type { PlanEdit } from './PlanTab.tsx';

const Head = styled('div')({
  display: 'grid',
  gridTemplateColumns: `minmax(0, 1fr) minmax(0, ${rem(340)})`,
  gap: `${rem(8)} ${rem(24)}`,
  padding: `${rem(12)} ${rem(16)}`,
  '& h2': { fontSize: rem(15), lineHeight: rem(22), fontWeight: 600 },
  '& .aim': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .state': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(12), marginTop: rem(6) },
  '@container page (max-width: 66rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Actions = styled('ul')({
  '& > li': {
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1fr) ${rem(128)} ${rem(124)} auto`,
    alignItems: 'center',
    gap: `${rem(4)} ${rem(16)}`,
    padding: `${rem(8)} ${rem(16)}`,
    borderTop: `1px solid ${look.line}`,
  },
  '& .what': { fontWeight: 550 },
  '& .who': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .acts': { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: rem(4) },
  '& .when': { fontSize: rem(13), color: look.ink2 },
  '@container page (max-width: 52rem)': {
    '& > li': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
    '& .acts': { gridColumn: '1 / -1', justifyContent: 'flex-start', marginLeft: rem(-10) },
  },
});

/** One outcome of the plan with its actions, and what can be done about each. */
export function OutcomeCard(props: { caf: Caf; outcome: Outcome; onEdit: (edit: PlanEdit) => void }) {
  const { caf, outcome, onEdit } = props;
  const { today, canWrite } = useRecord();
  const { kind, word } = outcomeLook(outcome, today);
  return (
    <Card
      label={`Outcome ${outcome.number}`}
      padded={false}
      footer={
        canWrite ? (
          <span style={{ marginLeft: rem(-10) }}>
            <Act
              kind="text"
              small
              icon={Plus}
              onPress={() => onEdit({ kind: 'action', outcome, action: null })}
              spokenLabel={`Add an action to outcome ${outcome.number}`}
            >
              Add an action
            </Act>
            <Act
              kind="text"
              small
              onPress={() => onEdit({ kind: 'outcome', outcome })}
              spokenLabel={`Change or score outcome ${outcome.number}`}
            >
              Change or score
            </Act>
          </span>
        ) : undefined
      }
    >
      <Head>
        <div>
          <h2>
            {outcome.number}. {outcome.desired}
          </h2>
          <p className="aim">
            {aimShort(outcome.ecmAim)}: {aimWord(outcome.ecmAim)}
          </p>
          <div className="state">
            <Status kind={kind}>{word}</Status>
          </div>
        </div>
        <Distance outcome={outcome} />
      </Head>
      {outcome.actions.length > 0 ? (
        <Actions aria-label={`Actions of outcome ${outcome.number}`}>
          {outcome.actions.map((action) => (
            <OneAction key={action.id} caf={caf} outcome={outcome} action={action} onEdit={onEdit} />
          ))}
        </Actions>
      ) : null}
    </Card>
  );
}

function OneAction(props: { caf: Caf; outcome: Outcome; action: Action; onEdit: (edit: PlanEdit) => void }) {
  const { caf, outcome, action, onEdit } = props;
  const { record, today, canWrite } = useRecord();
  const may = usePermissions();
  const number = `${outcome.number}.${action.number}`;
  const isOver = action.status === 'done' || action.status === 'dropped';
  const { kind, word } = isLate(action, today) ? actionStates.late : actionStates[action.status];
  return (
    <li>
      <div>
        <p className="what">{action.action}</p>
        <p className="who">
          {action.responsible}, {agencyWord(action.agency)}
        </p>
      </div>
      {isOver ? (
        <span className="when">by {formatDay(action.byWhen)}</span>
      ) : (
        <DateWord {...dueWords(action.byWhen, today, 'by')} />
      )}
      <Status kind={kind}>{word}</Status>
      <div className="acts">
        {may('orders.request') && isLive(caf) && !isOver ? (
          <Act
            kind="text"
            small
            icon={ShoppingBag}
            to={newOrderAt(record.id, action.id)}
            spokenLabel={`Buy for this action: ${number}`}
          >
            Buy for this action
          </Act>
        ) : null}
        {canWrite ? (
          <Act
            kind="text"
            small
            onPress={() => onEdit({ kind: 'action', outcome, action })}
            spokenLabel={`Change action ${number}`}
          >
            Change
          </Act>
        ) : null}
      </div>
    </li>
  );
}
