import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Chosen } from '#shared/contract/shell.ts';
import { safeFileName } from './file-names.ts';

type HandFile = (token: string, path: string, mode: 'read' | 'write') => void;

const kinds: Readonly<Record<string, string>> = {
  csv: 'CSV file',
  json: 'JSON file',
  pdf: 'PDF document',
  xlsx: 'Excel workbook',
};

/**
 * The system's own file dialogs. A path chosen in one goes to the office process under a token; the window
 * gets the token and the bare name, so a page can only ever name what a person chose.
 */
export class Dialogs {
  readonly #window: BrowserWindow;
  readonly #handFile: HandFile;

  constructor(window: BrowserWindow, handFile: HandFile) {
    this.#window = window;
    this.#handFile = handFile;
  }

  /** Asks for a file to read; null when the person leaves the dialog. */
  pickFile(kind: 'csv' | 'any'): Promise<Chosen | null> {
    const filters = kind === 'csv' ? [filterFor('csv'), ALL_FILES] : [ALL_FILES];
    return this.#pick({ title: 'Choose a file', properties: ['openFile'], filters }, 'read');
  }

  /** Asks for a folder to write into; null when the person leaves the dialog. */
  pickFolder(): Promise<Chosen | null> {
    const properties: OpenDialogOptions['properties'] = ['openDirectory', 'createDirectory'];
    return this.#pick({ title: 'Choose a folder', properties }, 'write');
  }

  /** Asks where the office process is to write a file; null when the person leaves the dialog. */
  async pickSave(suggestedName: string, extension: string): Promise<Chosen | null> {
    const chosen = await this.askWhereToSave(suggestedName, extension);
    return chosen === null ? null : this.#hand(chosen, 'write');
  }

  /** The same for a file that the shell writes itself: its path, or null. */
  async askWhereToSave(suggestedName: string, extension: string): Promise<string | null> {
    const answer = await dialog.showSaveDialog(this.#window, {
      title: 'Save as',
      defaultPath: safeFileName(suggestedName, extension),
      filters: [filterFor(extension)],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  }

  async #pick(options: OpenDialogOptions, mode: 'read' | 'write'): Promise<Chosen | null> {
    const answer = await dialog.showOpenDialog(this.#window, options);
    const chosen = answer.canceled ? undefined : answer.filePaths[0];
    return chosen ? this.#hand(chosen, mode) : null;
  }

  #hand(chosen: string, mode: 'read' | 'write'): Chosen {
    const token = randomUUID();
    this.#handFile(token, chosen, mode);
    return { token, name: path.basename(chosen) };
  }
}

const ALL_FILES: FileFilter = { name: 'All files', extensions: ['*'] };

function filterFor(extension: string): FileFilter {
  return { name: kinds[extension] ?? `${extension.toUpperCase()} file`, extensions: [extension] };
}
