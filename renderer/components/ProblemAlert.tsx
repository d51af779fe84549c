import { styled } from '@mui/material/styles';
import OctagonX from 'lucide-react/icons/octagon-x';
import { look, rem } from '#renderer/app/tokens.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from './Act.tsx';
import { Icon } from './Icon.tsx';

const Box = styled('div')({
  display: 'flex',
  gap: rem(12),
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.redLine}`,
  borderLeft: `${rem(3)} solid ${look.redMark}`,
  backgroundColor: look.redTint,
  '&.inset': { margin: rem(16) },
  '& > svg': { color: look.red, marginTop: rem(2) },
  '& .words': { flex: 1, minWidth: 0 },
  '& > button': { alignSelf: 'center' },
  '& .sentence': { fontWeight: 600 },
  '& ul': { marginTop: rem(4), paddingLeft: rem(18), listStyle: 'disc' },
  '& .reference': { marginTop: rem(4), fontSize: rem(12), color: look.ink2 },
  '& .reference code': { fontFamily: 'inherit', fontWeight: 600, userSelect: 'all' },
});

export type ProblemAlertProps = {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  /** With a margin of its own, inside a card that has none. */
  inset?: boolean;
};

/** What the office could not do: what happened, what was kept, what to do, and the reference for the log. */
export function ProblemAlert(props: ProblemAlertProps) {
  const { problem, onRetry, inset = false } = props;
  return (
    <Box role="alert" className={inset ? 'inset' : ''}>
      <Icon of={OctagonX} size={18} />
      <div className="words">
        <p className="sentence">{problem.message}</p>
        {problem.details && problem.details.length > 0 ? (
          <ul>
            {problem.details.map((detail) => (
              <li key={`${detail.field ?? ''}${detail.message}`}>{detail.message}</li>
            ))}
          </ul>
        ) : null}
        {problem.reference ? (
          <p className="reference">
            Reference for your IT team: <code>{problem.reference}</code>
          </p>
        ) : null}
      </div>
      {onRetry ? (
        <Act small onPress={onRetry}>
          Try again
        </Act>
      ) : null}
    </Box>
  );
}
