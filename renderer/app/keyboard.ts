import { createContext, useContext, useEffect, useId, useRef, useSyncExternalStore } from 'react';

/**
 * One place that listens for keys. A shortcut belongs to the scope it was registered in (the page, or a dialog on
 * top of it); only the topmost scope hears keys, save for shortcuts that work everywhere, such as Lock.
 */
export type Shortcut = {
  id: string;
  keys: string;
  label: string;
  group: string;
  scope: string;
  everywhere: boolean;
  run: (event: KeyboardEvent) => void;
};

export const pageScope = 'page';
const shortcuts = new Map<string, Shortcut>();
const scopes: string[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let letterKeysOn = true;

function changed(): void {
  snapshot = [...shortcuts.values()];
  for (const listener of listeners) listener();
}

/** Single-letter keys can be switched off, for people who dictate (WCAG 2.1.4). Keys with Ctrl or Alt stay. */
export function setLetterKeys(on: boolean): void {
  letterKeysOn = on;
  changed();
}

export function letterKeys(): boolean {
  return letterKeysOn;
}

/** Whether this computer writes Ctrl as the command key. */
export const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** `Ctrl+Shift+K` as its parts, in the words printed on the keys here. */
export function keyParts(keys: string): string[] {
  return keys.split('+').map((part) => (isMac && part === 'Ctrl' ? '⌘' : part === 'Escape' ? 'Esc' : part));
}

/**
 * Whether the event is exactly this chord. Shift is not asked for with signs such as `?`, which need it themselves; a
 * figure is known by its place on the keyboard, because with Shift it is another sign.
 */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const command = isMac ? event.metaKey : event.ctrlKey;
  const isSign = key.length === 1 && !/[\p{L}\d]/u.test(key);
  if (command !== wants('ctrl') || event.altKey !== wants('alt')) return false;
  if (!isSign && event.shiftKey !== wants('shift')) return false;
  return event.key.toLowerCase() === key || (/^\d$/.test(key) && event.code === `Digit${key}`);
}

/** Fields swallow plain letters and signs, so that typing never triggers anything. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isPlain(keys: string): boolean {
  return keys.length === 1;
}

/** Runs the one shortcut that this event means, and says whether there was one. */
export function handleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const top = scopes.at(-1) ?? pageScope;
  // The newest registration wins, so that a part of a screen may take over a key while it is shown.
  const found = [...shortcuts.values()]
    .toReversed()
    .find((one) => (one.everywhere || one.scope === top) && matches(one.keys, event));
  if (!found) return false;
  if (isPlain(found.keys) && (!letterKeysOn || isTyping(event.target))) return false;
  event.preventDefault();
  found.run(event);
  return true;
}

if (typeof window !== 'undefined') window.addEventListener('keydown', (event) => void handleKey(event));

/** The scope that shortcuts registered below belong to; set by `KeyScope`. */
export const KeyScopeContext = createContext<string>(pageScope);

/** Puts a scope on top while mounted: the page below no longer hears its keys. */
export function useKeyScope(scope: string, active = true): void {
  useEffect(() => {
    if (!active) return undefined;
    scopes.push(scope);
    return () => {
      const at = scopes.lastIndexOf(scope);
      if (at >= 0) scopes.splice(at, 1);
    };
  }, [scope, active]);
}

/** How a shortcut is named in the list of keys, and whether it works below a dialog too. */
export type ShortcutOptions = { label: string; group?: string; everywhere?: boolean; enabled?: boolean };

/**
 * Registers a shortcut while the component is mounted. `keys` such as `Ctrl+K`, `Alt+1`, `Escape`, `?`; empty means
 * none. The handler may change on every render without registering anew.
 */
export function useShortcut(
  keys: string | undefined,
  run: (event: KeyboardEvent) => void,
  options: ShortcutOptions,
): void {
  const id = useId();
  const scope = useContext(KeyScopeContext);
  const latest = useRef(run);
  const { label, group = 'This page', everywhere = false, enabled = true } = options;
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!keys || !enabled) return undefined;
    shortcuts.set(id, { id, keys, label, group, scope, everywhere, run: (event) => latest.current(event) });
    changed();
    return () => {
      shortcuts.delete(id);
      changed();
    };
  }, [id, keys, label, group, scope, everywhere, enabled]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every shortcut that is registered now, for the list of keys. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}
