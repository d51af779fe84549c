import { createContext, use } from 'react';
import type { LinkTarget } from '#renderer/components/RouteLink.tsx';
import type { RecordPart } from '../addresses.ts';
import type { ChildRecord } from '../words.ts';

/** The record that is open, and what its reader may do with it. */
export type OpenRecord = {
  record: ChildRecord;
  /** The office's date. */
  today: string;
  /** The id of the earlier CAF that is read; undefined for the newest. */
  earlierCaf: number | undefined;
  /** Something may be written into the CAF: the right, the depth, and a CAF that is open and has consent. */
  canWrite: boolean;
  /** The record's own details may be changed, and a CAF opened. */
  canChange: boolean;
  /** Who is signed in, so that drafts never pass from one person to another. */
  personId: number;
  /** Reads the record again, after somebody else turns out to have changed it. */
  reload: () => void;
  /** The address of a part of this record, of the CAF that is being read. */
  at: (part?: RecordPart) => LinkTarget;
  /** The address of one element of its assessment. */
  atElement: (element: string) => LinkTarget;
};

export const RecordContext = createContext<OpenRecord | null>(null);

/** The record that is open. */
export function useRecord(): OpenRecord {
  const open = use(RecordContext);
  if (!open) throw new Error('Parts of a record stand inside its page.');
  return open;
}
