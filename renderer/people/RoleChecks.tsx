import { styled } from '@mui/material/styles';
import type { FieldValues } from 'react-hook-form';
import { needsSecond } from '#shared/domain/proposals.ts';
import { type Role, roleCodes, roles } from '#shared/domain/roles.ts';
import { roleWords } from '#shared/domain/roleWords.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { useField, type FieldProps } from '#renderer/components/form/useField.ts';

const Set = styled('fieldset')({
  '& legend': { fontWeight: 600, lineHeight: rem(20), padding: 0 },
  '& .hint': { fontSize: rem(12), lineHeight: rem(18), color: look.ink2 },
});

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${rem(300)}), 1fr))`,
  gap: `${rem(4)} ${rem(16)}`,
  // The ticks stand under the legend; the tint of a chosen one reaches out beyond.
  margin: `${rem(8)} ${rem(-11)} 0`,
});

const Choice = styled('div')({
  padding: `${rem(6)} ${rem(10)}`,
  borderRadius: rem(6),
  border: `1px solid transparent`,
  '&:has(input:checked)': { backgroundColor: look.tealTint, borderColor: look.tealLine },
  '& label': { display: 'flex', gap: rem(8), fontWeight: 600, lineHeight: rem(20), cursor: 'pointer' },
  '& input': {
    flex: 'none',
    width: rem(16),
    height: rem(16),
    margin: `${rem(2)} 0 0`,
    accentColor: look.teal,
  },
  '& em': { fontStyle: 'normal', color: look.amber },
  '& p': { marginLeft: rem(24), fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
});

/**
 * The roles as ticks, each with what it may do and whether two people have to give it. Roles add up, so any number may
 * be ticked, or none. Those in `without` are not offered.
 */
export function RoleChecks<T extends FieldValues, O>(
  props: FieldProps<T, O> & { without?: readonly Role[] },
) {
  const { hold, ...field } = useField(props, 'Choose');
  const values: unknown[] = Array.isArray(field.value) ? field.value : [];
  const held = roleCodes.filter((role) => values.includes(role));
  const offered = roleCodes.filter((role) => !props.without?.includes(role));
  const turn = (role: Role, isOn: boolean) =>
    field.change(roleCodes.filter((one) => (one === role ? isOn : held.includes(one))));
  return (
    <Set>
      <legend>{props.label}</legend>
      {props.hint ? <p className="hint">{props.hint}</p> : null}
      <Grid>
        {offered.map((role, at) => {
          const id = at === 0 ? field.id : `${field.id}-${role}`;
          return (
            <Choice key={role}>
              <label htmlFor={id}>
                <input
                  id={id}
                  ref={at === 0 ? hold : undefined}
                  type="checkbox"
                  checked={held.includes(role)}
                  onChange={(event) => turn(role, event.target.checked)}
                  onBlur={field.blur}
                  aria-describedby={`${id}-words`}
                />
                {roles[role]}
              </label>
              <p id={`${id}-words`}>
                {roleWords[role]} {needsSecond(role) ? <em>A second administrator has to agree.</em> : null}
              </p>
            </Choice>
          );
        })}
      </Grid>
    </Set>
  );
}
