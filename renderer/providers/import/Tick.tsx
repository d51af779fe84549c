import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem, tabular } from '#renderer/app/tokens.ts';

const Line = styled('label')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: rem(8),
  minHeight: rem(24),
  padding: `${rem(6)} ${rem(16)}`,
  lineHeight: rem(20),
  cursor: 'pointer',
  '&:hover': { backgroundColor: look.hover },
  '& input': {
    width: rem(16),
    height: rem(16),
    margin: `${rem(2)} 0 0`,
    flex: 'none',
    accentColor: look.teal,
  },
  '& .words': { flex: 1, minWidth: 0 },
  '& .under': { display: 'block', fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .end': { ...tabular, fontSize: rem(13), color: look.ink2, whiteSpace: 'nowrap' },
});

/** One line to tick, with quiet words under it and a figure at its end. */
export function Tick(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  under?: ReactNode;
  end?: ReactNode;
}) {
  const { checked, onChange, children, under, end } = props;
  return (
    <Line>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="words">
        {children}
        {under ? <span className="under">{under}</span> : null}
      </span>
      {end ? <span className="end">{end}</span> : null}
    </Line>
  );
}
