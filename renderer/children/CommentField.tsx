import { styled } from '@mui/material/styles';
import QuoteMark from 'lucide-react/icons/quote';
import type { FieldValues } from 'react-hook-form';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { describedBy, FieldBox, FieldFrame } from '#renderer/components/form/fieldBase.tsx';
import { boxClass } from '#renderer/components/form/TextField.tsx';
import { useField, type FieldProps } from '#renderer/components/form/useField.ts';
import { Icon } from '#renderer/components/Icon.tsx';

/** What is kept when somebody was asked and chose to say nothing: an answer, where blank is none (BR-11). */
export const declined = 'Declined to comment';

/** Whether a comment says that somebody was asked and chose to say nothing. */
export function hasDeclined(comment: string): boolean {
  return /^declined to comment\.?$/i.test(comment.trim());
}

const Words = styled(FieldBox)({
  alignItems: 'flex-start',
  '& > svg': { marginTop: rem(10), color: look.teal },
  '& textarea': { ...sizes.words, fontWeight: 500 },
});

const Tick = styled('label')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(8),
  minHeight: rem(24),
  marginTop: rem(6),
  fontSize: rem(13),
  color: look.ink2,
  cursor: 'pointer',
  '& input': { width: rem(16), height: rem(16), margin: 0, accentColor: look.teal },
});

/** Somebody's own words, set large, or the tick that they were asked and said nothing. */
export function CommentField<T extends FieldValues, O>(props: FieldProps<T, O> & { rows?: number }) {
  const { rows = 2, readOnly = false, label } = props;
  const { hold, ...field } = useField(props, 'Enter');
  const isDeclined = typeof field.value === 'string' && hasDeclined(field.value);
  const frame = {
    ...props,
    id: field.id,
    error: field.error,
    hintEnd: props.hintEnd ?? 'Declining to comment is an answer. Blank is not.',
  };
  return (
    <FieldFrame {...frame}>
      <div>
        <Words className={boxClass(field.error, readOnly || isDeclined)}>
          <Icon of={QuoteMark} size={18} />
          <textarea
            id={field.id}
            name={field.name}
            ref={hold}
            rows={rows}
            value={typeof field.value === 'string' ? field.value : ''}
            onChange={(event) => field.change(event.target.value)}
            onBlur={field.blur}
            readOnly={readOnly || isDeclined}
            spellCheck
            aria-describedby={describedBy(frame)}
            aria-invalid={field.error ? true : undefined}
          />
        </Words>
        {readOnly ? null : (
          <Tick>
            <input
              type="checkbox"
              checked={isDeclined}
              aria-label={`${label}: declined to comment`}
              onChange={(event) => field.change(event.target.checked ? declined : '')}
            />
            Declined to comment
          </Tick>
        )}
      </div>
    </FieldFrame>
  );
}
