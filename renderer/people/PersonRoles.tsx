import { useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { type Role, roles } from '#shared/domain/roles.ts';
import { roleWords, whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useToday } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { Lines } from './Lines.tsx';
import type { Person } from './personWords.ts';

type Held = Person['heldRoles'][number];

/** `from 20 Oct 2008 until 31 Oct 2008`, `since 3 Oct 2008`. */
function daysOf({ fromDay, toDay }: Held, today: string): string {
  const begins = fromDay > today ? `from ${formatDay(fromDay)}` : `since ${formatDay(fromDay)}`;
  return toDay === null ? begins : `${begins} until ${formatDay(toDay)}`;
}

function givenWords({ givenBy, agreedBy }: Held): string {
  if (givenBy === null) return 'Given when the office was set up.';
  return agreedBy === null ? `Given by ${givenBy}.` : `Given by ${givenBy}, agreed to by ${agreedBy}.`;
}

function TakeAway(props: { person: Person; role: Role; onClose: () => void }) {
  const { person, role, onClose } = props;
  const toasts = useToasts();
  const write = useWrite('people.takeRoles');
  return (
    <ConfirmDialog
      open
      danger
      title={`Take a role from ${person.name}`}
      act={`Take ${roles[role].toLocaleLowerCase('en-GB')} away`}
      onClose={onClose}
      onAct={async () => {
        const result = await write.run({ id: person.id, roles: [role] });
        if (!result.ok) toasts.problem(result.problem);
        else toasts.done(`${person.name} is no ${roles[role].toLocaleLowerCase('en-GB')} any more.`);
        onClose();
      }}
    >
      <p>It counts at once, also where {person.name} is signed in. To give it back may take two people.</p>
    </ConfirmDialog>
  );
}

/** What the person may do, role by role, since when and by whom. Nobody changes their own, so no button stands there. */
export function RolesCard(props: { person: Person; isSelf: boolean; onGive: (() => void) | null }) {
  const { person, isSelf, onGive } = props;
  const today = useToday();
  const [taking, setTaking] = useState<Role | null>(null);
  const mayChange = onGive !== null && !isSelf && person.leavesOn === null;
  return (
    <Card
      title="Roles"
      padded={false}
      actions={
        mayChange ? (
          <Act small onPress={onGive}>
            Give a role
          </Act>
        ) : null
      }
      footer={
        onGive === null
          ? `Only ${whoMay('people.manage')} changes roles and details.`
          : isSelf
            ? `Nobody changes their own roles. Another person who is ${whoMay('people.manage')} does.`
            : undefined
      }
    >
      {person.heldRoles.length > 0 ? (
        <Lines>
          {person.heldRoles.map((held) => (
            <li key={`${held.role} ${held.fromDay}`}>
              <div className="head">
                <span>{roles[held.role]}</span>
                <span className="days">{daysOf(held, today)}</span>
              </div>
              <p>{roleWords[held.role]}</p>
              <div className="foot">
                <span>{givenWords(held)}</span>
                {mayChange ? (
                  <TextButton
                    onPress={() => setTaking(held.role)}
                    spokenLabel={`Take away: ${roles[held.role]}`}
                  >
                    Take away
                  </TextButton>
                ) : null}
              </div>
            </li>
          ))}
        </Lines>
      ) : (
        <Lines as="div">
          <p className="alone">No role. {person.name} may do nothing here, and is only named in records.</p>
        </Lines>
      )}
      {taking ? <TakeAway person={person} role={taking} onClose={() => setTaking(null)} /> : null}
    </Card>
  );
}
