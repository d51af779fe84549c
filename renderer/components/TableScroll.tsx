import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { rem } from '#renderer/app/tokens.ts';

const Scroller = styled('div')({
  overflowX: 'auto',
  position: 'relative',
  '&:focus-visible': { outlineOffset: rem(-2) },
});

/**
 * Scrolls a wide table sideways by itself, so that the page never does. While there is something to scroll to, the
 * keyboard can reach it.
 */
export function TableScroll(props: { label: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const look = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth + 1));
    look.observe(element);
    for (const child of element.children) look.observe(child);
    return () => look.disconnect();
  }, []);
  const reach = isWide ? { tabIndex: 0, role: 'group', 'aria-label': props.label } : {};
  return (
    <Scroller ref={place} {...reach}>
      {props.children}
    </Scroller>
  );
}
