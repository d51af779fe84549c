import type { Input, Output } from '#shared/contract/index.ts';
import type { Problem, Result } from '#shared/problems.ts';
import { textOf, type ElementText, type SavedElement } from './elementText.ts';

/** How long typing must pause before it is saved. */
export const PAUSE_MS = 1000;

/** Where what is typed stands. */
export type DraftState =
  | { kind: 'untouched' }
  | { kind: 'writing' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'conflict' }
  | { kind: 'problem'; problem: Problem };

/** What is drawn: the text and where it stands. A new object at every change. */
export type DraftView = { text: ElementText; state: DraftState };

type Save = (input: Input<'children.saveElement'>) => Promise<Result<Output<'children.saveElement'>>>;

/** Which element, and how it reaches the office. */
export type DraftOptions = {
  cafId: number;
  element: string;
  saved: SavedElement | undefined;
  save: Save;
  /** Asks for what somebody else has saved meanwhile. */
  reload: () => void;
};

/**
 * One element's text while it is written. It saves itself a second after typing stops and when it is left; one save is
 * under way at a time, and what is typed meanwhile is saved after it. A save against an older version is a conflict:
 * both texts are kept until a person settles it. Whatever the office refused stays here, so nothing typed is lost.
 */
export class ElementDraft {
  #options: DraftOptions;
  #saved: SavedElement | undefined;
  #version: number;
  #dirty = false;
  #saving: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: DraftView;
  readonly #listeners = new Set<() => void>();

  constructor(options: DraftOptions) {
    this.#options = options;
    this.#saved = options.saved;
    this.#version = options.saved?.version ?? 0;
    this.#view = { text: textOf(options.saved), state: { kind: 'untouched' } };
  }

  /** Something typed is not saved. */
  get isUnsaved(): boolean {
    return this.#dirty || this.#saving !== null;
  }

  /** What is drawn now; the same object until something changes. */
  view = (): DraftView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #show(view: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...view };
    for (const listener of this.#listeners) listener();
  }

  /** Takes in what was typed and saves it once typing pauses; in a conflict it waits for that to be settled. */
  change = (part: Partial<ElementText>): void => {
    this.#dirty = true;
    const isConflict = this.#view.state.kind === 'conflict';
    this.#show({
      text: { ...this.#view.text, ...part },
      state: isConflict ? this.#view.state : { kind: 'writing' },
    });
    if (!isConflict) this.#saveSoon();
  };

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), PAUSE_MS);
  }

  /** Saves now; whether everything typed is saved. `always` also records an element nobody wrote anything on. */
  saveNow = async (always = false): Promise<boolean> => {
    clearTimeout(this.#timer);
    if (this.#saving) await this.#saving;
    if (!this.#dirty && !(always && this.#version === 0)) return true;
    this.#saving = this.#send();
    const isSaved = await this.#saving;
    this.#saving = null;
    return isSaved;
  };

  async #send(): Promise<boolean> {
    const { cafId, element, save, reload } = this.#options;
    this.#dirty = false;
    this.#show({ state: { kind: 'saving' } });
    const result = await save({ cafId, element, version: this.#version, ...this.#view.text });
    if (result.ok) {
      this.#version = result.data.version;
      this.#show({
        state: this.#dirty ? { kind: 'writing' } : { kind: 'saved', at: new Date().toISOString() },
      });
      if (this.#dirty) this.#saveSoon();
      return true;
    }
    this.#dirty = true;
    const isConflict = result.problem.code === 'conflict';
    this.#show({ state: isConflict ? { kind: 'conflict' } : { kind: 'problem', problem: result.problem } });
    if (isConflict) reload();
    return false;
  }

  /** What the office has now, and how to reach it: shown at once, unless it would wipe out something typed. */
  hear(options: DraftOptions): void {
    const isNews = options.saved !== this.#saved;
    this.#options = options;
    this.#saved = options.saved;
    // In a conflict only the other text is drawn anew.
    if (isNews && this.#view.state.kind === 'conflict') this.#show({});
    if (!options.saved || this.isUnsaved || options.saved.version <= this.#version) return;
    this.#version = options.saved.version;
    this.#show({ text: textOf(options.saved), state: { kind: 'untouched' } });
  }

  /** What somebody else saved, while the two differ. */
  get theirs(): SavedElement | undefined {
    return this.#view.state.kind === 'conflict' ? this.#saved : undefined;
  }

  /** Ends a conflict: with what was typed here, or with what somebody else saved. */
  settle = (whose: 'mine' | 'theirs'): void => {
    this.#version = this.#saved?.version ?? 0;
    if (whose === 'mine') {
      void this.saveNow();
      return;
    }
    this.#dirty = false;
    this.#show({ text: textOf(this.#saved), state: { kind: 'untouched' } });
  };

  /** Its page is left: what was typed is saved, unless a conflict must be settled first. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#dirty && this.#view.state.kind !== 'conflict') void this.saveNow();
  }

  /** Its page is shown again: what could not be saved before is tried again. */
  resume(): void {
    if (this.#dirty && !this.#saving && this.#view.state.kind !== 'conflict') {
      this.#show({ state: { kind: 'writing' } });
      this.#saveSoon();
    }
  }
}
