import { useState } from 'react';
import type { Problem } from '#shared/problems.ts';
import { useRecord } from '../recordContext.ts';

/**
 * Which version a form in a dialog saves against: the one it was opened on, so that a change by somebody else is not
 * wiped out unseen. After the office has said that there is a newer one, the newer one is fetched and shown (`isStale`),
 * and the next save is made against that.
 */
export function useFreshVersion(current: number) {
  const { reload } = useRecord();
  const [opened, setOpened] = useState(current);
  const [isStale, setStale] = useState(false);
  return {
    version: isStale ? current : opened,
    isStale: isStale && current !== opened,
    /** Told of the office's answer to a save. */
    heard: (problem: Problem): Problem => {
      if (problem.code === 'conflict') {
        setOpened(isStale ? current : opened);
        setStale(true);
        reload();
      }
      return problem;
    },
  };
}
