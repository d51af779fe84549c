import { useCallback, useEffect, useRef, useState } from 'react';

const MINUTE_MS = 60_000;
const WARNING_MS = 60_000;

/** How long before the lock the warning stands: a minute, or half of a very short time. */
export const warningOf = (lockMs: number): number => Math.min(WARNING_MS, lockMs / 2);

/** How often the office, which locks by itself when it hears nothing, is told that somebody is here. */
const TELL_EVERY_MS = 10_000;

const movements = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const acts = ['keydown', 'pointerdown'] as const;

/**
 * Locks when nobody has touched keyboard or mouse for the office's minutes. For the last of them it warns: `left` counts
 * the seconds down, and only a key or a click stays (a desk that is knocked does not). Time is compared, not counted: a
 * window that slept locks at once. `minutes` null: nobody is here to be locked out.
 */
export function useIdleLock(
  minutes: number | null,
  onLock: () => void,
): { left: number | null; stay: () => void } {
  const [left, setLeft] = useState<number | null>(null);
  const touched = useRef(0);
  const isWarning = useRef(false);
  const tell = useTell();
  const touch = useCallback(() => {
    touched.current = Date.now();
    tell();
  }, [tell]);
  const stay = useCallback(() => {
    touch();
    isWarning.current = false;
    setLeft(null);
  }, [touch]);
  useEffect(() => {
    if (minutes === null) return undefined;
    const lockMs = minutes * MINUTE_MS;
    touch();
    const look = () => {
      const rest = lockMs - Math.max(0, Date.now() - touched.current);
      isWarning.current = rest <= warningOf(lockMs);
      if (rest <= 0) {
        stay();
        onLock();
      } else setLeft(isWarning.current ? Math.ceil(rest / 1000) : null);
    };
    const move = () => {
      if (!isWarning.current) touch();
    };
    const timer = setInterval(look, 1000);
    for (const sign of movements) window.addEventListener(sign, move, { capture: true, passive: true });
    for (const sign of acts) window.addEventListener(sign, stay, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of movements) window.removeEventListener(sign, move, { capture: true });
      for (const sign of acts) window.removeEventListener(sign, stay, { capture: true });
      setLeft(null);
    };
  }, [minutes, onLock, stay, touch]);
  return { left, stay };
}

/** Tells the office now and then that somebody is here. */
function useTell(): () => void {
  const told = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (Math.abs(now - told.current) < TELL_EVERY_MS) return;
    told.current = now;
    window.office.touch();
  }, []);
}
