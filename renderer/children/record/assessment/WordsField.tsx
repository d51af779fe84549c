import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef } from 'react';
import { rem } from '#renderer/app/tokens.ts';
import { describedBy, FieldBox, FieldFrame } from '#renderer/components/form/fieldBase.tsx';

const Box = styled(FieldBox)({
  alignItems: 'stretch',
  '& textarea': { lineHeight: rem(20) },
});

/** Several lines that save themselves: no form round them, so no errors to show. */
export function WordsField(props: {
  label: string;
  hint?: string;
  hintEnd?: string;
  rows: number;
  value: string;
  readOnly: boolean;
  startHere?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, hint, hintEnd, rows, value, readOnly, startHere = false, onChange } = props;
  const id = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (startHere) place.current?.focus();
  }, [startHere]);
  const frame = { id, label, ...(hint ? { hint } : {}), ...(hintEnd ? { hintEnd } : {}) };
  return (
    <FieldFrame {...frame}>
      <Box className={readOnly ? 'read-only' : ''}>
        <textarea
          id={id}
          ref={place}
          rows={rows}
          style={{ minHeight: rem(rows * 20 + 14) }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          readOnly={readOnly}
          spellCheck
          aria-describedby={describedBy(frame)}
        />
      </Box>
    </FieldFrame>
  );
}
