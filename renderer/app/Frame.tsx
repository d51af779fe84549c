import { styled } from '@mui/material/styles';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { use, useEffect, useRef, useState, type ReactNode } from 'react';
import { BackupTroubles } from '#renderer/backups/BackupTroubles.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { PlacesContext, useFrameInfo, type Place } from './frameInfo.ts';
import { Keys } from './Keys.tsx';
import { useShortcut } from './keyboard.ts';
import { PracticeBanner } from './PracticeBanner.tsx';
import { Warnings } from './Warnings.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { look, rem, spokenOnly } from './tokens.ts';

const Window = styled('div')({
  height: '100%',
  containerType: 'size',
  containerName: 'frame',
});

const Grid = styled('div')({
  height: '100%',
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gridTemplateRows: 'auto auto minmax(0, 1fr)',
  gridTemplateAreas: "'rail top' 'rail banner' 'rail main'",
  '@container frame (max-height: 30rem)': { gridTemplateRows: 'auto auto auto', overflowY: 'auto' },
});

const Banners = styled('div')({ gridArea: 'banner' });

const Main = styled('main')({
  gridArea: 'main',
  overflow: 'auto',
  position: 'relative',
  containerType: 'inline-size',
  containerName: 'page',
  scrollPaddingBlock: `${rem(24)} ${rem(88)}`,
  '&:has(.identity-bar)': { scrollPaddingBlockStart: rem(140) },
  // A window this short (or zoomed this far) scrolls as one, so that nothing is hidden under fixed bars.
  '@container frame (max-height: 30rem)': { overflow: 'visible' },
});

const Skip = styled('button')({
  ...spokenOnly,
  '&:focus': {
    position: 'fixed',
    zIndex: 2000,
    top: rem(8),
    left: rem(8),
    width: 'auto',
    height: 'auto',
    margin: 0,
    padding: `${rem(8)} ${rem(16)}`,
    clipPath: 'none',
    borderRadius: rem(6),
    border: `1px solid ${look.teal}`,
    backgroundColor: look.surface,
    color: look.teal,
    fontWeight: 600,
  },
});

const Spoken = styled('output')(spokenOnly);

/**
 * The window round every page: rail, top bar, practice banner and the page itself. It owns the search (Ctrl+K), the
 * list of keys (? or F1) and Lock (Ctrl+L), speaks the page's name after a change of page, and finds a home for the
 * keyboard's focus when the thing that had it is gone.
 */
export function Frame(props: { children: ReactNode }) {
  const info = useFrameInfo();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);
  const spoken = usePageChange(main);

  useShortcut('Ctrl+K', () => setOpen('search'), { label: 'Search and go anywhere', group: 'Anywhere' });
  useShortcut('Ctrl+L', info.onLock, { label: 'Lock', group: 'Anywhere', everywhere: true });
  useShortcut('?', () => setOpen('keys'), { label: 'Show the keys', group: 'Anywhere' });
  useShortcut('F1', () => setOpen('keys'), { label: 'Show the keys', group: 'Anywhere' });

  return (
    <Window>
      <Skip type="button" onClick={() => main.current?.focus()}>
        Skip to the page
      </Skip>
      <Grid>
        <Rail late={info.late} onKeys={() => setOpen('keys')} />
        <TopBar person={info.person} onSearch={() => setOpen('search')} onLock={info.onLock} />
        <Banners>
          {info.practice ? <PracticeBanner {...info.practice} /> : null}
          <BackupTroubles />
        </Banners>
        <Main id="page" ref={main} tabIndex={-1} data-scroll-restoration-id="page">
          <Warnings lines={info.warnings ?? []} />
          {props.children}
        </Main>
      </Grid>
      <Spoken>{spoken}</Spoken>
      <PlaceKeys />
      <CommandPalette open={open === 'search'} onClose={() => setOpen(null)} search={info.search} />
      <Keys open={open === 'keys'} onClose={() => setOpen(null)} />
    </Window>
  );
}

/** The keys of what can be begun from anywhere. */
function PlaceKeys() {
  return use(PlacesContext)
    .filter((place) => place.keys !== undefined)
    .map((place) => <PlaceKey key={place.label} place={place} />);
}

function PlaceKey(props: { place: Place }) {
  const { place } = props;
  const navigate = useNavigate();
  useShortcut(place.keys, () => void navigate(linkProps(place.to)), {
    label: place.label,
    group: 'Anywhere',
  });
  return null;
}

/** After a change of page: its name for screen readers, and focus on the page if whatever had it is gone. */
function usePageChange(main: { current: HTMLElement | null }): string {
  const router = useRouter();
  const [spoken, setSpoken] = useState('');
  useEffect(
    () =>
      router.subscribe('onRendered', (event) => {
        if (!event.pathChanged) return;
        setSpoken(document.title);
        const holder = document.activeElement;
        if (!holder || holder === document.body) main.current?.focus({ preventScroll: true });
      }),
    [router, main],
  );
  return spoken;
}
