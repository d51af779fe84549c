import type { PaperJob } from '#shared/contract/papers.ts';
import type { Problem } from '#shared/problems.ts';

/** What a test can have done in Electron. Bytes travel as base64. */
export type Order =
  | { do: 'pdf'; job: PaperJob }
  | { do: 'printers' }
  /** Shows a job in an app window so wide. */
  | { do: 'preview'; job: PaperJob; width: number }
  | { do: 'print'; job: PaperJob; to: { device: string; copies: number } }
  | { do: 'print-pdf'; title: string; pdf: string; to: { device: string; copies: number } };

/** What the preview shows: each sheet's words and size on the screen, and the room they take. */
export type Seen = {
  sheets: { words: string; width: number; height: number; hangsOver: boolean }[];
  width: number;
  height: number;
};

/** What came of it. */
export type Answer =
  { id: number; ok: true; data: unknown } | { id: number; ok: false; problem: Problem; cause: string };
