import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import type { FieldValues } from 'react-hook-form';
import { useShortcut } from '#renderer/app/keyboard.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';
import { KeyCap } from '../KeyCap.tsx';
import { describedBy, FieldFrame } from './fieldBase.tsx';
import { useField, type FieldProps } from './useField.ts';

export type ChoiceValue = string | number | boolean;
export type ChoiceOption = { value: ChoiceValue; label: string };

const Segments = styled('div')({
  display: 'flex',
  minHeight: rem(36),
  boxSizing: 'border-box',
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  backgroundColor: look.surface,
  '&.wrong': { borderColor: look.redMark, boxShadow: `inset 0 0 0 1px ${look.redMark}` },
  '& label': {
    position: 'relative',
    flex: '1 1 auto',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: rem(8),
    padding: `${rem(4)} ${rem(12)}`,
    borderLeft: `1px solid ${look.line}`,
    color: look.ink2,
    fontSize: rem(13),
    lineHeight: rem(18),
    fontWeight: 600,
    textAlign: 'center',
    cursor: 'pointer',
  },
  '& label:first-of-type': { borderLeft: 0, borderRadius: `${rem(5)} 0 0 ${rem(5)}` },
  '& label:last-of-type': { borderRadius: `0 ${rem(5)} ${rem(5)} 0` },
  '& label:hover': { backgroundColor: look.hover },
  '& label:has(input:checked)': {
    backgroundColor: look.tealTint,
    color: look.teal,
    margin: -1,
    border: `1px solid ${look.teal}`,
    zIndex: 1,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  '& label:has(input:focus-visible)': { outline: `2px solid ${look.teal}`, outlineOffset: rem(2), zIndex: 2 },
  '& input': { position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'pointer' },
});

export type SegmentsProps = {
  id: string;
  name: string;
  options: ChoiceOption[];
  value: unknown;
  onChange: (value: ChoiceValue) => void;
  labelledBy?: string;
  label?: string;
  describedBy?: string | undefined;
  wrong?: boolean;
  inputRef?: (element: HTMLElement | null) => void;
};

/** Two to four choices side by side, a tick on the chosen one. Arrow keys move between them. */
export function SegmentedChoice(props: SegmentsProps) {
  const { id, name, options, value, onChange, labelledBy, label, wrong = false, inputRef } = props;
  return (
    <Segments
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={props.describedBy}
      aria-invalid={wrong || undefined}
      className={wrong ? 'wrong' : ''}
    >
      {options.map((option, at) => (
        <label key={String(option.value)}>
          <input
            type="radio"
            id={at === 0 ? id : `${id}-${at}`}
            name={name}
            ref={at === 0 ? inputRef : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.value === value ? <Icon of={Check} size={14} /> : null}
          {option.label}
        </label>
      ))}
    </Segments>
  );
}

export type ChoiceProps<T extends FieldValues, O> = FieldProps<T, O> & {
  options: ChoiceOption[];
  /** `Alt` gives the choices Alt+1, Alt+2 and so on, and says so at the end of the label. */
  keys?: 'Alt';
};

/** A choice of two to four, as a field. */
export function Choice<T extends FieldValues, O>(props: ChoiceProps<T, O>) {
  const { options, keys, label } = props;
  const { hold, ...field } = useField(props, 'Choose');
  const hintEnd =
    props.hintEnd ??
    (keys ? (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: rem(6) }}>
        <KeyCap keys="Alt+1" silent /> to <KeyCap keys={`Alt+${options.length}`} silent />
      </span>
    ) : undefined);
  const frame = { ...props, hintEnd, id: field.id, error: field.error };
  return (
    <FieldFrame {...frame} group>
      {keys
        ? options.map((option, at) => (
            <ChoiceKey
              key={String(option.value)}
              keys={`Alt+${at + 1}`}
              label={`${label}: ${option.label}`}
              onPress={() => field.change(option.value)}
            />
          ))
        : null}
      <SegmentedChoice
        id={field.id}
        name={field.id}
        options={options}
        value={field.value}
        onChange={field.change}
        labelledBy={`${field.id}-label`}
        describedBy={describedBy(frame)}
        wrong={field.error !== undefined}
        inputRef={hold}
      />
    </FieldFrame>
  );
}

function ChoiceKey(props: { keys: string; label: string; onPress: () => void }) {
  useShortcut(props.keys, props.onPress, { label: props.label });
  return null;
}
