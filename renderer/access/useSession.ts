import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { forgetRecent } from '#renderer/app/paletteHits.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useRead } from '#renderer/office/useRead.ts';

/** See `access.status`. */
export type Status = Output<'access.status'>;

/** One person at one desk; a new number is a fresh set of screens. */
type Session = { number: number; personId: number; practice: boolean };

/** What hides the screens: `locked` by someone or by time, `restarted` because the office process stopped. */
export type Cover = 'locked' | 'restarted' | null;

const quietMinutes = 10;
const statusKey = ['access', 'access.status', {}];

/** Forgets everything that was read, so that nothing of the person before is left for the next. */
function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'access' });
  forgetRecent();
}

/** Brings the practice office back after its process was started again, which always begins with the real one. */
async function turnBack(practice: boolean): Promise<void> {
  if (practice) await callOffice('access.openPractice', {});
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
  const count = useRef(0);

  const enter = useCallback(
    async (next: Status) => {
      client.setQueryData(statusKey, next);
      if (next.state !== 'open' || !next.person) return;
      const before = live.current.session;
      const { id } = next.person;
      if (before && (before.personId !== id || before.practice !== next.practice)) {
        await onNewPerson();
        forgetAll(client);
      }
      const isSame = before?.personId === id && before.practice === next.practice;
      if (!isSame) {
        count.current += 1;
        setSession({ number: count.current, personId: id, practice: next.practice });
      }
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
    void callOffice('access.lock', {}).then(() => client.invalidateQueries({ queryKey: ['access'] }));
  }, [client]);

  useEffect(() => {
    if (status?.state === 'open' && !live.current.session) void enter(status);
    if (status?.state !== 'open' && live.current.session) setCover((now) => now ?? 'locked');
  }, [status, enter]);

  useShellSigns(live, lock, setCover);
  useQuiet(lock);
  return { status, problem, retry, session, cover, lock, enter, end };
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

/** Calls back when nobody has touched keyboard or mouse for ten minutes. */
function useQuiet(onQuiet: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onQuiet, quietMinutes * 60_000);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(onQuiet, quietMinutes * 60_000);
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true });
    };
  }, [onQuiet]);
}
