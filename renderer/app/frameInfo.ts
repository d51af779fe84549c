import { createContext, use } from 'react';
import type { LinkTarget } from '#renderer/components/RouteLink.tsx';

/** One thing the search found; `group` is the heading it stands under, such as Children or Orders. */
export type Hit = { id: string; group: string; label: string; detail?: string; to: LinkTarget };

/** A screen or something that can be begun, offered by the command palette. */
export type Place = {
  kind: 'screen' | 'create';
  label: string;
  detail?: string;
  to: LinkTarget;
  /** Shown beside it; registered for the whole window when given. */
  keys?: string;
};

/** What the frame shows round every page. */
export type FrameInfo = {
  person: { name: string; role: string; office: string };
  /** How much work is late: the one small count, on Work. */
  late: number;
  /** Present in the practice office only: its date in words, and how to move it. */
  practice?: { date: string; onMove?: () => void };
  /** What whoever is signed in has to know of this office: a clock that went back, a broken trail. */
  warnings?: readonly string[];
  search: (query: string, signal: AbortSignal) => Promise<Hit[]>;
  onLock: () => void;
};

export const FrameInfoContext = createContext<FrameInfo | null>(null);
export const PlacesContext = createContext<readonly Place[]>([]);

/** What the frame shows; a mistake in the building of the app, not of a person, when nobody provides it. */
export function useFrameInfo(): FrameInfo {
  const info = use(FrameInfoContext);
  if (!info) throw new Error('The frame needs a FrameInfoContext above it.');
  return info;
}
