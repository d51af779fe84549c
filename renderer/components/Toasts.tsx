import { styled } from '@mui/material/styles';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import IconButton from '@mui/material/IconButton';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';
import { RouteLink } from './RouteLink.tsx';
import { TextButton } from './TextButton.tsx';
import { ToastContext, type Toast, type Toasts } from './toastQueue.ts';

const stay = 7000;
const most = 4;

const Corner = styled('div')({
  position: 'fixed',
  zIndex: 1500,
  right: rem(24),
  bottom: rem(80),
  display: 'flex',
  flexDirection: 'column',
  gap: rem(8),
  width: rem(400),
  maxWidth: 'calc(100vw - 2rem)',
  pointerEvents: 'none',
});

const Note = styled('div')({
  pointerEvents: 'auto',
  display: 'flex',
  alignItems: 'flex-start',
  gap: rem(10),
  padding: `${rem(10)} ${rem(8)} ${rem(10)} ${rem(13)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.line}`,
  borderLeft: `${rem(3)} solid ${look.greenMark}`,
  backgroundColor: look.surface,
  boxShadow: look.float,
  '&.alert': { borderLeftColor: look.amberMark },
  '& > svg': { marginTop: rem(2), color: look.green },
  '&.alert > svg': { color: look.amber },
  '& .words': { flex: 1, minWidth: 0 },
  '& .reference': { fontSize: rem(12), color: look.ink2 },
});

/** The window's queue of messages, in one live region at the lower right. */
export function ToastProvider(props: { children: ReactNode }) {
  const [list, setList] = useState<Toast[]>([]);
  const next = useRef(1);
  const dismiss = useCallback((id: number) => setList((old) => old.filter((one) => one.id !== id)), []);
  const toasts = useMemo((): Toasts => {
    const add = (toast: Omit<Toast, 'id'>) => {
      const id = next.current;
      next.current += 1;
      setList((old) => [...old.slice(1 - most), { ...toast, id }]);
    };
    return {
      done: (text, action) => add({ kind: 'done', text, ...(action ? { action } : {}) }),
      alert: (text, action) => add({ kind: 'alert', text, ...(action ? { action } : {}) }),
      problem: (problem) =>
        add({
          kind: 'alert',
          text: problem.message,
          ...(problem.reference ? { reference: problem.reference } : {}),
        }),
    };
  }, []);
  return (
    <ToastContext value={toasts}>
      {props.children}
      <Corner role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages">
        {list.map((toast) => (
          <OneToast key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </Corner>
    </ToastContext>
  );
}

function OneToast(props: { toast: Toast; onDismiss: (id: number) => void }) {
  const { toast, onDismiss } = props;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    // While a pointer or the keyboard is on it, it waits to be read.
    if (toast.kind === 'alert' || isHeld) return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), stay);
    return () => clearTimeout(timer);
  }, [toast, isHeld, onDismiss]);
  const { action } = toast;
  return (
    <Note
      className={toast.kind}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={toast.kind === 'done' ? CircleCheck : TriangleAlert} size={18} />
      <div className="words">
        <p>{toast.text}</p>
        {toast.reference ? <p className="reference">Reference for your IT team: {toast.reference}</p> : null}
        {action && 'to' in action ? <RouteLink target={action.to}>{action.label}</RouteLink> : null}
        {action && 'onPress' in action ? (
          <TextButton onPress={action.onPress}>{action.label}</TextButton>
        ) : null}
      </div>
      <IconButton size="small" aria-label="Dismiss" onClick={() => onDismiss(toast.id)}>
        <Icon of={X} size={16} />
      </IconButton>
    </Note>
  );
}
