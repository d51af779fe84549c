/** How a program is started. */
export type Program = { executable: string; args: readonly string[]; env: Readonly<Record<string, string>> };

/** What the surroundings of the terminal offer. */
export type Host = {
  /** Finds Electron with the built app, which makes the PDFs (`--paper` is added to its arguments). */
  findPaperMaker?: () => Promise<Program>;
};

/** A command used in a way that it is not made for: told with the help, and exit code 2. */
export class Usage extends Error {}
