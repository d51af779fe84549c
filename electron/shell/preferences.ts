import ElectronStore from 'electron-store';
import path from 'node:path';
import type { Preferences } from '#shared/contract/shell.ts';
import { readRemembered, setAside, type Remembered } from './preference-values.ts';
import type { WindowBounds } from './window-options.ts';

/** What this computer remembers about the window. Losing it costs a person nothing but a choice of colours. */
export class PreferenceStore {
  readonly #store: ElectronStore<Remembered>;
  #now: Remembered;

  /** Opens `preferences.json` in the folder. A file that cannot be read is kept aside and a new one begun. */
  constructor(folder: string) {
    this.#store = openStore(folder);
    this.#now = readRemembered(this.#store.store);
  }

  get(): Preferences {
    const { theme, textSize, letterKeys } = this.#now;
    return { theme, textSize, letterKeys };
  }

  /** What is not given or undefined stays as it is. */
  set(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
    this.#keep(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
    return this.get();
  }

  get window(): WindowBounds | null {
    return this.#now.window;
  }

  set window(bounds: WindowBounds | null) {
    this.#keep({ window: bounds });
  }

  /** A disk that takes no preferences must not stop anyone's work: they then hold until the window closes. */
  #keep(change: Partial<Remembered>): void {
    this.#now = readRemembered({ ...this.#now, ...change });
    try {
      this.#store.store = this.#now;
    } catch {
      // Kept in memory only.
    }
  }
}

function openStore(folder: string): ElectronStore<Remembered> {
  const options = { name: 'preferences', cwd: folder, accessPropertiesByDotNotation: false };
  try {
    return new ElectronStore<Remembered>(options);
  } catch {
    setAside(path.join(folder, 'preferences.json'), new Date());
    return new ElectronStore<Remembered>(options);
  }
}
