import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Person } from '#renderer/components/Person.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useRecord } from '../recordContext.ts';
import { teamOf, type Member } from '../team.ts';

const List = styled('ul')({
  '& > li': { padding: `${rem(5)} ${rem(16)}` },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
});

const shown = 5;

/** The team with the lead professional's own telephone number, which stands with the person, not with the record. */
export function useTeam(): Member[] {
  const { record } = useRecord();
  const may = usePermissions();
  const lead = record.caf?.lead;
  const { data } = useRead(
    'people.get',
    { id: lead?.personId ?? 1 },
    { enabled: !!lead && may('people.read') },
  );
  const phone = data && data.id === lead?.personId ? data.phone : '';
  return teamOf(record).map((member) => (member.isLead ? { ...member, phone } : member));
}

/** Who is there for the child, and how to reach them. */
export function TeamCard() {
  const { at } = useRecord();
  const team = useTeam();
  return (
    <Card
      title="Team around the child"
      padded={false}
      actions={
        <RouteLink target={at('team')}>
          {team.length > shown ? `All ${team.length}` : 'Open the team'}
        </RouteLink>
      }
    >
      {team.length === 0 ? (
        <p style={{ padding: rem(16), color: look.ink2 }}>Nobody is named yet.</p>
      ) : (
        <List>
          {team.slice(0, shown).map((member) => (
            <li key={member.name}>
              <Person name={member.name} detail={member.role} end={member.phone} teal={member.isLead} />
            </li>
          ))}
        </List>
      )}
    </Card>
  );
}
