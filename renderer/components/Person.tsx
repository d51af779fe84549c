import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';

const Disc = styled('span')({
  flex: 'none',
  display: 'inline-grid',
  placeItems: 'center',
  boxSizing: 'border-box',
  borderRadius: '50%',
  fontWeight: 650,
  letterSpacing: '0.02em',
  backgroundColor: look.sunken,
  color: look.ink2,
  border: `1px solid ${look.line}`,
  '&.teal': { backgroundColor: look.tealTint, color: look.teal, borderColor: look.tealLine },
});

/** At most two letters: of the first and the last of a person's names. */
export function initialsOf(name: string): string {
  const names = name.split(/[\s-]+/u).filter((part) => /^\p{L}/u.test(part));
  const first = names.at(0)?.at(0) ?? '';
  const last = names.length > 1 ? (names.at(-1)?.at(0) ?? '') : '';
  return (first + last).toLocaleUpperCase('en-GB');
}

/** A person's initials in a disc; decoration, because the name stands beside it. */
export function Initials(props: { name: string; teal?: boolean; size?: number }) {
  const { name, teal = false, size = 32 } = props;
  return (
    <Disc
      aria-hidden="true"
      className={teal ? 'teal' : ''}
      style={{ width: rem(size), height: rem(size), fontSize: rem(size >= 30 ? 12 : 11) }}
    >
      {initialsOf(name)}
    </Disc>
  );
}

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(12),
  minWidth: 0,
  '& .words': { minWidth: 0, flex: 1 },
  '& .name': { fontSize: rem(13), lineHeight: rem(18), fontWeight: 600 },
  '& .detail': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
  '& .end': { fontSize: rem(13), color: look.ink2, fontVariantNumeric: 'tabular-nums' },
});

/** A person with who they are, and something at the end of the line such as a telephone number. */
export function Person(props: { name: string; detail?: ReactNode; end?: ReactNode; teal?: boolean }) {
  return (
    <Line>
      <Initials name={props.name} teal={props.teal ?? false} size={28} />
      <div className="words">
        <div className="name">{props.name}</div>
        {props.detail ? <div className="detail">{props.detail}</div> : null}
      </div>
      {props.end ? <div className="end">{props.end}</div> : null}
    </Line>
  );
}
