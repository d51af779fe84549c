import { styled } from '@mui/material/styles';
import Building from 'lucide-react/icons/building-2';
import FlaskConical from 'lucide-react/icons/flask-conical';
import type { ReactNode } from 'react';
import { Act } from '#renderer/components/Act.tsx';
import { Icon, type IconShape } from '#renderer/components/Icon.tsx';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Bare, SidePoints } from './Bare.tsx';
import { PracticeJob } from './PracticeJob.tsx';
import type { Practice } from './usePractice.ts';

const Ways = styled('div')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fit, minmax(${rem(280)}, 1fr))`,
  gap: rem(16),
  marginBottom: rem(16),
});

const WayCard = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: rem(8),
  padding: rem(24),
  backgroundColor: look.surface,
  border: `1px solid ${look.line}`,
  borderRadius: rem(8),
  '& h2': sizes.dialogTitle,
  '& .tile': {
    display: 'grid',
    placeItems: 'center',
    width: rem(40),
    height: rem(40),
    marginBottom: rem(8),
    borderRadius: rem(8),
    backgroundColor: look.tealTint,
    color: look.teal,
  },
  '& p': { color: look.ink2, textWrap: 'pretty' },
  '& ul': {
    listStyle: 'disc',
    paddingLeft: rem(18),
    color: look.ink2,
    fontSize: rem(13),
    lineHeight: rem(20),
  },
  '& .act': { marginTop: 'auto', paddingTop: rem(16) },
});

function Way(props: { icon: IconShape; title: string; children: ReactNode; act: ReactNode }) {
  return (
    <WayCard aria-label={props.title}>
      <span className="tile">
        <Icon of={props.icon} size={20} />
      </span>
      <h2>{props.title}</h2>
      {props.children}
      <div className="act">{props.act}</div>
    </WayCard>
  );
}

/** What holds for everyone, beside the welcome and the set-up. */
export const promises = [
  {
    title: 'One record, one budget, one order',
    words: 'From a child’s assessment to the paper the provider gets.',
  },
  { title: 'Every pound is in one place', words: 'Any figure opens to the entries behind it.' },
  { title: 'Unreadable without a passphrase', words: 'The office is one encrypted file on this computer.' },
] as const;

/** The first start: set an office up, or look around in one that is not real. */
export function Welcome(props: { version: string; practice: Practice; onSetUp: () => void }) {
  const { version, practice, onSetUp } = props;
  return (
    <Bare
      middle
      title="Welcome to Trust Desk"
      windowTitle="Welcome"
      lead="There is no office on this computer yet. Begin with one of these; the other stays open to you."
      side={<SidePoints points={promises} />}
      foot={`Version ${version}`}
    >
      <Ways>
        <Way
          icon={Building}
          title="Set up this office"
          act={
            <Act kind="main" onPress={onSetUp} disabled={practice.busy}>
              Set up this office
            </Act>
          }
        >
          <p>Make the office your team will work in. It takes about five minutes. You will need:</p>
          <ul>
            <li>the office’s and the council’s name and address</li>
            <li>where invoices are sent</li>
            <li>the number your next purchase order should have</li>
            <li>paper to write a recovery key on</li>
          </ul>
        </Way>
        <Way
          icon={FlaskConical}
          title="Look around in a practice office"
          act={
            <Act onPress={() => practice.open()} disabled={practice.busy}>
              Open the practice office
            </Act>
          }
        >
          <p>
            A made-up office with children, budgets, orders and a return, where nothing can go wrong. It is
            made on this computer in under a minute.
          </p>
          <ul>
            <li>sign in as anyone, from practitioner to director</li>
            <li>it has a date of its own, which you can move</li>
            <li>start it again whenever you like</li>
          </ul>
        </Way>
      </Ways>
      <PracticeJob practice={practice} />
    </Bare>
  );
}
