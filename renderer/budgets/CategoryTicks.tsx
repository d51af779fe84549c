import { styled } from '@mui/material/styles';
import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { FieldSet } from '#renderer/components/form/fieldBase.tsx';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fill, minmax(${rem(240)}, 1fr))`,
  gap: `${rem(4)} ${rem(16)}`,
  '& label': {
    display: 'flex',
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
});

/** The categories a fund does not pay for: none ticked, nothing ruled out. */
export function CategoryTicks(props: { ticked: string[]; onChange: (ticked: string[]) => void }) {
  const { ticked, onChange } = props;
  return (
    <FieldSet legend="Does not pay for" hint="An order for a ticked category cannot be paid from this fund.">
      <Grid>
        {purchaseCategories.map(({ code, label }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={ticked.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...ticked, code] : ticked.filter((one) => one !== code))
              }
            />
            {label}
          </label>
        ))}
      </Grid>
    </FieldSet>
  );
}
