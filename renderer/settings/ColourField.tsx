import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import type { FieldValues } from 'react-hook-form';
import { contrastOnWhite } from '#renderer/documents/colour.ts';
import { describedBy, FieldBox, FieldFrame } from '#renderer/components/form/fieldBase.tsx';
import { boxClass } from '#renderer/components/form/TextField.tsx';
import { useField, type FieldProps } from '#renderer/components/form/useField.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { look, rem } from '#renderer/app/tokens.ts';

const colours = [
  { value: '#0A5C5C', name: 'Teal' },
  { value: '#1F3A6E', name: 'Navy' },
  { value: '#17653A', name: 'Green' },
  { value: '#5B2A5E', name: 'Plum' },
  { value: '#7A1F2B', name: 'Burgundy' },
  { value: '#34403D', name: 'Charcoal' },
] as const;

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: rem(12), alignItems: 'center' });

const Swatches = styled('fieldset')({ display: 'flex', gap: rem(8) });

const Swatch = styled('button')({
  display: 'grid',
  placeItems: 'center',
  width: rem(32),
  height: rem(32),
  padding: 0,
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  color: '#FFFFFF',
  cursor: 'pointer',
  forcedColorAdjust: 'none',
});

const Other = styled(FieldBox)({
  width: rem(148),
  '& input[type=color]': {
    flex: 'none',
    width: rem(20),
    height: rem(20),
    padding: 0,
    borderRadius: rem(4),
    cursor: 'pointer',
    '&::-webkit-color-swatch-wrapper': { padding: 0 },
    '&::-webkit-color-swatch': { border: `1px solid ${look.line}`, borderRadius: rem(4) },
  },
});

const paper = 5.5;

/** A colour for the letterhead: one of six, or any by its code. Pale ones are printed darker, and the field says so. */
export function ColourField<T extends FieldValues, O>(props: FieldProps<T, O>) {
  const { hold, ...field } = useField(props, 'Choose');
  const value = typeof field.value === 'string' ? field.value : '';
  const isColour = /^#[0-9a-f]{6}$/i.test(value);
  const isPale = isColour && contrastOnWhite(value) < paper;
  const hint = isPale ? 'Too pale to read on paper: it is printed in a darker shade of itself.' : props.hint;
  const frame = { ...props, hint, id: field.id, error: field.error };
  return (
    <FieldFrame {...frame}>
      <Row>
        <Swatches aria-label="Ready colours">
          {colours.map((colour) => {
            const isChosen = value.toLowerCase() === colour.value.toLowerCase();
            return (
              <Swatch
                key={colour.value}
                type="button"
                aria-pressed={isChosen}
                aria-label={colour.name}
                title={colour.name}
                style={{ backgroundColor: colour.value }}
                onClick={() => field.change(colour.value)}
              >
                {isChosen ? <Icon of={Check} size={18} /> : null}
              </Swatch>
            );
          })}
        </Swatches>
        <Other className={boxClass(field.error, false)}>
          <input
            type="color"
            aria-label="Choose another colour"
            value={isColour ? value.toLowerCase() : '#000000'}
            onChange={(event) => field.change(event.target.value.toUpperCase())}
          />
          <input
            id={field.id}
            name={field.name}
            ref={hold}
            type="text"
            value={value}
            onChange={(event) => field.change(event.target.value)}
            onBlur={field.blur}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={describedBy(frame)}
            aria-invalid={field.error ? true : undefined}
          />
        </Other>
      </Row>
    </FieldFrame>
  );
}
