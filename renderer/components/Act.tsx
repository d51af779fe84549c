import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { useShortcut } from '#renderer/app/keyboard.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon, type IconShape } from './Icon.tsx';
import { KeyCap } from './KeyCap.tsx';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';

/** How strongly a button asks: one `main` a view, `quiet` with a border, `text` for verbs in rows and bars. */
export type ActKind = 'main' | 'quiet' | 'text' | 'danger';

export type ActProps = {
  children: ReactNode;
  kind?: ActKind;
  /** 28 px, for rows. */
  small?: boolean;
  icon?: IconShape;
  /** Shown on the button and made to work while it is shown. */
  keys?: string;
  /** Shown only: someone else listens for it. */
  shownKeys?: string;
  /** The name of the act in the list of keys, when the button's words are not plain text. */
  keysLabel?: string;
  onPress?: () => void;
  to?: LinkTarget;
  /** `submit` hands the form in; `keys` then presses the button itself. */
  type?: 'button' | 'submit';
  /** The id of the form it hands in, when it stands outside that form. */
  form?: string;
  busy?: boolean;
  disabled?: boolean;
  spokenLabel?: string;
  expanded?: boolean;
  id?: string;
};

const Base = styled(Button, { shouldForwardProp: (prop) => prop !== 'kind' && prop !== 'small' })<{
  kind: ActKind;
  small: boolean;
}>(({ kind, small }) => ({
  boxShadow: 'none',
  ...(small
    ? { minHeight: rem(28), padding: `${rem(2)} ${rem(10)}`, fontSize: rem(13), lineHeight: rem(18) }
    : {}),
  ...(kind === 'main' && {
    backgroundColor: look.teal,
    color: look.onTeal,
    border: '1px solid transparent',
    '&:hover': { backgroundColor: look.tealPressed },
    '&.Mui-disabled': { backgroundColor: look.teal, color: look.onTeal, opacity: 0.6 },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  }),
  ...((kind === 'quiet' || kind === 'danger') && {
    backgroundColor: look.surface,
    color: kind === 'danger' ? look.red : look.teal,
    border: `1px solid ${look.lineQuiet}`,
    '&:hover': { backgroundColor: look.hover, borderColor: look.lineField },
    '&.Mui-disabled': { color: look.ink3 },
  }),
  ...(kind === 'text' && {
    color: look.teal,
    border: '1px solid transparent',
    backgroundColor: 'transparent',
    '&:hover': { backgroundColor: look.hover },
    '&.Mui-disabled': { color: look.ink3 },
  }),
}));

/** The button: named for the act, with its icon and its key. It is a link when it leads somewhere. */
export function Act(props: ActProps) {
  const {
    children,
    kind = 'quiet',
    small = false,
    icon,
    keys,
    shownKeys = keys,
    onPress,
    to,
    type = 'button',
  } = props;
  const { busy = false, disabled = false, spokenLabel, expanded, form, id } = props;
  const button = useRef<HTMLButtonElement>(null);
  useShortcut(props.keys, () => button.current?.click(), {
    label: props.keysLabel ?? (typeof children === 'string' ? children : 'Do it'),
    enabled: !disabled && !busy,
  });
  // A link stays a link to who hears it; the library would make everything that is no <button> a button.
  const link = to ? { component: PlainLink, target: to, nativeButton: false, role: undefined } : {};
  return (
    <Base
      {...link}
      kind={kind}
      small={small}
      type={to ? undefined : type}
      form={form}
      disabled={disabled || busy}
      onClick={onPress}
      className={kind === 'main' ? 'onTeal' : ''}
      aria-label={spokenLabel}
      aria-busy={busy || undefined}
      aria-expanded={expanded}
      aria-keyshortcuts={shownKeys ? shownKeys.replace('Ctrl', 'Control') : undefined}
      id={id}
      ref={button}
    >
      {icon ? <Icon of={icon} size={small ? 14 : 16} /> : null}
      <span>{children}</span>
      {shownKeys ? <KeyCap keys={shownKeys} silent /> : null}
    </Base>
  );
}
