import { styled } from '@mui/material/styles';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Icon } from '#renderer/components/Icon.tsx';
import { TextField, type TextFieldProps } from '#renderer/components/form/TextField.tsx';
import { look, rem } from '#renderer/app/tokens.ts';

const Reveal = styled('button')({
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(6),
  minHeight: rem(28),
  padding: `0 ${rem(6)}`,
  marginRight: rem(-6),
  border: 0,
  borderRadius: rem(4),
  background: 'none',
  color: look.teal,
  fontSize: rem(13),
  fontWeight: 600,
  cursor: 'pointer',
  '&:hover': { backgroundColor: look.hover },
});

/** A passphrase: hidden until it is asked for, and it may be pasted. */
export function PassphraseField<T extends FieldValues, O>(
  props: Omit<TextFieldProps<T, O>, 'type' | 'end' | 'spellCheck'>,
) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      end={
        <Reveal
          type="button"
          aria-pressed={isShown}
          aria-label={`Show what is typed in ${props.label.toLocaleLowerCase('en-GB')}`}
          onClick={() => setShown(!isShown)}
        >
          <Icon of={isShown ? EyeOff : Eye} size={16} />
          {isShown ? 'Hide' : 'Show'}
        </Reveal>
      }
    />
  );
}
