import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

/** Rows of a card on a person's page: a head, words below, and what can be done at the foot. */
export const Lines = styled('ul')({
  '& li': { padding: `${rem(10)} ${rem(16)}`, borderTop: `1px solid ${look.line}` },
  '& li:first-of-type': { borderTop: 0 },
  '& .head': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${rem(12)}`,
    fontWeight: 600,
  },
  '& .days': { fontWeight: 400, fontSize: rem(13), color: look.ink2 },
  '& p': { color: look.ink2, fontSize: rem(13), lineHeight: rem(18) },
  '& .foot': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${rem(4)} ${rem(16)}`,
    marginTop: rem(4),
    fontSize: rem(13),
    lineHeight: rem(20),
    color: look.ink3,
  },
  '& .acts': { display: 'flex', flexWrap: 'wrap', gap: rem(8) },
  '& .alone': { padding: rem(16), fontSize: rem(14), lineHeight: rem(20) },
});
