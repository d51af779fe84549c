import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElementDraft, PAUSE_MS } from '#renderer/children/record/assessment/elementDraft.ts';
import type { SavedElement } from '#renderer/children/record/assessment/elementText.ts';

type Save = ConstructorParameters<typeof ElementDraft>[0]['save'];

const saved: SavedElement = {
  element: 'D4',
  prominence: 'need',
  strengths: '',
  needs: 'Wakes most nights.',
  evidence: '',
  viewDifference: '',
  version: 2,
  savedAt: '2008-10-09T09:42:18.000Z',
  author: 'Ben Osei',
};
const conflict = { ok: false as const, problem: { code: 'conflict' as const, message: 'Somebody else.' } };

function draftWith(save: Save, held: SavedElement | undefined = saved) {
  const reload = vi.fn();
  return { draft: new ElementDraft({ cafId: 7, element: 'D4', saved: held, save, reload }), reload };
}

describe('The text of one element while it is written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is saved once, a second after typing stops, with the version it was read at', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ ok: true, data: { version: 3 } });
    const { draft } = draftWith(save);
    draft.change({ needs: 'Wakes most' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 100);
    draft.change({ needs: 'Wakes most nights now.' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 100);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0]?.[0]).toMatchObject({
      cafId: 7,
      element: 'D4',
      version: 2,
      needs: 'Wakes most nights now.',
    });
    expect(draft.view().state.kind).toBe('saved');
    expect(draft.isUnsaved).toBe(false);
  });

  it('saves what is typed while a save is under way after it, against the version that save gave', async () => {
    const save = vi
      .fn<Save>()
      .mockImplementationOnce(
        () =>
          new Promise((resolve) => {
            setTimeout(() => resolve({ ok: true, data: { version: 3 } }), PAUSE_MS * 3);
          }),
      )
      .mockResolvedValueOnce({ ok: true, data: { version: 4 } });
    const { draft } = draftWith(save);
    draft.change({ needs: 'One' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    draft.change({ needs: 'One, two' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(save).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(save).toHaveBeenCalledTimes(2);
    expect(save.mock.calls[1]?.[0]).toMatchObject({ version: 3, needs: 'One, two' });
    expect(draft.isUnsaved).toBe(false);
  });

  it('records an element that was looked at and has nothing to note, but writes nothing by itself', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ ok: true, data: { version: 1 } });
    const draft = new ElementDraft({ cafId: 7, element: 'D1', saved: undefined, save, reload: vi.fn() });
    draft.leave();
    expect(save).not.toHaveBeenCalled();
    await draft.saveNow(true);
    expect(save.mock.calls[0]?.[0]).toMatchObject({ element: 'D1', version: 0, prominence: 'none' });
  });

  it('keeps both texts when somebody else saved first, and saves nothing until one is chosen', async () => {
    const save = vi.fn<Save>().mockResolvedValueOnce(conflict);
    const { draft, reload } = draftWith(save);
    draft.change({ needs: 'Mine' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(reload).toHaveBeenCalledTimes(1);
    const theirs = { ...saved, needs: 'Theirs', version: 3 };
    draft.hear({ cafId: 7, element: 'D4', saved: theirs, save, reload });
    expect(draft.view()).toMatchObject({ text: { needs: 'Mine' }, state: { kind: 'conflict' } });
    expect(draft.theirs?.needs).toBe('Theirs');
    draft.change({ needs: 'Mine, still' });
    draft.leave();
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(save).toHaveBeenCalledTimes(1);

    save.mockResolvedValueOnce({ ok: true, data: { version: 4 } });
    draft.settle('mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls[1]?.[0]).toMatchObject({ version: 3, needs: 'Mine, still' });
  });

  it('takes the other text when that is chosen', async () => {
    const save = vi.fn<Save>().mockResolvedValueOnce(conflict);
    const { draft, reload } = draftWith(save);
    draft.change({ needs: 'Mine' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    draft.hear({ cafId: 7, element: 'D4', saved: { ...saved, needs: 'Theirs', version: 3 }, save, reload });
    draft.settle('theirs');
    expect(draft.view().text.needs).toBe('Theirs');
    expect(draft.isUnsaved).toBe(false);
  });

  it('shows what somebody else saved while nothing is typed here', () => {
    const { draft } = draftWith(vi.fn<Save>());
    draft.hear({
      cafId: 7,
      element: 'D4',
      saved: { ...saved, needs: 'Newer', version: 3 },
      save: vi.fn(),
      reload: vi.fn(),
    });
    expect(draft.view().text.needs).toBe('Newer');
  });

  it('keeps what the office refused and tries again when its page is shown again', async () => {
    const save = vi
      .fn<Save>()
      .mockResolvedValueOnce({ ok: false, problem: { code: 'not_signed_in', message: 'Locked.' } })
      .mockResolvedValueOnce({ ok: true, data: { version: 3 } });
    const { draft } = draftWith(save);
    draft.change({ needs: 'Typed before the lock' });
    draft.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.isUnsaved).toBe(true);
    expect(draft.view().state.kind).toBe('problem');
    draft.resume();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save.mock.calls[1]?.[0]).toMatchObject({ needs: 'Typed before the lock', version: 2 });
    expect(draft.isUnsaved).toBe(false);
  });
});
