import { useEffect, useState } from 'react';
import type { Hit, Place } from './frameInfo.ts';
import { railItems } from './rail.ts';

const recent: Hit[] = [];

/** Puts what was opened first next time; kept in memory only, because it may name a child. */
export function remember(hit: Hit): void {
  const at = recent.findIndex((one) => one.id === hit.id);
  if (at >= 0) recent.splice(at, 1);
  recent.unshift({ ...hit, group: 'Recent' });
  recent.length = Math.min(recent.length, 6);
}

/** Forgets what was opened, at lock and sign-out. */
export function forgetRecent(): void {
  recent.length = 0;
}

function placeHits(places: readonly Place[], query: string): Hit[] {
  const screens = railItems.map((item): Place => ({
    kind: 'screen',
    label: item.label,
    to: { to: item.to },
  }));
  const wanted = query.toLocaleLowerCase('en-GB');
  return [...places, ...screens]
    .filter((place) => place.label.toLocaleLowerCase('en-GB').includes(wanted))
    .map((place) => ({
      id: `${place.kind}:${place.label}`,
      group: place.kind === 'create' ? 'Begin' : 'Screens',
      label: place.label,
      ...(place.detail ? { detail: place.detail } : {}),
      to: place.to,
    }));
}

/** Hits of one group together, groups in the order they first appear, so that the arrow keys follow the eye. */
function together(hits: Hit[]): Hit[] {
  const groups = [...new Set(hits.map((hit) => hit.group))];
  return groups.flatMap((group) => hits.filter((hit) => hit.group === group));
}

/** What is found: `searching` while an answer is on its way, `failed` when the office did not answer. */
export type Found = { hits: Hit[]; state: 'idle' | 'searching' | 'failed' };

const pause = 120;

type Search = (query: string, signal: AbortSignal) => Promise<Hit[]>;
type Answer = { query: string; hits: Hit[]; failed: boolean };

async function ask(search: Search, query: string, signal: AbortSignal): Promise<Answer> {
  try {
    return { query, hits: await search(query, signal), failed: false };
  } catch {
    return { query, hits: [], failed: true };
  }
}

/**
 * Looks up what a person types: recent things first when nothing is typed, then records, things to begin and
 * screens. An answer to an older question is thrown away.
 */
export function useHits(query: string, places: readonly Place[], search: Search, open: boolean): Found {
  const [found, setFound] = useState<Answer>({ query: '', hits: [], failed: false });
  const asked = query.trim();

  useEffect(() => {
    if (!open || asked.length === 0) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void ask(search, asked, stop.signal).then((answer) => (stop.signal.aborted ? null : setFound(answer)));
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, open, search]);

  if (asked.length === 0) return { hits: together([...recent, ...placeHits(places, '')]), state: 'idle' };
  const isAnswered = found.query === asked;
  return {
    hits: together([...found.hits, ...placeHits(places, asked)]),
    state: !isAnswered ? 'searching' : found.failed ? 'failed' : 'idle',
  };
}
