import { styled } from '@mui/material/styles';
import { use } from 'react';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { KeyCap } from '#renderer/components/KeyCap.tsx';
import { letterKeys, pageScope, setLetterKeys, useShortcuts, type Shortcut } from './keyboard.ts';
import { PreferenceContext } from './preferences.ts';
import { look, rem } from './tokens.ts';

const Groups = styled('div')({
  columns: `2 ${rem(240)}`,
  columnGap: rem(32),
  '& section': { breakInside: 'avoid', marginBottom: rem(20) },
  '& h3': { fontSize: rem(13), lineHeight: rem(20), fontWeight: 600, color: look.ink2, marginBottom: rem(4) },
  '& dl > div': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: rem(16),
    minHeight: rem(32),
    borderTop: `1px solid ${look.line}`,
  },
});

const Switch = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(8),
  marginRight: 'auto',
  fontSize: rem(13),
  color: look.ink2,
  '& input': { accentColor: look.teal, width: rem(16), height: rem(16), margin: 0 },
});

/** What every field and list understands, wherever it stands. */
const always: [string, string][] = [
  ['Tab', 'Next field or link'],
  ['Enter', 'Open or press'],
  ['Escape', 'Close what is on top'],
];

const order = ['Anywhere', 'This page', 'Places'];

function place(name: string): number {
  return order.includes(name) ? order.indexOf(name) : 1.5;
}

function grouped(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const one of shortcuts) {
    if (one.scope !== pageScope) continue;
    const list = groups.get(one.group) ?? [];
    if (!list.some((other) => other.label === one.label)) list.push(one);
    groups.set(one.group, list);
  }
  return [...groups].sort(([a], [b]) => place(a) - place(b));
}

/** The keys that work here and now, grouped by where they work. Opened with `?` or F1. */
export function Keys(props: { open: boolean; onClose: () => void }) {
  const shortcuts = useShortcuts();
  const kept = use(PreferenceContext);
  const switchLetterKeys = (on: boolean) => {
    setLetterKeys(on);
    kept?.change({ letterKeys: on });
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Keys"
      width={640}
      footer={
        <Switch>
          <input
            type="checkbox"
            checked={letterKeys()}
            onChange={(event) => switchLetterKeys(event.target.checked)}
          />
          Keys of one letter or sign, such as ? for this list
        </Switch>
      }
    >
      <Groups>
        {grouped(shortcuts).map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map((one) => (
                <div key={one.id}>
                  <dt>{one.label}</dt>
                  <dd>
                    <KeyCap keys={one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Fields and lists</h3>
          <dl>
            {always.map(([keys, label]) => (
              <div key={keys}>
                <dt>{label}</dt>
                <dd>
                  <KeyCap keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </Groups>
    </Dialog>
  );
}
