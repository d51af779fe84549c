import { useState, type ComponentType, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { describedBy, FieldBox, FieldFrame } from './fieldBase.tsx';
import { boxClass } from './TextField.tsx';
import { useField, type FieldProps } from './useField.ts';

/** How a text becomes a value and back. `parse` gives `unreadable` for a text that means nothing. */
export type Parsing<V> = {
  parse: (text: string) => V | null;
  format: (value: V) => string;
  /** The form's value for a text that cannot be read; the contract's schema refuses it. */
  unreadable: (text: string) => unknown;
  isValue: (value: unknown) => value is V;
};

export type ParsedFieldProps<T extends FieldValues, O> = FieldProps<T, O> & {
  placeholder?: string;
};

/** What a field gives to the part at its end. `typed` is empty once the text has become a value. */
export type FieldEndProps = { id: string; label: string; typed: string; onChange: (value: unknown) => void };

/**
 * A field that is typed as text and kept as a value: what is typed stays as typed until the field is left, and is
 * then shown as the value it means. A text that cannot be read stays, to be put right.
 */
export function ParsedField<V, T extends FieldValues, O>(
  props: ParsedFieldProps<T, O> & {
    parsing: Parsing<V>;
    start?: ReactNode;
    /** Words or a sign at its end. */
    end?: ReactNode;
    /** What is at its end and works with the field, such as the calendar. */
    End?: ComponentType<FieldEndProps>;
    strong?: boolean;
    inputMode?: 'decimal' | 'text';
  },
) {
  const { parsing, start, end, End, strong = false, inputMode = 'decimal', readOnly = false } = props;
  const { hold, ...field } = useField(props, 'Enter');
  const [typed, setTyped] = useState<{ text: string; value: unknown } | null>(null);
  const frame = { ...props, id: field.id, error: field.error };
  // A value set from elsewhere wins over what had been typed before it.
  const isTyped = typed !== null && Object.is(typed.value, field.value);
  const shown = isTyped ? typed.text : parsing.isValue(field.value) ? parsing.format(field.value) : '';

  const type = (text: string) => {
    const value = text.trim() === '' ? null : (parsing.parse(text) ?? parsing.unreadable(text));
    setTyped({ text, value });
    field.change(value);
  };
  return (
    <FieldFrame {...frame}>
      <FieldBox className={boxClass(field.error, readOnly)}>
        {start}
        <input
          id={field.id}
          name={field.name}
          ref={hold}
          type="text"
          inputMode={inputMode}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (typed && parsing.isValue(typed.value)) setTyped(null);
            field.blur();
          }}
          readOnly={readOnly}
          autoComplete="off"
          placeholder={props.placeholder}
          spellCheck={false}
          style={{ fontVariantNumeric: 'tabular-nums', fontWeight: strong ? 600 : 400 }}
          aria-describedby={describedBy(frame)}
          aria-invalid={field.error ? true : undefined}
        />
        {end}
        {End ? (
          <End id={field.id} label={props.label} typed={isTyped ? typed.text : ''} onChange={field.change} />
        ) : null}
      </FieldBox>
    </FieldFrame>
  );
}
