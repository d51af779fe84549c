import { styled } from '@mui/material/styles';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, type ReactNode } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';

const Root = styled('div')({
  minHeight: '100%',
  display: 'flex',
  flexDirection: 'column',
  '&.fill': { height: '100%', '@container frame (max-height: 36rem)': { height: 'auto' } },
});

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(12)} ${rem(24)}`,
  padding: `${rem(20)} ${rem(24)} 0`,
  '& .words': { flex: '1 1 auto', minWidth: 0 },
  '& .title': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(12) },
  '& h1': { ...sizes.pageTitle, letterSpacing: '-0.01em', textWrap: 'balance' },
  '& .subtitle': { fontSize: rem(14), lineHeight: rem(20), color: look.ink2 },
  '& .actions': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(8) },
  '@container page (max-width: 36rem)': { padding: `${rem(16)} ${rem(12)} 0` },
});

const Crumbs = styled('nav')({
  '& ol': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(8) },
  '& li': { display: 'inline-flex', alignItems: 'center', gap: rem(8), color: look.ink2, fontSize: rem(13) },
  '& a': { color: look.ink2, textDecoration: 'none', borderRadius: rem(2) },
  '& a:hover': { textDecoration: 'underline' },
  '& svg': { color: look.ink3 },
});

const Body = styled('div')({
  flex: '1 0 auto',
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: rem(16),
  padding: `${rem(16)} ${rem(24)} ${rem(24)}`,
  '.fill > &': { flex: '1 1 0', minHeight: rem(320) },
  '@container page (max-width: 36rem)': { padding: rem(12) },
});

const Top = styled('div')({
  '&.identity-bar': {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    backgroundColor: look.page,
    // In a short window a fixed head would cover what it is the head of.
    '@container frame (max-height: 36rem)': { position: 'static' },
  },
});

const FootBar = styled('div')({
  position: 'sticky',
  bottom: 0,
  zIndex: 10,
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(8)} ${rem(12)}`,
  minHeight: rem(64),
  boxSizing: 'border-box',
  padding: `${rem(12)} ${rem(24)}`,
  backgroundColor: look.surface,
  borderTop: `1px solid ${look.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(8) },
  '@container frame (max-height: 30rem)': { position: 'static' },
});

export type PageProps = {
  title: string;
  /** The window's title when the page's own would name a child. */
  windowTitle?: string;
  subtitle?: ReactNode;
  crumbs?: { label: string; to?: LinkTarget }[];
  /** A status or tag beside the title. */
  tag?: ReactNode;
  actions?: ReactNode;
  /** An `IdentityBar`, in place of the title; it stays in sight with the tabs. */
  identity?: ReactNode;
  tabs?: ReactNode;
  /** A bar at the foot of the window; put the acts into `footerEnd`. */
  footer?: ReactNode;
  footerEnd?: ReactNode;
  /** Fills the window's height, for pages of two panes that scroll by themselves. */
  fill?: boolean;
  children: ReactNode;
};

/** One page in the frame: head, tabs, body and the bar at its foot. It also names the window. */
export function Page(props: PageProps) {
  const { title, windowTitle = title, identity, tabs, footer, footerEnd, fill = false, children } = props;
  useEffect(() => {
    document.title = `${windowTitle} – Trust Desk`;
  }, [windowTitle]);
  return (
    <Root className={fill ? 'fill' : ''}>
      <Top className={identity ? 'identity-bar' : ''}>
        {identity ?? <PageHead {...props} />}
        {tabs}
      </Top>
      <Body>{children}</Body>
      {footer || footerEnd ? (
        <FootBar>
          {footer}
          {footerEnd ? <div className="end">{footerEnd}</div> : null}
        </FootBar>
      ) : null}
    </Root>
  );
}

function PageHead(props: PageProps) {
  const { title, subtitle, crumbs, tag, actions } = props;
  return (
    <Head>
      <div className="words">
        {crumbs ? (
          <Crumbs aria-label="Where this is">
            <ol>
              {crumbs.map((crumb, at) => (
                <li key={crumb.label}>
                  {crumb.to ? <PlainLink target={crumb.to}>{crumb.label}</PlainLink> : crumb.label}
                  {at < crumbs.length - 1 ? <Icon of={ChevronRight} size={14} /> : null}
                </li>
              ))}
            </ol>
          </Crumbs>
        ) : null}
        <div className="title">
          <h1>{title}</h1>
          {tag}
        </div>
        {subtitle ? <p className="subtitle">{subtitle}</p> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </Head>
  );
}

/** Two columns, the second narrower, that become one when the window is narrow. */
export const PageColumns = styled('div', { shouldForwardProp: (prop) => prop !== 'side' })<{ side?: number }>(
  ({ side = 376 }) => ({
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1fr) ${rem(side)}`,
    gap: rem(16),
    alignItems: 'start',
    '& > *': { minWidth: 0 },
    '.fill &': { flex: 1, minHeight: 0, alignItems: 'stretch' },
    '@container page (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
);

/** Cards one below the other. */
export const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: rem(16), minWidth: 0 });
