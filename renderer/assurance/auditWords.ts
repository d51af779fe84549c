import { auditActions } from '#shared/domain/audit.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** The office's own names as words: `orders.keepPdf` is "Orders: keep PDF", `order_lines` "Order lines". */
export function plainName(name: string): string {
  const words = name
    .replace('.', ': ')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/\b(pdf|caf|id|vat)\b/g, (short) => short.toLocaleUpperCase('en-GB'));
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1);
}

/** What was done, in a word. */
export function actionWord(action: string): string {
  return (auditActions as Record<string, string>)[action] ?? plainName(action);
}

/** `14 Oct 2008 09:42`, in UTC as the trail keeps it. */
export function momentWords(at: string): string {
  return `${formatDay(at.slice(0, 10))} ${at.slice(11, 16)}`;
}

/** How a line ended. */
export const outcomes: Record<'done' | 'read' | 'refused', { kind: StatusKind; word: string }> = {
  done: { kind: 'done', word: 'Done' },
  read: { kind: 'neutral', word: 'Read' },
  refused: { kind: 'attention', word: 'Refused' },
};
