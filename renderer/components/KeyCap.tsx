import { styled } from '@mui/material/styles';
import { keyParts } from '#renderer/app/keyboard.ts';
import { look, rem } from '#renderer/app/tokens.ts';

const Caps = styled('span')({ display: 'inline-flex', gap: rem(4), flex: 'none' });

const Cap = styled('kbd')({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  boxSizing: 'border-box',
  minWidth: rem(20),
  height: rem(20),
  padding: `0 ${rem(5)}`,
  borderRadius: rem(4),
  border: `1px solid ${look.line}`,
  backgroundColor: look.page,
  color: look.ink2,
  fontFamily: 'inherit',
  fontSize: rem(11),
  lineHeight: 1,
  fontWeight: 600,
  '.onTeal &': {
    borderColor: 'currentColor',
    backgroundColor: 'transparent',
    color: 'inherit',
    opacity: 0.92,
  },
});

/** The keys that do a thing, drawn as keys. Hidden from screen readers when the control announces them itself. */
export function KeyCap(props: { keys: string; silent?: boolean }) {
  return (
    <Caps aria-hidden={props.silent ? true : undefined}>
      {keyParts(props.keys).map((part) => (
        <Cap key={part}>{part}</Cap>
      ))}
    </Caps>
  );
}
