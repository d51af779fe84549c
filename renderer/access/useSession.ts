import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { forgetRecent } from '#renderer/app/paletteHits.ts';
import { callOffice } from '#renderer/office/client.ts';
import { forgetDrafts, textsAtLock, welcomeDrafts } from '#renderer/office/drafts.ts';
import { useRead } from '#renderer/office/useRead.ts';

/** See `access.status`. */
export type Status = Output<'access.status'>;
/** See `access.signIn`: with what happened at the sign-in meanwhile. */
export type SignedIn = Output<'access.signIn'>;

type News = SignedIn['news'];

/** One person at one desk; a new number is a fresh set of screens. */
type Session = { number: number; personId: number; practice: boolean };

/** What hides the screens: `locked` by someone or by time, `restarted` because the office process stopped. */
export type Cover = 'locked' | 'restarted' | null;

const statusKey = ['access', 'access.status', {}];

/** Forgets everything that was read, so that nothing of the person before is left for the next. */
function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'access' });
  forgetRecent();
  forgetDrafts();
}

/** Brings the practice office back after its process was started again, which always begins with the real one. */
async function turnBack(practice: boolean): Promise<void> {
  if (practice) await callOffice('access.openPractice', {});
}

/** Hands over what is typed, so that it is kept encrypted, and has the office forget its key. */
function lockOffice(client: QueryClient): void {
  const asked = callOffice('access.lock', { drafts: textsAtLock() });
  void asked.then(() => client.invalidateQueries({ queryKey: ['access'] }));
}

/**
 * Who is at the desk. The screens are covered the moment a lock is asked for, before the office answers; they stay as
 * they are below the cover and come back when the same person signs in. For anybody else `onNewPerson` leads away from
 * the old page first, and what was read is forgotten.
 */
export function useSession(onNewPerson: () => Promise<void>) {
  const client = useQueryClient();
  const { data: status, problem, retry } = useRead('access.status', {});
  const [session, setSession] = useState<Session | null>(null);
  const [cover, setCover] = useState<Cover>(null);
  const live = useRef({ session, cover });
  useLayoutEffect(() => {
    live.current = { session, cover };
  });
  const [news, setNews] = useState<News | null>(null);

  const enter = useCallback(
    async (next: Status | SignedIn) => {
      const { news: told = null, ...plain } = { news: undefined, ...next };
      client.setQueryData(statusKey, plain);
      if (next.state !== 'open' || !next.person) return;
      const before = live.current.session;
      const { id } = next.person;
      const isSame = before?.personId === id && before.practice === next.practice;
      if (before && !isSame) {
        await onNewPerson();
        forgetAll(client);
      }
      if (!isSame)
        setSession((old) => ({ number: (old?.number ?? 0) + 1, personId: id, practice: next.practice }));
      void welcomeDrafts(isSame);
      if (told) setNews(told);
      setCover(null);
      void client.invalidateQueries();
    },
    [client, onNewPerson],
  );

  /** The office below is replaced by another one: nothing of the old screens may come back. */
  const end = useCallback(async () => {
    if (!live.current.session) return;
    await onNewPerson();
    forgetAll(client);
    setSession(null);
    setCover(null);
  }, [client, onNewPerson]);

  const lock = useCallback(() => {
    if (!live.current.session || live.current.cover) return;
    setCover('locked');
    lockOffice(client);
  }, [client]);

  useEffect(() => {
    if (status?.state === 'open' && !live.current.session) void enter(status);
    if (status?.state !== 'open' && live.current.session) setCover((now) => now ?? 'locked');
  }, [status, enter]);

  useShellSigns(live, lock, setCover);
  return { status, problem, retry, session, cover, news, dismissNews: () => setNews(null), lock, enter, end };
}

type Live = { current: { session: Session | null; cover: Cover } };

/** The machine sleeps, the menu locks, or the office process was started again: the screens are covered. */
function useShellSigns(live: Live, lock: () => void, setCover: (cover: Cover) => void): void {
  const client = useQueryClient();
  useEffect(() => {
    const stopLocks = window.office.onLock(lock);
    const stopRestarts = window.office.onRestart(() => {
      const at = live.current.session;
      if (!at) return;
      setCover('restarted');
      void turnBack(at.practice).then(() => client.invalidateQueries({ queryKey: ['access'] }));
    });
    return () => {
      stopLocks();
      stopRestarts();
    };
  }, [client, live, lock, setCover]);
}
