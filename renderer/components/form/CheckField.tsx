import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { FieldValues } from 'react-hook-form';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';
import { describedBy } from './fieldBase.tsx';
import { useField, type FieldProps } from './useField.ts';

const Box = styled('div')({
  '& label': {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: rem(8),
    minHeight: rem(24),
    lineHeight: rem(20),
    color: look.ink,
    cursor: 'pointer',
  },
  '& input': {
    width: rem(16),
    height: rem(16),
    margin: `${rem(2)} 0 0`,
    flex: 'none',
    accentColor: look.teal,
  },
  '& .hint': { marginLeft: rem(24), fontSize: rem(12), lineHeight: rem(18), color: look.ink2 },
  '& .error': {
    display: 'flex',
    alignItems: 'center',
    gap: rem(6),
    marginLeft: rem(24),
    fontSize: rem(13),
    fontWeight: 600,
    color: look.red,
  },
});

/** Yes or no, by a tick. */
export function CheckField<T extends FieldValues, O>(props: FieldProps<T, O>) {
  const { label, hint, readOnly = false } = props;
  const { hold, ...field } = useField(props, 'Choose');
  return (
    <Box>
      <label htmlFor={field.id}>
        <input
          id={field.id}
          name={field.name}
          ref={hold}
          type="checkbox"
          checked={field.value === true}
          onChange={(event) => field.change(event.target.checked)}
          onBlur={field.blur}
          disabled={readOnly}
          aria-describedby={describedBy({ id: field.id, hint, error: field.error })}
          aria-invalid={field.error ? true : undefined}
        />
        {label}
      </label>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {field.error ? (
        <p className="error" id={`${field.id}-error`}>
          <Icon of={TriangleAlert} size={14} />
          {field.error}
        </p>
      ) : null}
    </Box>
  );
}
