import { randomBytes } from 'node:crypto';
import { OfficeProblem } from '#shared/problems.ts';

/**
 * The files that a person chose in a dialog of the operating system. The window only ever holds a token, so
 * it can name no file that nobody chose.
 */
export class FileTokens {
  readonly #files = new Map<string, { path: string; mode: 'read' | 'write' }>();

  /** Keeps a path under a token that somebody else made up (the shell). */
  keep(token: string, path: string, mode: 'read' | 'write'): void {
    if (this.#files.size > 200) this.#files.delete(this.#files.keys().next().value ?? '');
    this.#files.set(token, { path, mode });
  }

  /** Keeps a path under a new token (the terminal, tests). */
  add(path: string, mode: 'read' | 'write'): string {
    const token = randomBytes(16).toString('hex');
    this.keep(token, path, mode);
    return token;
  }

  /** The path behind a token. */
  path(token: string, mode: 'read' | 'write'): string {
    const found = this.#files.get(token);
    if (!found || found.mode !== mode)
      throw new OfficeProblem(
        'file_unreadable',
        'That file is no longer chosen. Nothing was changed. Choose it again.',
      );
    return found.path;
  }
}
