import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const Field = styled('label')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(8),
  height: rem(36),
  boxSizing: 'border-box',
  padding: `0 ${rem(12)}`,
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  backgroundColor: look.surface,
  color: look.ink2,
  fontSize: rem(13),
  '&:focus-within': {
    borderColor: look.teal,
    boxShadow: `0 0 0 1px ${look.teal}, 0 0 0 4px ${look.tealTint}`,
  },
  '& input': { border: 0, outline: 'none', background: 'none', color: look.ink, font: 'inherit' },
});

/** A day that narrows a list; cleared, it narrows no more. */
export function DayFilter(props: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  return (
    <Field>
      {props.label}
      <input
        type="date"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </Field>
  );
}
