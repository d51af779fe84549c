import FileText from 'lucide-react/icons/file-text';
import ListChecks from 'lucide-react/icons/list-checks';
import QuoteMark from 'lucide-react/icons/quote';
import Receipt from 'lucide-react/icons/receipt';
import Signature from 'lucide-react/icons/signature';
import UserRoundCheck from 'lucide-react/icons/user-round-check';
import UsersRound from 'lucide-react/icons/users-round';
import type { IconShape } from '#renderer/components/Icon.tsx';
import type { ChildRecord } from './words.ts';

/** One thing that happened. */
export type Event = ChildRecord['timeline'][number];

/** The picture of each kind of event. */
export const eventIcons: Record<Event['kind'], IconShape> = {
  meeting: UsersRound,
  money: Receipt,
  voice: QuoteMark,
  paper: FileText,
  plan: ListChecks,
  consent: Signature,
  lead: UserRoundCheck,
};

/** What the timeline can be cut to, and which kinds of event each shows. */
export const timelineFilters = {
  meetings: { label: 'Meetings', kinds: ['meeting', 'plan', 'lead'] },
  money: { label: 'Money', kinds: ['money'] },
  voice: { label: 'Voice', kinds: ['voice'] },
  papers: { label: 'Papers', kinds: ['paper', 'consent'] },
} as const satisfies Record<string, { label: string; kinds: readonly Event['kind'][] }>;

/** The name of one of the filters. */
export type TimelineFilter = keyof typeof timelineFilters;

/** The events a filter shows, in the office's order; all of them without one. */
export function eventsFor(events: readonly Event[], filter: TimelineFilter | undefined): Event[] {
  if (filter === undefined) return [...events];
  const kinds: readonly string[] = timelineFilters[filter].kinds;
  return events.filter((event) => kinds.includes(event.kind));
}
