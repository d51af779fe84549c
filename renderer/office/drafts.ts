import { useSyncExternalStore } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import { callOffice } from './client.ts';

/** What was typed in a form and not saved when the desk locked. */
export type Draft = Output<'access.drafts'>['drafts'][number];
type Typed = Input<'access.lock'>['drafts'];
type Source = { title: string; typed: () => Record<string, unknown> | null };

/** Everything typed lives here only until it is kept in the office's own encrypted file: nothing is written by the window. */
const sources = new Map<string, Source>();
const flushes = new Set<() => void>();
const listeners = new Set<() => void>();
let waiting: readonly Draft[] = [];
let handedOver: string[] = [];

function show(next: readonly Draft[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** The page that is shown, as its links name it. */
const place = (): string => window.location.hash.slice(1).split('?')[0] || '/';

/** The name of a form on the page that is shown. */
export const formName = (title: string): string => `${place()} ${title}`.slice(0, 300);

/** Never kept: what opens a door. */
const isSecret = (name: string) => /passphrase|recoverykey|^again$|^code$/i.test(name);

/** Has a form's text kept at a lock while it differs from what is saved. Returns how to stop. */
export function keepAtLock(form: string, source: Source): () => void {
  sources.set(form, source);
  return () => {
    if (sources.get(form) === source) sources.delete(form);
  };
}

/** Has what saves itself saved at once when the desk locks. Returns how to stop. */
export function saveAtLock(flush: () => void): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** What is to be kept now; what saves itself is on its way first. */
export function textsAtLock(): NonNullable<Typed> {
  for (const flush of flushes) flush();
  const texts = [...sources].flatMap(([form, source]) => {
    const typed = source.typed();
    if (!typed) return [];
    const body = Object.fromEntries(Object.entries(typed).filter(([name]) => !isSecret(name)));
    const isLong = JSON.stringify(body).length > 400_000;
    return isLong ? [] : [{ form, title: source.title.slice(0, 200), place: place(), body }];
  });
  handedOver = texts.map((text) => text.form);
  return texts;
}

/** Whoever comes back finds the text where it was typed; whoever begins afresh is offered it. */
export async function welcomeDrafts(isBack: boolean): Promise<void> {
  const forms = handedOver;
  handedOver = [];
  await (isBack ? dropDrafts(forms) : readDrafts());
}

async function readDrafts(): Promise<void> {
  const result = await callOffice('access.drafts', {});
  show(result.ok ? result.data.drafts : []);
}

/** Forgets what was read: somebody else comes in. */
export const forgetDrafts = (): void => show([]);

/** Lets kept texts go, here and in the office: they were put back, or nobody wants them. */
export async function dropDrafts(forms: string[]): Promise<void> {
  if (forms.length === 0) return;
  show(waiting.filter((draft) => !forms.includes(draft.form)));
  await callOffice('access.dropDrafts', { forms });
}

/** Takes what was kept of something that saves itself, so that it can be typed in again; null when nothing was. */
export function takeDraft(form: string): Record<string, unknown> | null {
  const draft = waiting.find((one) => one.form === form);
  if (!draft) return null;
  // Not while something is drawn: whoever takes it is being drawn.
  queueMicrotask(() => void dropDrafts([form]));
  return draft.body;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The texts that wait to be put back. */
export function useDrafts(): readonly Draft[] {
  return useSyncExternalStore(subscribe, () => waiting);
}
