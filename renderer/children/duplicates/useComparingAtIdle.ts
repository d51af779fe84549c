import { useEffect } from 'react';
import { callOffice } from '#renderer/office/client.ts';

/** So long after the last key or movement nobody is working. */
const IDLE_MS = 30_000;
/** Few enough that whoever comes back waits for nothing. */
const AT_MOST = 50;

/**
 * Compares records that were not compared yet, a few at a time, while nobody is working: those from before duplicates were
 * looked for, and those imported. Goes on as long as some are waiting.
 */
export function useComparingAtIdle(waiting: number): void {
  useEffect(() => {
    if (waiting === 0) return undefined;
    let timer = 0;
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(
        () => void callOffice('children.findDuplicates', { atMost: AT_MOST }),
        IDLE_MS,
      );
    };
    const signs = ['pointermove', 'keydown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, again, { passive: true });
    again();
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [waiting]);
}
