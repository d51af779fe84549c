import { styled } from '@mui/material/styles';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';

const Row = styled('nav')({
  borderBottom: `1px solid ${look.line}`,
  margin: `${rem(4)} 0 0`,
  padding: `0 ${rem(24)}`,
  '& ul': { display: 'flex', flexWrap: 'wrap', columnGap: rem(25) },
  '@container page (max-width: 36rem)': { padding: `0 ${rem(12)}` },
});

const Tab = styled(PlainLink)({
  display: 'inline-flex',
  alignItems: 'baseline',
  gap: rem(6),
  padding: `${rem(10)} 0 ${rem(10)}`,
  marginBottom: '-1px',
  borderBottom: `${rem(3)} solid transparent`,
  color: look.ink2,
  fontSize: rem(14),
  lineHeight: rem(20),
  fontWeight: 550,
  textDecoration: 'none',
  '&:hover': { color: look.ink },
  '&[aria-current]': { color: look.teal, fontWeight: 600, borderBottomColor: look.teal },
  '@media (forced-colors: active)': {
    '&:not([aria-current])': { borderBottomColor: 'Canvas' },
    '&[aria-current]': { borderBottomColor: 'Highlight' },
  },
  '& .count': { ...tabular, fontSize: rem(12), fontWeight: 550, color: look.ink3 },
});

export type TabLink = { label: string; count?: string | number; to: LinkTarget; exact?: boolean };

/** The parts of a record as links, so that Back works and each has its own address. */
export function Tabs(props: { label: string; tabs: TabLink[] }) {
  return (
    <Row aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.label}>
            <Tab target={tab.to} exact={tab.exact ?? false}>
              {tab.label}
              {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
            </Tab>
          </li>
        ))}
      </ul>
    </Row>
  );
}
