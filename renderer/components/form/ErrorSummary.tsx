import { styled } from '@mui/material/styles';
import OctagonX from 'lucide-react/icons/octagon-x';
import { useEffect, useId, useRef } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';
import { fieldId, type FieldProblem } from './fieldNames.ts';

const Box = styled('div')({
  display: 'flex',
  gap: rem(12),
  padding: `${rem(12)} ${rem(16)}`,
  marginBottom: rem(16),
  borderRadius: rem(8),
  border: `2px solid ${look.redMark}`,
  backgroundColor: look.redTint,
  scrollMargin: rem(120),
  '& > svg': { color: look.red, marginTop: rem(3) },
  '& h2': { ...sizes.cardTitle },
  '& ul': { display: 'flex', flexDirection: 'column', gap: rem(4), marginTop: rem(4) },
  '& a': { color: look.red, fontWeight: 600, textUnderlineOffset: rem(3) },
  '& .reference': { marginTop: rem(4), fontSize: rem(12), color: look.ink2 },
});

/** Puts the keyboard on a field of a form. */
export function goToField(formId: string, field: string): void {
  const element = document.getElementById(fieldId(formId, field));
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}

/**
 * What keeps a form from going in: takes the focus when it appears and at every further attempt, and each line leads
 * to its field.
 */
export function ErrorSummary(props: {
  formId: string;
  problems: FieldProblem[];
  /** Counts attempts; each one that fails brings the focus here. */
  attempt: number;
  reference?: string | undefined;
}) {
  const { formId, problems, attempt, reference } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const isShown = problems.length > 0;
  useEffect(() => {
    if (!isShown) return;
    box.current?.focus();
    const before = document.title;
    document.title = `Error: ${before.replace(/^Error: /, '')}`;
    return () => {
      document.title = before.replace(/^Error: /, '');
    };
  }, [isShown, attempt]);
  if (!isShown) return null;
  return (
    <Box ref={box} tabIndex={-1} role="alert" aria-labelledby={id}>
      <Icon of={OctagonX} size={18} />
      <div>
        <h2 id={id}>There is a problem</h2>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field ?? ''}:${problem.message}`}>
              {problem.field === null ? (
                problem.message
              ) : (
                <a
                  href={`#${fieldId(formId, problem.field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goToField(formId, problem.field ?? '');
                  }}
                >
                  {problem.message}
                </a>
              )}
            </li>
          ))}
        </ul>
        {reference ? <p className="reference">Reference for your IT team: {reference}</p> : null}
      </div>
    </Box>
  );
}
