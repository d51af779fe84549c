import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

/** The acts of a long form, always in sight at the foot of the page. */
export const FormFoot = styled('div')({
  position: 'sticky',
  bottom: 0,
  zIndex: 5,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: rem(8),
  padding: `${rem(12)} ${rem(16)}`,
  backgroundColor: look.surface,
  border: `1px solid ${look.line}`,
  borderRadius: rem(8),
  '& .words': { marginRight: 'auto', fontSize: rem(13), color: look.ink2 },
  '@container frame (max-height: 30rem)': { position: 'static' },
});
