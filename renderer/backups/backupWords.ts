import type { Output } from '#shared/contract/index.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** One backup of the list. */
export type Backup = Output<'backups.list'>['backups'][number];

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const whole = new Intl.NumberFormat('en-GB');
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `14 Oct 2008, 10:15`, by this computer's clock. */
export const momentWords = (iso: string): string => moment.format(new Date(iso));
/** `1,604`. */
export const count = (value: number): string => whole.format(value);
/** `0.8 MB`. */
export const megabytes = (bytes: number): string => `${tenths.format(bytes / 1_000_000)} MB`;

/** How a backup was found, in a status and a sentence about what that means. */
export const stateWords: Record<Backup['state'], { kind: StatusKind; word: string; sentence: string }> = {
  verified: { kind: 'done', word: 'Verified', sentence: 'Opened, whole, and just as it was made.' },
  whole: { kind: 'course', word: 'Whole', sentence: 'Just as it was made; it was not opened yet.' },
  earlier_key: {
    kind: 'attention',
    word: 'Under an earlier key',
    sentence: 'Whole, and opened by the passphrases of the day it was made.',
  },
  unproven: {
    kind: 'attention',
    word: 'Check file missing',
    sentence: 'Nobody can tell whether it is as it was made.',
  },
  unchecked: {
    kind: 'notStarted',
    word: 'Not checked yet',
    sentence: 'A large one: “Check again” opens it.',
  },
  no_keys: {
    kind: 'stop',
    word: 'Key file missing',
    sentence: 'Without its .keys.json beside it, it opens for nobody.',
  },
  wrong_keys: {
    kind: 'stop',
    word: 'Wrong key file',
    sentence: 'The key file beside it is not the one it was made with.',
  },
  damaged: {
    kind: 'stop',
    word: 'Damaged',
    sentence: 'It is not as it was made and is never restored. The disk it lies on may be failing.',
  },
};

const made: Record<string, string> = {
  '-before-update': 'before an update',
  '-before-restore': 'before a restore',
  '-before-new-key': 'before a change of the key',
};

/** What a backup was made for, from its name; nothing for an ordinary one. */
export function madeFor(file: string): string {
  return Object.entries(made).find(([part]) => file.includes(part))?.[1] ?? '';
}
