import { styled } from '@mui/material/styles';
import OctagonX from 'lucide-react/icons/octagon-x';
import { useEffect, useId } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Icon } from '../Icon.tsx';
import { useStartFocus } from '../useStartFocus.ts';
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

export type ErrorSummaryProps = {
  formId: string;
  problems: FieldProblem[];
  /** Counts attempts; each one that fails brings the focus here. */
  attempt: number;
  reference?: string | undefined;
};

/**
 * What keeps a form from going in: takes the focus when it appears and at every further attempt, and each line leads
 * to its field.
 */
export function ErrorSummary(props: ErrorSummaryProps) {
  if (props.problems.length === 0) return null;
  return <Shown key={props.attempt} {...props} />;
}

/** The window's title says so too while it is shown. */
function useErrorTitle(): void {
  useEffect(() => {
    const before = document.title.replace(/^Error: /, '');
    document.title = `Error: ${before}`;
    return () => {
      document.title = before;
    };
  }, []);
}

function Shown(props: ErrorSummaryProps) {
  const { formId, problems, reference } = props;
  const box = useStartFocus<HTMLDivElement>(true);
  const id = useId();
  useErrorTitle();
  return (
    <Box ref={box} tabIndex={-1} role="alert" aria-labelledby={id}>
      <Icon of={OctagonX} size={18} />
      <div>
        <h2 id={id}>There is a problem</h2>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field ?? ''}:${problem.message}`}>
              <Line formId={formId} problem={problem} />
            </li>
          ))}
        </ul>
        {reference ? <p className="reference">Reference for your IT team: {reference}</p> : null}
      </div>
    </Box>
  );
}

function Line(props: { formId: string; problem: FieldProblem }) {
  const { formId, problem } = props;
  const { field } = problem;
  if (field === null) return <>{problem.message}</>;
  return (
    <a
      href={`#${fieldId(formId, field)}`}
      onClick={(event) => {
        // The address after # belongs to the router.
        event.preventDefault();
        goToField(formId, field);
      }}
    >
      {problem.message}
    </a>
  );
}
