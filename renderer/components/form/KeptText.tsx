import { styled } from '@mui/material/styles';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFormState, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { look, rem } from '#renderer/app/tokens.ts';
import { dropDrafts, formName, keepAtLock, useDrafts } from '#renderer/office/drafts.ts';
import { Act } from '../Act.tsx';

const Box = styled('output')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(12),
  marginBottom: rem(16),
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.tealLine}`,
  borderLeft: `${rem(3)} solid ${look.teal}`,
  backgroundColor: look.tealTint,
  color: look.ink,
  '& .words': { flex: 1, minWidth: rem(220) },
});

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * Keeps what is typed in a form when the desk locks, and offers it back to the person who typed it: also when the window
 * or the computer ended meanwhile. Passphrases and codes are never among it.
 */
export function KeptText<T extends FieldValues, O>(props: {
  form: UseFormReturn<T, unknown, O>;
  title: string;
}) {
  const { form, title } = props;
  const { isDirty } = useFormState({ control: form.control });
  const [name] = useState(() => formName(title));
  const draft = useDrafts().find((one) => one.form === name);
  const dirty = useRef(isDirty);
  useLayoutEffect(() => {
    dirty.current = isDirty;
  });
  useEffect(
    () => keepAtLock(name, { title, typed: () => (dirty.current ? form.getValues() : null) }),
    [name, title, form],
  );
  if (!draft || isDirty) return null;
  const putBack = () => {
    form.reset({ ...form.getValues(), ...draft.body }, { keepDefaultValues: true });
    void dropDrafts([name]);
  };
  return (
    <Box>
      <span className="words">
        <strong>What you typed here is kept.</strong> Trust Desk locked on{' '}
        {moment.format(new Date(draft.keptAt))} before it was saved.
      </span>
      <Act small onPress={putBack}>
        Put it back
      </Act>
      <Act small onPress={() => void dropDrafts([name])}>
        Throw it away
      </Act>
    </Box>
  );
}
