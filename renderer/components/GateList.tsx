import { styled } from '@mui/material/styles';
import CircleCheck from 'lucide-react/icons/circle-check';
import OctagonX from 'lucide-react/icons/octagon-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';
import { Status } from './Status.tsx';
import { TextButton } from './TextButton.tsx';

export type GateItem = {
  id: string;
  verdict: 'pass' | 'warn' | 'stop';
  sentence: string;
  detail?: string | undefined;
  fix?: { label: string; to?: LinkTarget; onPress?: () => void } | undefined;
};

const List = styled('ul')({
  '& > li': { display: 'flex', gap: rem(12), padding: `${rem(10)} ${rem(16)}` },
  '& > li > svg': { marginTop: rem(2) },
  '& > .stop, & > .warn': {
    paddingLeft: rem(13),
    borderLeft: `${rem(3)} solid`,
    borderBottom: `1px solid ${look.line}`,
    scrollMargin: rem(120),
  },
  '& > .stop': {
    borderLeftColor: look.redMark,
    borderBottomColor: look.redLine,
    backgroundColor: look.redTint,
  },
  '& > .stop > svg, & > .stop .sentence': { color: look.red },
  '& > .warn': { borderLeftColor: look.amberMark },
  '& > .warn > svg': { color: look.amber },
  '& > .pass': { padding: `${rem(6)} ${rem(16)}`, color: look.ink2, fontSize: rem(13), lineHeight: rem(20) },
  '& > .pass > svg': { color: look.green },
  '& .sentence': { fontWeight: 600, lineHeight: rem(20) },
  '& .detail': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& a': {
    color: look.teal,
    fontWeight: 600,
    fontSize: rem(13),
    textDecorationColor: look.tealLine,
    textUnderlineOffset: rem(3),
  },
  '& .stop a, & .stop button, & .warn a, & .warn button': {
    textDecorationLine: 'underline',
    textUnderlineOffset: rem(3),
  },
  '& > .pass:first-of-type, & > :not(.pass) + .pass': { paddingTop: rem(14) },
  '& > .pass:last-of-type': { paddingBottom: rem(14) },
});

const rank = { stop: 0, warn: 1, pass: 2 } as const;
const icons = { stop: OctagonX, warn: TriangleAlert, pass: CircleCheck } as const;
const spokenVerdict = { stop: 'Stop: ', warn: 'To check: ', pass: 'Passed: ' } as const;

/** Stops first, then warnings, then passes; within each the office's own order. */
export function inOrder(gates: readonly GateItem[]): GateItem[] {
  return [...gates].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** Moves to the first stop on the page: what the main button does, and all it does, while one is outstanding. */
export function focusFirstStop(): boolean {
  const stop = document.querySelector<HTMLElement>('[data-gate="stop"]');
  if (!stop) return false;
  stop.scrollIntoView({ block: 'nearest' });
  const fix = stop.querySelector<HTMLElement>('a, button');
  (fix ?? stop).focus();
  return true;
}

/** "1 stop", "2 to check", "9 pass": how a list of gates comes out. */
export function GateCounts(props: { gates: readonly GateItem[] }) {
  const count = (verdict: GateItem['verdict']) =>
    props.gates.filter((gate) => gate.verdict === verdict).length;
  const [stops, warnings, passes] = [count('stop'), count('warn'), count('pass')];
  return (
    <>
      {stops > 0 ? <Status kind="stop">{`${stops} ${stops === 1 ? 'stop' : 'stops'}`}</Status> : null}
      {warnings > 0 ? <Status kind="attention">{`${warnings} to check`}</Status> : null}
      {passes > 0 ? <Status kind="done">{`${passes} pass`}</Status> : null}
    </>
  );
}

/** The gates on spending, judged: what stops it and what puts it right, what to look at, what has passed. */
export function GateList(props: { gates: readonly GateItem[]; title?: string; footer?: ReactNode }) {
  const { gates, title = 'Before it can go', footer } = props;
  return (
    <Card title={title} actions={<GateCounts gates={gates} />} padded={false} footer={footer}>
      <List>
        {inOrder(gates).map((gate) => (
          <Gate key={gate.id} gate={gate} />
        ))}
      </List>
    </Card>
  );
}

function Gate(props: { gate: GateItem }) {
  const { gate } = props;
  return (
    <li className={gate.verdict} data-gate={gate.verdict} tabIndex={-1}>
      <Icon of={icons[gate.verdict]} size={18} />
      <div>
        <p className={gate.verdict === 'pass' ? '' : 'sentence'}>
          <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{spokenVerdict[gate.verdict]}</span>
          {gate.sentence}
        </p>
        {gate.verdict !== 'pass' && (gate.detail || gate.fix) ? (
          <p className="detail">
            {gate.detail} <Fix fix={gate.fix} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Fix(props: { fix: GateItem['fix'] }) {
  const { fix } = props;
  if (!fix) return null;
  if (fix.to) return <PlainLink target={fix.to}>{fix.label}</PlainLink>;
  return fix.onPress ? <TextButton onPress={fix.onPress}>{fix.label}</TextButton> : null;
}
