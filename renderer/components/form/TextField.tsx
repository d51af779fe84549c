import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Icon, type IconShape } from '../Icon.tsx';
import { describedBy, FieldBox, FieldFrame } from './fieldBase.tsx';
import { useField, type FieldProps } from './useField.ts';

export type TextFieldProps<T extends FieldValues, O> = FieldProps<T, O> & {
  type?: 'text' | 'email' | 'tel' | 'password';
  autoComplete?: string;
  icon?: IconShape;
  end?: ReactNode;
  placeholder?: string;
};

/** One line of text. */
export function TextField<T extends FieldValues, O>(props: TextFieldProps<T, O>) {
  const { type = 'text', autoComplete = 'off', icon, end, placeholder, readOnly = false } = props;
  const { hold, ...field } = useField(props, 'Enter');
  const frame = { ...props, id: field.id, error: field.error };
  return (
    <FieldFrame {...frame}>
      <FieldBox className={boxClass(field.error, readOnly)}>
        {icon ? <Icon of={icon} size={16} /> : null}
        <input
          id={field.id}
          name={field.name}
          ref={hold}
          type={type}
          value={typeof field.value === 'string' ? field.value : ''}
          onChange={(event) => field.change(event.target.value)}
          onBlur={field.blur}
          readOnly={readOnly}
          autoComplete={autoComplete}
          placeholder={placeholder}
          spellCheck={type === 'text'}
          aria-describedby={describedBy(frame)}
          aria-invalid={field.error ? true : undefined}
        />
        {end}
      </FieldBox>
    </FieldFrame>
  );
}

/** The classes of a field's edge. */
export function boxClass(error: string | undefined, readOnly: boolean): string {
  return [error ? 'wrong' : '', readOnly ? 'read-only' : ''].join(' ').trim();
}

/** Several lines of text; grows with what is written. */
export function TextArea<T extends FieldValues, O>(
  props: FieldProps<T, O> & { rows?: number; icon?: IconShape },
) {
  const { rows = 3, icon, readOnly = false } = props;
  const { hold, ...field } = useField(props, 'Enter');
  const frame = { ...props, id: field.id, error: field.error };
  return (
    <FieldFrame {...frame}>
      <FieldBox className={boxClass(field.error, readOnly)}>
        {icon ? <Icon of={icon} size={18} /> : null}
        <textarea
          id={field.id}
          name={field.name}
          ref={hold}
          rows={rows}
          style={{ minHeight: `${rows * 1.25 + 0.875}rem` }}
          value={typeof field.value === 'string' ? field.value : ''}
          onChange={(event) => field.change(event.target.value)}
          onBlur={field.blur}
          readOnly={readOnly}
          spellCheck
          aria-describedby={describedBy(frame)}
          aria-invalid={field.error ? true : undefined}
        />
      </FieldBox>
    </FieldFrame>
  );
}
