import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { Brand } from '#renderer/components/Brand.tsx';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';

const Window = styled('div')({
  height: '100%',
  overflow: 'auto',
  display: 'grid',
  gridTemplateColumns: `${rem(336)} minmax(0, 1fr)`,
  backgroundColor: look.page,
  containerType: 'inline-size',
  containerName: 'page',
  '@media (max-width: 56rem)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  '@media print': { display: 'block', height: 'auto', overflow: 'visible', backgroundColor: 'transparent' },
});

const Side = styled('aside')({
  position: 'sticky',
  top: 0,
  height: '100vh',
  boxSizing: 'border-box',
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  padding: `${rem(40)} ${rem(36)} ${rem(32)}`,
  backgroundColor: look.rail,
  color: look.railWords,
  '& .name': { display: 'flex', alignItems: 'center', gap: rem(12), color: '#FFFFFF' },
  '& .name strong': { fontSize: rem(18), lineHeight: rem(24), fontWeight: 650, letterSpacing: '-0.01em' },
  '& .words': { marginTop: rem(36) },
  '& .foot': { marginTop: 'auto', paddingTop: rem(24), ...sizes.small },
  '@media (forced-colors: active)': { borderRight: '1px solid CanvasText' },
  '@media print': { display: 'none' },
  '@media (max-width: 56rem)': {
    position: 'static',
    height: 'auto',
    overflow: 'visible',
    padding: `${rem(16)} ${rem(24)}`,
    '& .words, & .foot': { display: 'none' },
  },
});

const Main = styled('main')({
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  padding: `${rem(40)} ${rem(48)}`,
  '&.middle': { justifyContent: 'center' },
  '& > .column': { width: '100%', maxWidth: rem(860), marginInline: 'auto' },
  '& > .narrow': { maxWidth: rem(440) },
  '& h1': {
    ...sizes.pageTitle,
    fontSize: rem(26),
    lineHeight: rem(34),
    letterSpacing: '-0.015em',
    textWrap: 'balance',
  },
  '& .lead': { marginTop: rem(6), marginBottom: rem(24), color: look.ink2, textWrap: 'pretty' },
  '@container page (max-width: 46rem)': { padding: `${rem(24)} ${rem(16)}` },
});

export type BareProps = {
  title: string;
  /** The window's title, when the page's own would say the app's name twice. */
  windowTitle?: string;
  lead?: ReactNode;
  /** What stands beside it, on the rail's colour. */
  side: ReactNode;
  foot?: ReactNode;
  /** In the middle of the window's height, for what is short. */
  middle?: boolean;
  /** As wide as a form of one column. */
  narrow?: boolean;
  children: ReactNode;
};

/** A page without rail and top bar: welcome, set-up, sign-in, lock. Nothing on it comes from a record. */
export function Bare(props: BareProps) {
  const { title, windowTitle = title, lead, side, foot, narrow = false, middle = narrow, children } = props;
  useEffect(() => {
    const before = document.title;
    document.title = `${windowTitle} – Trust Desk`;
    return () => {
      document.title = before;
    };
  }, [windowTitle]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the keyboard is gone or covered; a form on the page has taken it already.
    const holder = document.activeElement;
    if (!holder || holder === document.body || holder.closest('[inert]')) heading.current?.focus();
  }, []);
  return (
    <Window>
      <Side aria-label="Trust Desk">
        <p className="name">
          <Brand size={32} />
          <strong>Trust Desk</strong>
        </p>
        <div className="words">{side}</div>
        {foot ? <p className="foot">{foot}</p> : null}
      </Side>
      <Main className={middle ? 'middle' : ''}>
        <div className={narrow ? 'column narrow' : 'column'}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead ? <p className="lead">{lead}</p> : null}
          {children}
        </div>
      </Main>
    </Window>
  );
}

const Points = styled('ul')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(16),
  fontSize: rem(14),
  lineHeight: rem(21),
  '& li': { paddingLeft: rem(14), borderLeft: `${rem(2)} solid ${look.railHover}`, textWrap: 'pretty' },
  '& strong': { display: 'block', color: '#FFFFFF' },
});

/** A few sentences that hold for everyone who opens the window. */
export function SidePoints(props: { points: readonly { title: string; words: string }[] }) {
  return (
    <Points>
      {props.points.map((point) => (
        <li key={point.title}>
          <strong>{point.title}</strong>
          {point.words}
        </li>
      ))}
    </Points>
  );
}
