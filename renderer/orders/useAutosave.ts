import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '#shared/problems.ts';
import { saveAtLock } from '#renderer/office/drafts.ts';
import { useIsOwnDesk } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';

/** How long after the last key a draft saves itself. */
const PAUSE_MS = 700;

/** What the foot of the page says about saving. */
export type Saving = { state: 'saved' | 'waiting' | 'saving'; at: Date | null; problem: Problem | undefined };

type Save = (version: number) => Promise<{ ok: true; version: number } | { ok: false; problem: Problem }>;

/**
 * Saves a while after the last change, one save at a time, each against the version the last one gave. `flush`
 * saves what is waiting at once and says which version stands; null when the office said no, and then nothing
 * typed is lost.
 */
export function useAutosave(firstVersion: number, save: Save) {
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null, problem: undefined });
  const version = useRef(firstVersion);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isDirty = useRef(false);
  const latest = useRef(save);
  const isOwnDesk = useIsOwnDesk();
  useEffect(() => {
    latest.current = save;
  });

  const saveNow = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    if (!isDirty.current) return version.current;
    if (!isOwnDesk()) return null;
    isDirty.current = false;
    setSaving((old) => ({ ...old, state: 'saving' }));
    const result = await latest.current(version.current);
    if (!result.ok) {
      isDirty.current = true;
      setSaving((old) => ({ ...old, state: 'waiting', problem: result.problem }));
      return null;
    }
    version.current = result.version;
    setSaving({ state: isDirty.current ? 'waiting' : 'saved', at: new Date(), problem: undefined });
    return version.current;
  }, [isOwnDesk]);

  const flush = useCallback((): Promise<number | null> => {
    const turn = queue.current.then(saveNow, saveNow);
    queue.current = turn;
    return turn;
  }, [saveNow]);

  const changed = useCallback(() => {
    isDirty.current = true;
    setSaving((old) => (old.state === 'waiting' ? old : { ...old, state: 'waiting' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  }, [flush]);

  useEffect(() => saveAtLock(() => void (isDirty.current && flush())), [flush]);
  useReturn(useCallback(() => void (isDirty.current && flush()), [flush]));

  useEffect(
    () => () => {
      // Leaving the page within the pause: what was typed is saved on the way out.
      if (isDirty.current) void flush();
    },
    [flush],
  );
  return { saving, changed, flush, isDirty: saving.state !== 'saved' };
}

/** What could not be saved because the desk was locked or the office stopped is saved after the next sign-in. */
function useReturn(onReturn: () => void): void {
  const { data: status } = useRead('access.status', {});
  const isOpen = status?.state === 'open';
  useEffect(() => {
    if (isOpen) onReturn();
  }, [isOpen, onReturn]);
}
