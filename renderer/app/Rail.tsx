import { styled } from '@mui/material/styles';
import Keyboard from 'lucide-react/icons/keyboard';
import { useNavigate } from '@tanstack/react-router';
import { Brand } from '#renderer/components/Brand.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { linkProps, PlainLink } from '#renderer/components/RouteLink.tsx';
import { useShortcut } from './keyboard.ts';
import { railItems } from './rail.ts';
import { look, rem, spokenOnly, tabular } from './tokens.ts';

const Nav = styled('nav')({
  gridArea: 'rail',
  width: rem(88),
  display: 'flex',
  flexDirection: 'column',
  backgroundColor: look.rail,
  overflowY: 'auto',
  overflowX: 'hidden',
  scrollbarWidth: 'none',
  ':focus-visible': { outlineColor: look.railWords, outlineOffset: rem(-4) },
  '@media (forced-colors: active)': { borderRight: '1px solid CanvasText' },
  '@container frame (max-width: 44rem)': { width: rem(72) },
  '@container frame (max-height: 30rem)': { position: 'sticky', top: 0, height: '100cqh' },
});

const Head = styled('div')({
  height: rem(56),
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  color: '#FFFFFF',
});

const corner = (edge: 'top' | 'bottom') => ({
  content: '""',
  position: 'absolute',
  right: 0,
  [edge]: rem(-8),
  width: rem(8),
  height: rem(8),
  background: `radial-gradient(circle at 0 ${edge === 'top' ? '0' : '100%'}, transparent ${rem(7.5)}, ${look.page} ${rem(8)})`,
});

const Item = styled(PlainLink)({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: rem(4),
  height: rem(60),
  marginLeft: rem(8),
  paddingRight: rem(8),
  borderRadius: `${rem(8)} 0 0 ${rem(8)}`,
  color: look.railWords,
  fontSize: rem(12.5),
  lineHeight: rem(18),
  fontWeight: 450,
  textDecoration: 'none',
  '&:hover': { backgroundColor: look.railHover },
  // The chosen place is a divider tab in the page's colour, joined to the page.
  '&[aria-current]': {
    backgroundColor: look.page,
    color: look.teal,
    fontWeight: 600,
    '&::before': corner('top'),
    '&::after': corner('bottom'),
    '&:focus-visible': { outlineColor: look.teal },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: rem(-2) },
  },
  '@container frame (max-width: 44rem)': { fontSize: rem(12), marginLeft: rem(4), paddingRight: rem(4) },
});

const Count = styled('span')({
  ...tabular,
  position: 'absolute',
  top: rem(6),
  left: '52%',
  minWidth: rem(18),
  height: rem(17),
  padding: `0 ${rem(5)}`,
  boxSizing: 'border-box',
  borderRadius: rem(9),
  backgroundColor: look.count,
  color: look.onCount,
  fontSize: rem(11),
  lineHeight: rem(17),
  fontWeight: 650,
  textAlign: 'center',
  '@media (forced-colors: active)': { border: '1px solid CanvasText' },
});

const Spoken = styled('span')(spokenOnly);

const KeysButton = styled('button')({
  marginTop: 'auto',
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: rem(4),
  padding: `${rem(12)} 0 ${rem(14)}`,
  border: 0,
  background: 'none',
  color: look.railWords,
  fontSize: rem(12),
  lineHeight: rem(16),
  cursor: 'pointer',
  '&:hover': { backgroundColor: look.railHover },
});

function RailItem(props: { at: number; late: number }) {
  const item = railItems[props.at];
  const navigate = useNavigate();
  const key = `Ctrl+${props.at + 1}`;
  useShortcut(key, () => item && void navigate(linkProps({ to: item.to })), {
    label: `Go to ${item?.label ?? ''}`,
    group: 'Places',
  });
  if (!item) return null;
  return (
    <li>
      <Item target={{ to: item.to }} aria-keyshortcuts={key.replace('Ctrl', 'Control')}>
        <Icon of={item.icon} size={20} />
        {item.label}
        {props.late > 0 ? (
          <Count>
            {props.late > 99 ? '99+' : props.late}
            <Spoken> late</Spoken>
          </Count>
        ) : null}
      </Item>
    </li>
  );
}

/** The left rail: the eight places, what is late on Work, and the list of keys at its foot. */
export function Rail(props: { late: number; onKeys: () => void }) {
  return (
    <Nav aria-label="Main">
      <Head>
        <Brand />
      </Head>
      <ul>
        {railItems.map((item, at) => (
          <RailItem key={item.to} at={at} late={item.to === '/work' ? props.late : 0} />
        ))}
      </ul>
      <KeysButton type="button" onClick={props.onKeys} aria-keyshortcuts="?">
        <Icon of={Keyboard} size={18} />
        <span>
          Keys <span aria-hidden="true">&nbsp;?</span>
        </span>
      </KeysButton>
    </Nav>
  );
}
