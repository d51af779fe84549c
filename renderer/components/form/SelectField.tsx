import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { FieldValues } from 'react-hook-form';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';
import { describedBy, FieldBox, FieldFrame } from './fieldBase.tsx';
import { boxClass } from './TextField.tsx';
import { useField, type FieldProps } from './useField.ts';

export type SelectOption = { value: string | number; label: string; group?: string };

export const SelectBox = styled(FieldBox)({
  position: 'relative',
  padding: 0,
  '& select': {
    appearance: 'none',
    height: rem(34),
    padding: `0 ${rem(36)} 0 ${rem(12)}`,
    cursor: 'pointer',
    textOverflow: 'ellipsis',
  },
  '& select option, & select optgroup': { backgroundColor: look.surface, color: look.ink },
  '& > svg': { position: 'absolute', right: rem(12), pointerEvents: 'none', color: look.ink2 },
});

function Options(props: { options: SelectOption[] }) {
  const groups = [...new Set(props.options.map((option) => option.group))];
  return groups.map((group) => {
    const list = props.options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
    return group === undefined ? (
      list
    ) : (
      <optgroup key={group} label={group}>
        {list}
      </optgroup>
    );
  });
}

export type SelectFieldProps<T extends FieldValues, O> = FieldProps<T, O> & {
  options: SelectOption[];
  /** What stands there before anything is chosen. */
  blank?: string;
};

/** One of a short list that everybody knows; the computer's own list, so that every key and reader works. */
export function SelectField<T extends FieldValues, O>(props: SelectFieldProps<T, O>) {
  const { options, blank = 'Choose', readOnly = false } = props;
  const { hold, ...field } = useField(props, 'Choose');
  const frame = { ...props, id: field.id, error: field.error };
  const isKnown = options.some((option) => option.value === field.value);
  return (
    <FieldFrame {...frame}>
      <SelectBox className={boxClass(field.error, readOnly)}>
        <select
          id={field.id}
          name={field.name}
          ref={hold}
          value={isKnown ? String(field.value) : ''}
          disabled={readOnly}
          onChange={(event) => {
            const option = options.find((one) => String(one.value) === event.target.value);
            field.change(option?.value ?? null);
          }}
          onBlur={field.blur}
          aria-describedby={describedBy(frame)}
          aria-invalid={field.error ? true : undefined}
        >
          {isKnown && !props.optional ? null : <option value="">{blank}</option>}
          <Options options={options} />
        </select>
        <Icon of={ChevronDown} size={16} />
      </SelectBox>
    </FieldFrame>
  );
}

const Quick = styled(SelectBox)({ minWidth: rem(120), '& select': { fontSize: rem(13) } });

/** A list for filtering, outside a form; its label is spoken only. */
export function QuickSelect(props: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Quick>
      <select
        aria-label={props.label}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <Options options={props.options} />
      </select>
      <Icon of={ChevronDown} size={16} />
    </Quick>
  );
}
