import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { useNavigate } from '@tanstack/react-router';
import Search from 'lucide-react/icons/search';
import { use, useId, useState, type KeyboardEvent } from 'react';
import { Icon } from '#renderer/components/Icon.tsx';
import { KeyCap } from '#renderer/components/KeyCap.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useStartFocus } from '#renderer/components/useStartFocus.ts';
import { PlacesContext, type Hit } from './frameInfo.ts';
import { useKeyScope } from './keyboard.ts';
import { remember, useHits, type Found } from './paletteHits.ts';
import { look, rem, spokenOnly } from './tokens.ts';

const Field = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(12),
  padding: `0 ${rem(16)}`,
  minHeight: rem(56),
  flex: 'none',
  borderBottom: `1px solid ${look.line}`,
  color: look.ink2,
  '& input': {
    flex: 1,
    minWidth: 0,
    height: rem(52),
    border: 0,
    outline: 'none',
    background: 'none',
    color: look.ink,
    fontSize: rem(16),
    '&::placeholder': { color: look.ink3, opacity: 1 },
  },
});

const List = styled('div')({
  overflow: 'auto',
  padding: `${rem(8)} 0`,
  '& .group': {
    padding: `${rem(8)} ${rem(16)} ${rem(4)}`,
    fontSize: rem(12),
    fontWeight: 600,
    color: look.ink2,
  },
  '& .hit': {
    display: 'flex',
    alignItems: 'center',
    gap: rem(12),
    minHeight: rem(40),
    padding: `${rem(4)} ${rem(16)} ${rem(4)} ${rem(13)}`,
    borderLeft: `${rem(3)} solid transparent`,
    cursor: 'pointer',
  },
  '& .hit[aria-selected=true]': {
    backgroundColor: look.tealTint,
    borderLeftColor: look.teal,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  '@media (forced-colors: active)': { '& .hit:not([aria-selected=true])': { borderLeftColor: 'Canvas' } },
  '& .label': { fontWeight: 600, minWidth: 0 },
  '& .detail': { fontSize: rem(13), color: look.ink2, marginLeft: 'auto', textAlign: 'right' },
  '& .none': { padding: `${rem(16)} ${rem(16)}`, color: look.ink2 },
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${rem(4)} ${rem(16)}`,
  padding: `${rem(8)} ${rem(16)}`,
  borderTop: `1px solid ${look.line}`,
  fontSize: rem(12),
  color: look.ink2,
  '& span': { display: 'inline-flex', alignItems: 'center', gap: rem(6) },
});

const Spoken = styled('div')(spokenOnly);

type PaletteProps = {
  open: boolean;
  onClose: () => void;
  search: (query: string, signal: AbortSignal) => Promise<Hit[]>;
};

/** Ctrl+K: children, orders, providers, screens and things to begin, by a few letters and the arrow keys. */
export function CommandPalette(props: PaletteProps) {
  const id = useId();
  return (
    <MuiDialog
      open={props.open}
      onClose={props.onClose}
      aria-labelledby={id}
      slotProps={{
        container: { style: { alignItems: 'flex-start', paddingTop: '5vh' } },
        paper: { style: { width: rem(640), maxWidth: 'calc(100% - 2rem)', maxHeight: '84vh' } },
      }}
    >
      <Spoken as="h2" id={id}>
        Search and go anywhere
      </Spoken>
      <Palette {...props} />
    </MuiDialog>
  );
}

function Palette(props: PaletteProps) {
  const scope = useId();
  useKeyScope(scope);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useHits(query, use(PlacesContext), props.search, props.open);
  const navigate = useNavigate();
  const field = useStartFocus<HTMLInputElement>(true);
  const current = Math.min(at, Math.max(0, found.hits.length - 1));

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    remember(hit);
    props.onClose();
    void navigate(linkProps(hit.to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.hits.length - 1, current + step)));
    else if (event.key === 'Enter') go(found.hits[current]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Field>
        <Icon of={Search} size={18} />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Search children, orders, providers, screens"
          aria-expanded="true"
          aria-controls={`${scope}-list`}
          aria-activedescendant={found.hits.length > 0 ? `${scope}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Name, reference, order number, screen"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <KeyCap keys="Escape" silent />
      </Field>
      <Hits found={found} current={current} scope={scope} query={query} onGo={go} />
      <Foot aria-hidden="true">
        <span>
          <KeyCap keys="↑" />
          <KeyCap keys="↓" /> choose
        </span>
        <span>
          <KeyCap keys="Enter" /> open
        </span>
      </Foot>
    </>
  );
}

// The listbox of a combobox has no elements of its own in HTML: what is chosen is told to the field above it.
const roles = { listbox: { role: 'listbox' }, group: { role: 'group' }, option: { role: 'option' } } as const;

/** What the pointer does; the keyboard's Enter is heard by the field. */
function pressed(onClick: () => void): { onClick: () => void } {
  return { onClick };
}

function keepInSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

type HitsProps = { found: Found; current: number; scope: string; query: string; onGo: (hit: Hit) => void };

function Hits(props: HitsProps) {
  const { found, current, scope, query, onGo } = props;
  const groups = [...new Set(found.hits.map((hit) => hit.group))];
  return (
    <>
      <List {...roles.listbox} id={`${scope}-list`} aria-label="Found">
        {groups.map((group) => (
          <div key={group} {...roles.group} aria-label={group}>
            <div className="group" aria-hidden="true">
              {group}
            </div>
            {found.hits.map((hit, index) =>
              hit.group === group ? (
                // The keyboard reaches an option through the field above (aria-activedescendant).
                <div
                  key={hit.id}
                  id={`${scope}-${index}`}
                  {...roles.option}
                  ref={index === current ? keepInSight : undefined}
                  tabIndex={-1}
                  aria-selected={index === current}
                  className="hit"
                  {...pressed(() => onGo(hit))}
                >
                  <span className="label">{hit.label}</span>
                  {hit.detail ? <span className="detail">{hit.detail}</span> : null}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </List>
      <Answer found={found} query={query} />
    </>
  );
}

function Answer(props: { found: Found; query: string }) {
  const { found, query } = props;
  const count = found.hits.length;
  const words =
    found.state === 'failed'
      ? 'The search did not finish. Type again to retry.'
      : found.state === 'searching'
        ? ''
        : count === 0
          ? `Nothing found for “${query.trim()}”. Try fewer letters, a reference or an order number.`
          : '';
  return (
    <>
      {words ? (
        <List className="answer">
          <div className="none">{words}</div>
        </List>
      ) : null}
      <Spoken as="output">
        {words || (query && found.state === 'idle' ? `${count} ${count === 1 ? 'result' : 'results'}` : '')}
      </Spoken>
    </>
  );
}
