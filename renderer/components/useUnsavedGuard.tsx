import { useBlocker } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { Dialog } from './Dialog.tsx';

export type UnsavedGuard = {
  /** There are edits that are not saved. */
  dirty: boolean;
  /** Saves them; false when the office said no, and then nobody leaves. Left out, only Discard and Stay are offered. */
  save?: () => Promise<boolean>;
  /** What would be lost: "this order". */
  what: string;
};

/**
 * Asks Save, Discard or Stay when somebody leaves a page with unsaved edits, in the window or by closing it. Put what
 * it returns into the page.
 */
export function useUnsavedGuard(guard: UnsavedGuard): ReactNode {
  const { dirty, save, what } = guard;
  const [isSaving, setSaving] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const isBlocked = blocker.status === 'blocked';
  const stay = () => blocker.reset?.();
  const saveAndGo = async () => {
    if (!save) return;
    setSaving(true);
    const isSaved = await save().finally(() => setSaving(false));
    if (isSaved) blocker.proceed?.();
    else stay();
  };
  return (
    <Dialog
      open={isBlocked}
      onClose={stay}
      title={`Leave ${what}?`}
      width={540}
      footer={
        <>
          <Act kind="danger" onPress={() => blocker.proceed?.()}>
            Discard changes
          </Act>
          <Act onPress={stay}>Stay</Act>
          {save ? (
            <Act kind="main" busy={isSaving} onPress={() => void saveAndGo()} keys="Ctrl+Enter">
              Save and leave
            </Act>
          ) : null}
        </>
      }
    >
      Some of what you typed is not saved yet.
    </Dialog>
  );
}
