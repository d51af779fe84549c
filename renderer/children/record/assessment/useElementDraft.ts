import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { children } from '#shared/contract/children.ts';
import type { Output } from '#shared/contract/index.ts';
import { callOffice } from '#renderer/office/client.ts';
import { keepAtLock, saveAtLock, takeDraft } from '#renderer/office/drafts.ts';
import { ElementDraft, type DraftOptions, type DraftView } from './elementDraft.ts';

const keptText = children['children.saveElement'].input.pick({
  prominence: true,
  strengths: true,
  needs: true,
  evidence: true,
  viewDifference: true,
});

// In the window's memory only: nothing about a child is written outside the office's own file. A draft that could not
// be saved, such as across a lock, is found again by the person who typed it.
const shelf = new Map<string, ElementDraft>();

function draftFor(key: string, options: DraftOptions): ElementDraft {
  const kept = shelf.get(key);
  if (kept?.isUnsaved) return kept;
  const draft = new ElementDraft(options);
  shelf.set(key, draft);
  return draft;
}

/** Saves for one person only: what somebody typed is never saved in the name of whoever signs in after them. */
function saveFor(client: QueryClient, owner: number): DraftOptions['save'] {
  return async (input) => {
    const status = client.getQueryData<Output<'access.status'>>(['access', 'access.status', {}]);
    if (status?.person?.id === owner) return callOffice('children.saveElement', input);
    return { ok: false, problem: { code: 'not_signed_in', message: 'The office is locked.' } };
  };
}

type Options = Omit<DraftOptions, 'save'> & {
  /** Who is signed in now; 0 while the office is locked. */
  personId: number;
};

/**
 * The text of one element as it is written; it saves itself. Give the component that uses it a `key` of the element,
 * so that each has its own.
 */
export function useElementDraft(options: Options): { draft: ElementDraft; view: DraftView } {
  const { personId, cafId, element, saved, reload } = options;
  const client = useQueryClient();
  const [owner] = useState(personId);
  const key = `${owner} ${cafId} ${element}`;
  const form = `element ${cafId} ${element}`;
  const [draft] = useState(() => {
    const found = draftFor(key, { cafId, element, saved, reload, save: saveFor(client, owner) });
    const kept = keptText.safeParse(takeDraft(form));
    if (kept.success && !found.isUnsaved) found.change(kept.data);
    return found;
  });
  const view = useSyncExternalStore(draft.subscribe, draft.view);
  useEffect(() => {
    draft.hear({ cafId, element, saved, reload, save: saveFor(client, owner) });
  }, [draft, client, owner, cafId, element, saved, reload]);
  useEffect(() => {
    const stopKeeping = keepAtLock(form, {
      title: 'Assessment',
      typed: () => (draft.isUnsaved ? draft.view().text : null),
    });
    const stopSaving = saveAtLock(() => void (draft.isUnsaved && draft.saveNow()));
    return () => {
      stopKeeping();
      stopSaving();
    };
  }, [draft, form]);
  const isHere = personId === owner;
  useEffect(() => {
    if (isHere) draft.resume();
  }, [draft, isHere]);
  useEffect(
    () => () => {
      draft.leave();
      if (!draft.isUnsaved) shelf.delete(key);
    },
    [draft, key],
  );
  useClosing(draft);
  return { draft, view };
}

/** Asks before the window closes on something that is not saved, and saves it meanwhile. */
function useClosing(draft: ElementDraft): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!draft.isUnsaved) return;
      void draft.saveNow();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [draft]);
}
