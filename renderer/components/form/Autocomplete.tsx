import MuiAutocomplete, { type AutocompleteRenderInputParams } from '@mui/material/Autocomplete';
import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useEffect, useState, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon, type IconShape } from '../Icon.tsx';
import { describedBy, FieldBox, FieldFrame } from './fieldBase.tsx';
import { boxClass } from './TextField.tsx';
import { useField, type Field, type FieldProps } from './useField.ts';

/** Something that can be chosen: its id is the form's value, `detail` stands quietly at its end. */
export type Option = { id: string | number; label: string; detail?: string };

const OptionLine = styled('li')({
  '&&': {
    display: 'flex',
    alignItems: 'baseline',
    gap: rem(12),
    minHeight: rem(36),
    padding: `${rem(6)} ${rem(12)}`,
    fontSize: rem(14),
  },
  '& .detail': { marginLeft: 'auto', fontSize: rem(12), color: look.ink2, textAlign: 'right' },
});

const pause = 150;

type Search = (query: string, signal: AbortSignal) => Promise<Option[]>;
type Answer = { query: string | null; options: Option[]; failed: boolean };

async function ask(search: Search, query: string, signal: AbortSignal): Promise<Answer> {
  try {
    return { query, options: await search(query, signal), failed: false };
  } catch {
    return { query, options: [], failed: true };
  }
}

/** Asks for options while the list is open; an answer to an older question is thrown away. */
function useOptions(search: Search, query: string, open: boolean): Answer {
  const [answer, setAnswer] = useState<Answer>({ query: null, options: [], failed: false });
  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        void ask(search, query, stop.signal).then((found) => (stop.signal.aborted ? null : setAnswer(found)));
      },
      query === '' ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [search, query, open]);
  return answer;
}

export type AutocompleteProps<T extends FieldValues, O> = FieldProps<T, O> & {
  /** Keep it the same between renders (`useCallback`): a new one asks again. */
  search: Search;
  /** The option that the form's present value stands for, to show its words. */
  selected?: Option | null | undefined;
  onPick?: (option: Option | null) => void;
  icon?: IconShape;
  /** Shown when nothing fits, such as a link to add it. */
  none?: ReactNode;
};

/** One of many, found by typing a few letters of it. */
export function Autocomplete<T extends FieldValues, O>(props: AutocompleteProps<T, O>) {
  const { search, selected, onPick, none, readOnly = false } = props;
  const field = useField(props, 'Choose');
  const frame = { ...props, id: field.id, error: field.error };
  const [picked, setPicked] = useState<Option | null>(selected ?? null);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const answer = useOptions(search, query, isOpen);
  const current = [picked, selected].find((option) => option && option.id === field.value) ?? null;

  return (
    <FieldFrame {...frame}>
      <MuiAutocomplete<Option>
        id={field.id}
        value={current}
        options={answer.options}
        open={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        loading={answer.query !== query}
        loadingText="Looking"
        noOptionsText={
          answer.failed ? 'The search did not finish. Type again to retry.' : (none ?? 'Nothing fits')
        }
        filterOptions={(options) => options}
        getOptionLabel={(option) => option.label}
        getOptionKey={(option) => option.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        onInputChange={(_event, text, why) => setQuery(why === 'input' ? text : '')}
        onChange={(_event, option) => {
          setPicked(option);
          field.change(option?.id ?? null);
          onPick?.(option);
        }}
        autoHighlight
        openOnFocus
        selectOnFocus
        handleHomeEndKeys
        readOnly={readOnly}
        renderInput={(params) => <Input {...props} params={params} field={field} current={current} />}
        renderOption={({ key, ...line }, option) => (
          <OptionLine {...line} key={key}>
            <span>{option.label}</span>
            {option.detail ? <span className="detail">{option.detail}</span> : null}
          </OptionLine>
        )}
      />
    </FieldFrame>
  );
}

type InputProps = {
  params: AutocompleteRenderInputParams;
  field: Field;
  current: Option | null;
  hint?: ReactNode;
  hintEnd?: ReactNode;
  icon?: IconShape;
  readOnly?: boolean;
};

function Input(props: InputProps) {
  const { params, field, current, icon, readOnly = false } = props;
  const { ref, className, onMouseDown } = params.slotProps.input;
  return (
    <FieldBox
      ref={ref}
      className={`${className} ${boxClass(field.error, readOnly)}`}
      onMouseDown={onMouseDown}
      style={{ paddingRight: rem(12) }}
    >
      {icon ? <Icon of={icon} size={16} /> : null}
      <input
        {...params.slotProps.htmlInput}
        onBlur={(event) => {
          params.slotProps.htmlInput.onBlur?.(event);
          field.blur();
        }}
        aria-describedby={describedBy({ ...props, id: field.id, error: field.error })}
        aria-invalid={field.error ? true : undefined}
      />
      {current?.detail ? (
        <span style={{ fontSize: rem(12), whiteSpace: 'nowrap' }}>{current.detail}</span>
      ) : null}
      <Icon of={ChevronDown} size={16} />
    </FieldBox>
  );
}
