import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { RouteLink, type LinkTarget } from './RouteLink.tsx';
import { TextButton } from './TextButton.tsx';

const Strip = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  margin: 0,
  overflow: 'hidden',
  backgroundColor: look.surface,
  border: `1px solid ${look.line}`,
  borderRadius: rem(8),
  '& > div': {
    flex: '1 1 auto',
    minWidth: 0,
    padding: `${rem(10)} ${rem(16)}`,
    borderRight: `1px solid ${look.line}`,
    borderBottom: `1px solid ${look.line}`,
    margin: '0 -1px -1px 0',
  },
  // Side by side as long as there is room: a row that breaks leaves one fact alone below the others.
  '@container page (min-width: 44rem)': {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'auto',
  },
  '& dt': { ...sizes.small, display: 'flex', justifyContent: 'space-between', gap: rem(8), color: look.ink2 },
  '& .value': { fontWeight: 600 },
  '& .detail': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
});

export type Fact = {
  label: string;
  value: ReactNode;
  detail?: ReactNode;
  /** Where, or how, it is changed. */
  change?: LinkTarget | (() => void);
};

/** What a thing rests on, side by side, each with its own way to change it. */
export function FactStrip(props: { facts: Fact[] }) {
  return (
    <Strip>
      {props.facts.map((fact) => (
        <div key={fact.label}>
          <dt>
            {fact.label}
            {fact.change ? <Change label={fact.label} change={fact.change} /> : null}
          </dt>
          <dd className="value">{fact.value}</dd>
          {fact.detail ? <dd className="detail">{fact.detail}</dd> : null}
        </div>
      ))}
    </Strip>
  );
}

function Change(props: { label: string; change: LinkTarget | (() => void) }) {
  const { label, change } = props;
  const spoken = `Change ${label.toLocaleLowerCase('en-GB')}`;
  return typeof change === 'function' ? (
    <TextButton onPress={change} spokenLabel={spoken}>
      Change
    </TextButton>
  ) : (
    <RouteLink target={change} aria-label={spoken}>
      Change
    </RouteLink>
  );
}
