import { ThemeProvider, type Theme } from '@mui/material/styles';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { KeyScopeContext, useKeyScope } from '#renderer/app/keyboard.ts';

const deskId = 'desk';
const desk = () => document.getElementById(deskId);

/** Whatever floats over a screen (dialogs, menus, lists) is kept inside the desk, so that a lock hides it too. */
function floatsInside(outer: Theme): Theme {
  const inside = { defaultProps: { container: desk } };
  const { components } = outer;
  return {
    ...outer,
    components: {
      ...components,
      MuiModal: { ...components?.MuiModal, ...inside },
      MuiPopover: { ...components?.MuiPopover, ...inside },
      MuiPopper: { ...components?.MuiPopper, ...inside },
    },
  };
}

/** Notes what had the keyboard when the cover came, and gives it back when the cover goes. */
function useFocusKept(covered: boolean): void {
  const holder = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (covered) holder.current = desk()?.contains(document.activeElement) ? document.activeElement : null;
    else if (holder.current instanceof HTMLElement && holder.current.isConnected) holder.current.focus();
  }, [covered]);
}

/**
 * The screens of one person. While they are covered they stay as they are, with what was typed, but nothing of them can
 * be seen, reached by the keyboard or read by a screen reader.
 */
export function Covered({ covered, children }: { covered: boolean; children: ReactNode }) {
  useFocusKept(covered);
  return (
    <div id={deskId} hidden={covered} inert={covered} style={covered ? undefined : { height: '100%' }}>
      <ThemeProvider theme={floatsInside}>
        <div style={{ height: '100%' }}>{children}</div>
      </ThemeProvider>
    </div>
  );
}

/** What stands in place of the screens. It has the keys for itself: those of what it covers do nothing. */
export function CoverKeys({ children }: { children: ReactNode }) {
  const scope = useId();
  useKeyScope(scope);
  return <KeyScopeContext value={scope}>{children}</KeyScopeContext>;
}
