import { useState } from 'react';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { useRecord } from '../recordContext.ts';
import { RecordTab } from '../RecordTab.tsx';
import { FamilyCard, type Member } from './FamilyCard.tsx';
import { IdentityCard } from './IdentityCard.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { ServiceDialog } from './ServiceDialog.tsx';
import { ServicesCard, type Service } from './ServicesCard.tsx';

type Open = { member: Member | null } | { service: Service | null } | null;

/** Who the child is, who belongs to them, and who works with them. */
export function FamilyTab() {
  const { record } = useRecord();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (record.depth === 'neutral') return <RecordTab>{null}</RecordTab>;
  return (
    <RecordTab>
      <PageColumns side={440}>
        <Stack>
          <FamilyCard onOpen={(member) => setOpen({ member })} />
          <ServicesCard onOpen={(service) => setOpen({ service })} />
        </Stack>
        <IdentityCard />
      </PageColumns>
      {open && 'member' in open ? <MemberDialog member={open.member} onClose={close} /> : null}
      {open && 'service' in open ? <ServiceDialog service={open.service} onClose={close} /> : null}
    </RecordTab>
  );
}
