import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { KeyScopeContext, useKeyScope, useShortcut } from '#renderer/app/keyboard.ts';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { KeyCap } from './KeyCap.tsx';

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(20),
  padding: `${rem(16)} ${rem(24)}`,
  borderBottom: `1px solid ${look.line}`,
  '& h2': { ...sizes.dialogTitle, margin: 0, marginRight: 'auto' },
  '& .note': { fontSize: rem(13), color: look.ink2 },
});

const Close = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(8),
  minHeight: rem(28),
  padding: `0 ${rem(4)}`,
  border: 0,
  borderRadius: rem(4),
  background: 'none',
  color: look.ink,
  fontSize: rem(13),
  fontWeight: 600,
  cursor: 'pointer',
});

const Body = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  minHeight: 0,
  overflow: 'auto',
  '&:focus-visible': { outlineOffset: rem(-2) },
  '& > .content': { padding: `${rem(16)} ${rem(24)} ${rem(20)}`, minWidth: 0 },
  '& > .side': { padding: rem(20), backgroundColor: look.page, borderLeft: `1px dashed ${look.lineQuiet}` },
  '&.with-side': { gridTemplateColumns: `minmax(0, 1fr) ${rem(248)}` },
  '@media (max-width: 40rem)': {
    '&.with-side': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& > .side': { borderLeft: 0, borderTop: `1px dashed ${look.lineQuiet}` },
  },
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: rem(8),
  padding: `${rem(12)} ${rem(24)}`,
  borderTop: `1px solid ${look.line}`,
});

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Quiet words at the right of the head, such as a limit. */
  note?: ReactNode;
  /** A second column on the desk's colour: what will come of it. */
  side?: ReactNode;
  footer?: ReactNode;
  /** Width in px at the 14 px base. */
  width?: number;
  children: ReactNode;
};

function Scoped(props: DialogProps & { scope: string }) {
  const { title, note, onClose, side, footer, children, scope } = props;
  useKeyScope(scope);
  return (
    <KeyScopeContext value={scope}>
      <EscapeKey onClose={onClose} />
      <Head>
        <h2 id={`${scope}-title`}>{title}</h2>
        {note ? <span className="note">{note}</span> : null}
        <Close type="button" onClick={onClose} aria-keyshortcuts="Escape">
          Close <KeyCap keys="Escape" silent />
        </Close>
      </Head>
      <Reachable title={title} hasSide={Boolean(side)}>
        <div className="content">{children}</div>
        {side ? <div className="side">{side}</div> : null}
      </Reachable>
      {footer ? <Foot>{footer}</Foot> : null}
    </KeyScopeContext>
  );
}

const takesFocus = 'a[href], button, input, select, textarea, [tabindex]';

/** What is only read, such as a paper, has nothing that takes the keyboard; then the body itself does, to be scrolled. */
function Reachable(props: { title: string; hasSide: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isTall, setTall] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() =>
      setTall(element.scrollHeight > element.clientHeight + 1 && !element.querySelector(takesFocus)),
    );
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  const reach = isTall ? { tabIndex: 0, role: 'group', 'aria-label': props.title } : {};
  return (
    <Body ref={place} className={props.hasSide ? 'with-side' : ''} {...reach}>
      {props.children}
    </Body>
  );
}

function EscapeKey(props: { onClose: () => void }) {
  useShortcut('Escape', props.onClose, { label: 'Close', group: 'This dialog' });
  return null;
}

/** A dialog with its own keys: while it is open the page below hears none, and Esc closes it. */
export function Dialog(props: DialogProps) {
  const scope = useId();
  return (
    <MuiDialog
      open={props.open}
      onClose={(_event, why) => (why === 'backdropClick' ? undefined : props.onClose())}
      aria-labelledby={`${scope}-title`}
      slotProps={{ paper: { style: { width: rem(props.width ?? 560), maxWidth: 'calc(100% - 2rem)' } } }}
    >
      <Scoped {...props} scope={scope} />
    </MuiDialog>
  );
}
