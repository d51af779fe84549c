import { styled } from '@mui/material/styles';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import Pencil from 'lucide-react/icons/pencil';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useState } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Person } from '#renderer/components/Person.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { Tag } from '#renderer/components/Status.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { recordAt } from '../../addresses.ts';
import type { ChildRecord } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { homeWords, memberLine } from './familyWords.ts';

/** Somebody of the family or household. */
export type Member = ChildRecord['carers'][number];

/** Lines of people or services, each with its act at the end. */
export const Lines = styled('ul')({
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${rem(4)} ${rem(12)}`,
    alignItems: 'center',
    padding: `${rem(10)} ${rem(16)}`,
  },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .more': {
    gridColumn: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${rem(2)} ${rem(12)}`,
    paddingLeft: rem(40),
    fontSize: rem(13),
    lineHeight: rem(18),
    color: look.ink2,
  },
  '& .gone': { opacity: 0.75 },
});

/** Everybody who belongs to the child, and where they live. */
export function FamilyCard(props: { onOpen: (member: Member | null) => void }) {
  const { onOpen } = props;
  const { record, canChange } = useRecord();
  const { carers } = record;
  return (
    <Card
      title="Family and household"
      note={carers.length > 0 ? String(carers.length) : undefined}
      padded={false}
      actions={
        canChange ? (
          <Act small icon={UserRoundPlus} onPress={() => onOpen(null)} keys="Alt+F">
            Add somebody
          </Act>
        ) : null
      }
    >
      {carers.length === 0 ? (
        <EmptyState title="Nobody is recorded yet">
          Parents and carers, brothers and sisters, whoever else lives with the child or matters to them.
        </EmptyState>
      ) : (
        <Lines>
          {carers.map((member) => (
            <OneMember key={member.id} member={member} onOpen={onOpen} />
          ))}
        </Lines>
      )}
    </Card>
  );
}

function OneMember(props: { member: Member; onOpen: (member: Member) => void }) {
  const { member, onOpen } = props;
  const { today, canChange } = useRecord();
  return (
    <li className={member.goneOn === null ? '' : 'gone'}>
      <Person name={member.name} detail={memberLine(member, today)} end={member.phone} />
      {canChange ? (
        <Act small icon={Pencil} onPress={() => onOpen(member)} spokenLabel={`Change ${member.name}`}>
          Change
        </Act>
      ) : (
        <span />
      )}
      <div className="more">
        {member.addressRestricted && member.goneOn === null ? (
          <HiddenAddress memberId={member.id} who={member.name} />
        ) : (
          <span>{homeWords(member)}</span>
        )}
        {member.linked ? (
          <RouteLink
            target={recordAt(member.linked.id)}
            aria-label={`Open the record of ${member.linked.name}`}
          >
            Own record {member.linked.reference}
          </RouteLink>
        ) : null}
      </div>
    </li>
  );
}

/** A restricted address: shown only to who asks, and that they did is recorded. Without an id, the child's own. */
export function HiddenAddress(props: { memberId?: number; who: string }) {
  const { memberId, who } = props;
  const { record } = useRecord();
  const [isAsked, setAsked] = useState(false);
  const isFull = record.depth === 'full';
  const { data, problem } = useRead('children.address', { id: record.id }, { enabled: isAsked && isFull });
  const found = memberId === undefined ? data : data?.members.find((one) => one.id === memberId);
  if (isAsked && found)
    return (
      <span>
        {[found.address.replaceAll('\n', ', '), found.postcode].filter(Boolean).join(', ') || 'Not recorded'}
      </span>
    );
  return (
    <>
      <Tag kind="attention" icon={LockKeyhole}>
        Restricted address
      </Tag>
      {problem ? <span role="alert">{problem.message}</span> : null}
      {isFull ? (
        <Act kind="text" small onPress={() => setAsked(true)} spokenLabel={`Show the address of ${who}`}>
          Show it
        </Act>
      ) : null}
    </>
  );
}
