import { styled } from '@mui/material/styles';
import FlaskConical from 'lucide-react/icons/flask-conical';
import { Icon } from '#renderer/components/Icon.tsx';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { look, rem } from './tokens.ts';

const Strip = styled('section')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: `${rem(2)} ${rem(8)}`,
  padding: `${rem(6)} ${rem(24)}`,
  backgroundColor: look.amberTint,
  borderBottom: `1px solid ${look.amberLine}`,
  color: look.ink,
  fontSize: rem(13),
  lineHeight: rem(20),
  '& svg': { color: look.amber },
  '& button': { marginLeft: 'auto' },
});

/** Says that nothing here is real, and on which date this office lives. */
export function PracticeBanner(props: { date: string; onMove?: () => void }) {
  return (
    <Strip aria-label="Practice office">
      <Icon of={FlaskConical} size={16} />
      <strong>Practice office.</strong>
      <span>Nothing here is real. Today is {props.date}.</span>
      {props.onMove ? <TextButton onPress={props.onMove}>Change the date</TextButton> : null}
    </Strip>
  );
}
