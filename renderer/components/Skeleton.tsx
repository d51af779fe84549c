import { keyframes, styled } from '@mui/material/styles';
import { useEffect, useState, type ReactNode } from 'react';
import { look, rem, spokenOnly } from '#renderer/app/tokens.ts';

const patience = 300;

/** True once something has been pending for 300 ms: shorter waits show nothing, so that screens do not flicker. */
export function useLate(pending: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  return pending && isLate;
}

const breathe = keyframes({ '50%': { opacity: 0.5 } });

const Bone = styled('span')({
  display: 'block',
  height: rem(12),
  margin: `${rem(4)} 0`,
  borderRadius: rem(4),
  backgroundColor: look.sunken,
  animation: `${breathe} 1.6s ease-in-out infinite`,
});

const Spoken = styled('span')(spokenOnly);

const widths = ['72%', '54%', '63%', '48%', '80%'];

/** Grey lines where the rows will be. */
export function SkeletonRows(props: { columns: number; rows: number }) {
  return Array.from({ length: props.rows }, (_row, at) => (
    <tr key={at}>
      {Array.from({ length: props.columns }, (_column, index) => (
        <td key={index}>
          <Bone style={{ width: widths[(at + index) % widths.length] }} />
          {at + index === 0 ? <Spoken>Loading</Spoken> : null}
        </td>
      ))}
    </tr>
  ));
}

/** Shows `children` when they are ready; nothing for 300 ms, then grey lines. */
export function Late(props: { pending: boolean; lines?: number; children: ReactNode }) {
  const { pending, lines = 5, children } = props;
  const isLate = useLate(pending);
  if (!pending) return <>{children}</>;
  if (!isLate) return null;
  return (
    <div aria-busy="true">
      <Spoken>Loading</Spoken>
      {Array.from({ length: lines }, (_line, at) => (
        <Bone key={at} style={{ width: widths[at % widths.length] }} />
      ))}
    </div>
  );
}
