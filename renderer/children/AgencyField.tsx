import MuiAutocomplete from '@mui/material/Autocomplete';
import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { agencies } from '#shared/codes/agencies.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { describedBy, FieldBox, FieldFrame } from '#renderer/components/form/fieldBase.tsx';
import { boxClass } from '#renderer/components/form/TextField.tsx';
import { useField, type FieldProps } from '#renderer/components/form/useField.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { agencyWord } from './words.ts';

const Chips = styled('ul')({ display: 'flex', flexWrap: 'wrap', gap: rem(6), marginTop: rem(8) });

const Chip = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(6),
  minHeight: rem(26),
  padding: `0 ${rem(6)} 0 ${rem(10)}`,
  borderRadius: rem(13),
  border: `1px solid ${look.tealLine}`,
  backgroundColor: look.tealTint,
  color: look.teal,
  fontSize: rem(13),
  fontWeight: 600,
  cursor: 'pointer',
  '&:hover': { borderColor: look.teal },
});

/**
 * Several agencies, each found by typing a few letters of it; those chosen stand below, taken away by pressing them.
 * `without` are not offered: an agency cannot both see a record and be left out of it.
 */
export function AgencyField<T extends FieldValues, O>(
  props: FieldProps<T, O> & { without?: readonly string[] },
) {
  const { label, without = [] } = props;
  const [typed, setTyped] = useState('');
  const field = useField(props, 'Choose');
  const chosen = Array.isArray(field.value) ? field.value.filter((code) => typeof code === 'string') : [];
  const left = agencies.filter((agency) => !chosen.includes(agency.code) && !without.includes(agency.code));
  const frame = { ...props, id: field.id, error: field.error };
  return (
    <FieldFrame {...frame}>
      <div>
        <MuiAutocomplete<(typeof left)[number]>
          id={field.id}
          value={null}
          options={left}
          getOptionLabel={(agency) => agency.label}
          getOptionKey={(agency) => agency.code}
          onChange={(_event, agency) => {
            if (agency) field.change([...chosen, agency.code]);
          }}
          inputValue={typed}
          onInputChange={(_event, text, why) => setTyped(why === 'input' ? text : '')}
          noOptionsText="No agency is called that"
          autoHighlight
          openOnFocus={false}
          blurOnSelect={false}
          clearOnBlur
          renderInput={(params) => (
            <FieldBox
              ref={params.slotProps.input.ref}
              className={`${params.slotProps.input.className} ${boxClass(field.error, false)}`}
              onMouseDown={params.slotProps.input.onMouseDown}
            >
              <input
                {...params.slotProps.htmlInput}
                placeholder="Type to add one"
                onBlur={(event) => {
                  params.slotProps.htmlInput.onBlur?.(event);
                  field.blur();
                }}
                aria-describedby={describedBy(frame)}
                aria-invalid={field.error ? true : undefined}
              />
            </FieldBox>
          )}
        />
        {chosen.length > 0 ? (
          <Chips aria-label={`${label}: chosen`}>
            {chosen.map((code) => (
              <li key={code}>
                <Chip
                  type="button"
                  onClick={() => field.change(chosen.filter((one) => one !== code))}
                  aria-label={`Take away ${agencyWord(code)}`}
                >
                  {agencyWord(code)}
                  <Icon of={X} size={14} />
                </Chip>
              </li>
            ))}
          </Chips>
        ) : null}
      </div>
    </FieldFrame>
  );
}
