import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { look } from '#renderer/app/tokens.ts';

/** Seconds that still have to pass, counted down. */
export function useWait(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}

const Note = styled('output')({ fontWeight: 600, color: look.amber });

/** Why the button waits, said once, and for how long, counted in sight. */
export function Waiting({ seconds }: { seconds: number }) {
  if (seconds <= 0) return null;
  return (
    <>
      <Note>Too many wrong tries. Nothing was opened.</Note>
      <p role="timer" aria-live="off">
        Try again in {seconds} {seconds === 1 ? 'second' : 'seconds'}.
      </p>
    </>
  );
}
