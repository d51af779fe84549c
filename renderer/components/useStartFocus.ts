import { useEffect, useRef, type RefObject } from 'react';

/**
 * Puts the keyboard on an element when it first appears: the field a dialog or a sign-in begins with. Only where
 * somebody has just asked for it; a page that is opened leaves the focus where it was.
 */
export function useStartFocus<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    if (wanted) place.current?.focus();
  }, [wanted]);
  return place;
}
