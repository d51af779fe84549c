import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';

const Frame = styled('div')({
  minWidth: 0,
  // Head, hint, control and error each have a row of their own, so that fields side by side keep one line.
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'auto auto auto auto',
  '& > .head': { gridRow: 1 },
  '& > .hint': { gridRow: 2 },
  '& > .error': { gridRow: 4 },
  '& > :not(.head, .hint, .error)': { gridRow: 3 },
  '& .head': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `0 ${rem(12)}`,
    marginBottom: rem(4),
  },
  '& .label': { fontWeight: 600, lineHeight: rem(20) },
  '& .optional': { fontWeight: 400, color: look.ink3 },
  '& .end': { marginLeft: 'auto', fontSize: rem(12), lineHeight: rem(18), color: look.ink3 },
  '& .hint': { margin: `${rem(-2)} 0 ${rem(4)}`, fontSize: rem(12), lineHeight: rem(18), color: look.ink2 },
  '& .error': {
    display: 'flex',
    gap: rem(6),
    marginTop: rem(4),
    fontSize: rem(13),
    lineHeight: rem(18),
    fontWeight: 600,
    color: look.red,
    '& svg': { marginTop: rem(2) },
  },
});

/** What every field has around it: label above, hint under it or at its end, the words of its error below. */
export type FieldFrameProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  /** A hint at the right end of the label's line. */
  hintEnd?: ReactNode;
  optional?: boolean;
  error?: string | undefined;
  /** A set of choices is named by a legend, not by a label. */
  group?: boolean;
  children: ReactNode;
};

/** The ids a control names in `aria-describedby`, or undefined when it has neither hint nor error. */
export function describedBy(
  props: Pick<FieldFrameProps, 'id' | 'hint' | 'hintEnd' | 'error'>,
): string | undefined {
  const { id, hint, hintEnd, error } = props;
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : '', hintEnd ? `${id}-end` : ''].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, hintEnd, optional = false, error, group = false, children } = props;
  const words = (
    <>
      {label}
      {optional ? <span className="optional"> (optional)</span> : null}
    </>
  );
  return (
    <Frame>
      <div className="head">
        {group ? (
          <span className="label" id={`${id}-label`}>
            {words}
          </span>
        ) : (
          <label className="label" htmlFor={id}>
            {words}
          </label>
        )}
        {hintEnd ? (
          <span className="end" id={`${id}-end`}>
            {hintEnd}
          </span>
        ) : null}
      </div>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <Icon of={TriangleAlert} size={14} />
          {error}
        </p>
      ) : null}
    </Frame>
  );
}

/** The edge round an input and what stands beside it inside the field. */
export const FieldBox = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(8),
  minHeight: rem(36),
  boxSizing: 'border-box',
  padding: `0 ${rem(12)}`,
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  backgroundColor: look.surface,
  color: look.ink3,
  '&:hover': { borderColor: look.ink3 },
  '&:focus-within': {
    borderColor: look.teal,
    boxShadow: `inset 0 0 0 1px ${look.teal}, 0 0 0 ${rem(3)} ${look.tealTint}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  '&.wrong': { borderColor: look.redMark, boxShadow: `inset 0 0 0 1px ${look.redMark}` },
  '&.read-only': { backgroundColor: look.page, borderStyle: 'dashed' },
  '& input, & textarea, & select': {
    flex: 1,
    width: '100%',
    minWidth: 0,
    padding: `${rem(7)} 0`,
    border: 0,
    outline: 'none',
    background: 'none',
    color: look.ink,
    fontSize: rem(14),
    lineHeight: rem(20),
    '&::placeholder': { color: look.ink3, opacity: 1 },
    '&:disabled': { color: look.ink2, opacity: 1 },
  },
  '& textarea': { display: 'block', resize: 'vertical', fieldSizing: 'content' },
});

/** Fields side by side; below each other when there is no room. */
export const FieldRow = styled('div')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fit, minmax(${rem(180)}, 1fr))`,
  columnGap: rem(16),
  marginBottom: rem(-16),
  '&& > *': { gridRow: 'span 4', gridTemplateRows: 'subgrid', marginBottom: rem(16) },
});

/** Fields one below the other. */
export const FieldStack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(16),
  '.MuiDialog-root &': { gap: rem(12) },
});

const Set = styled('fieldset')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(16),
  '& > legend': { fontSize: rem(15), lineHeight: rem(24), fontWeight: 600, marginBottom: rem(8) },
  '& > legend + p': { marginTop: rem(-12), color: look.ink2, fontSize: rem(13) },
});

/** Fields that belong together, under one name. */
export function FieldSet(props: { legend: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <Set>
      <legend>{props.legend}</legend>
      {props.hint ? <p>{props.hint}</p> : null}
      {props.children}
    </Set>
  );
}
