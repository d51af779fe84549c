import { type CaseKind, caseKinds } from '#shared/domain/audit.ts';

/** One record that an answer shows. */
export type Shown = { kind: CaseKind; id: number };

const byName: [RegExp, CaseKind][] = [
  [/^(?:child|children)$|(?:child|children)(?:Id|Ids)?$|Child(?:ren)?$|^(?:kept|gone)Id$/, 'child'],
  [/^cafs?$|cafIds?$|Cafs?(?:Id|Ids)?$/, 'caf'],
  [/^orders?$|orderIds?$|Orders?(?:Id|Ids)?$/, 'order'],
];
const routes: [RegExp, CaseKind][] = [
  [/^\/children\/(\d+)(?:[/?#]|$)/, 'child'],
  [/^\/orders\/(\d+)(?:[/?#]|$)/, 'order'],
];

function kindNamed(key: string): CaseKind | null {
  return byName.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** The lists of a page and of a search hold the kind of record that the operation itself is about. */
const OWN_LISTS = new Set(['rows', 'matches', 'records', 'kept', 'gone', 'first', 'second']);

/**
 * The case records that an answer shows: ids by the name of their field (`childId`, `caf.id`), by the route that
 * opens them (`/children/12`), and plain `id`s of the kind that the operation declares. Looks at the answer itself,
 * so that a field added later is seen without anybody's remembering.
 */
export function shownIn(answer: unknown, own: CaseKind | null): Shown[] {
  const found = new Map<string, Shown>();
  const add = (kind: CaseKind, id: unknown) => {
    if (typeof id === 'number' && Number.isSafeInteger(id) && id > 0)
      found.set(`${kind} ${id}`, { kind, id });
  };
  const look = (value: unknown, kind: CaseKind | null): void => {
    if (Array.isArray(value)) for (const one of value) look(one, kind);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) lookAt(key, inner, kind);
  };
  const lookAt = (key: string, inner: unknown, kind: CaseKind | null): void => {
    if (key === 'id') {
      if (kind) add(kind, inner);
      return;
    }
    const named = kindNamed(key);
    if (typeof inner === 'number' && named && key.endsWith('Id')) add(named, inner);
    else if (typeof inner === 'string' && key === 'to') {
      for (const [pattern, of] of routes) {
        const match = pattern.exec(inner);
        if (match) add(of, Number(match[1]));
      }
    } else look(inner, named ?? (OWN_LISTS.has(key) ? kind : null));
  };
  look(answer, own);
  return [...found.values()].sort(
    (a, b) => caseKinds.indexOf(a.kind) - caseKinds.indexOf(b.kind) || a.id - b.id,
  );
}
