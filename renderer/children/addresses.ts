import type { LinkTarget } from '#renderer/components/RouteLink.tsx';

/** The parts of a record that have an address of their own. */
export type RecordPart =
  | 'assessment'
  | 'plan'
  | 'plan/meeting'
  | 'team'
  | 'family'
  | 'spending'
  | 'consent'
  | 'history'
  | 'open'
  | 'details';

/** The address of a record, or of one of its parts; of an earlier CAF when its id is given. */
export function recordAt(childId: number, part?: RecordPart, earlierCaf?: number): LinkTarget {
  const params = { child: String(childId) };
  const search = earlierCaf === undefined ? {} : { search: { caf: earlierCaf } };
  return { to: part ? `/children/$child/${part}` : '/children/$child', params, ...search };
}

/** The address of one element of the assessment, or of `comments`. */
export function elementAt(childId: number, element: string, earlierCaf?: number): LinkTarget {
  const search = earlierCaf === undefined ? {} : { search: { caf: earlierCaf } };
  return {
    to: '/children/$child/assessment/$element',
    params: { child: String(childId), element },
    ...search,
  };
}

/** Two records beside each other, to be made one. */
export function mergeAt(keep: number, other?: number): LinkTarget {
  return { to: '/children/merge', search: other === undefined ? { keep } : { keep, other } };
}

/** A new order for a child with an open CAF, for one of the plan's actions if there is one. */
export function newOrderAt(childId: number, actionId?: number): LinkTarget {
  return {
    to: '/orders/new',
    search: actionId === undefined ? { child: childId } : { child: childId, action: actionId },
  };
}
