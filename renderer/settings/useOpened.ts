import { useState } from 'react';

/**
 * Which version a form saves over: the one it was opened with, because what is typed was typed over that one; after
 * `showNewer`, when somebody else's was seen, the newest. `newer` is what they saved, once it has been read.
 */
export function useOpened<T extends { version: number }>(record: T) {
  const [opened, setOpened] = useState(record);
  const [isLate, setLate] = useState(false);
  return {
    opened,
    newer: isLate && record.version > opened.version ? record : null,
    version: isLate ? record.version : opened.version,
    showNewer: () => setLate(true),
    /** Goes on from what was just saved. */
    goOnFrom: (saved: T) => {
      setOpened(saved);
      setLate(false);
    },
  };
}
