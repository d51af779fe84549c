/** Fields that make one answer together, under the one that leads them; a merge chooses between whole answers. */
export const mergeGroups = [
  { field: 'givenNames', label: 'Name', fields: ['givenNames', 'familyName'] },
  { field: 'sex', label: 'Sex', fields: ['sex'] },
  { field: 'dob', label: 'Birth', fields: ['dob', 'expectedOn', 'dobEstimated'] },
  { field: 'diedOn', label: 'Died on', fields: ['diedOn'] },
  { field: 'address', label: 'Address', fields: ['address', 'postcode'] },
  { field: 'phone', label: 'Telephone', fields: ['phone'] },
  { field: 'email', label: 'E-mail', fields: ['email'] },
  { field: 'areaId', label: 'Area', fields: ['areaId'] },
  { field: 'school', label: 'School or nursery', fields: ['school'] },
  { field: 'uniqueRef', label: 'Unique reference', fields: ['uniqueRef'] },
  { field: 'nhsNumber', label: 'NHS number', fields: ['nhsNumber'] },
  { field: 'upn', label: 'Pupil number', fields: ['upn', 'upnUnknown'] },
  { field: 'ethnicity', label: 'Ethnicity', fields: ['ethnicity', 'ethnicityOther'] },
  { field: 'religion', label: 'Religion', fields: ['religion'] },
  { field: 'firstLanguage', label: 'Child’s first language', fields: ['firstLanguage'] },
  { field: 'parentLanguage', label: 'Parents’ first language', fields: ['parentLanguage'] },
  {
    field: 'interpreterNeeded',
    label: 'Interpreter or signer',
    fields: ['interpreterNeeded', 'interpreterArranged'],
  },
  { field: 'immigrationStatus', label: 'Immigration status', fields: ['immigrationStatus'] },
  { field: 'disabled', label: 'Disability', fields: ['disabled', 'disabilities', 'disabilityDetails'] },
  { field: 'specialRequirements', label: 'Special requirements', fields: ['specialRequirements'] },
  { field: 'senStatus', label: 'Special educational needs', fields: ['senStatus'] },
  { field: 'youngCarer', label: 'Young carer', fields: ['youngCarer'] },
  { field: 'exclusionRisk', label: 'At risk of exclusion', fields: ['exclusionRisk'] },
  {
    field: 'lookedAfter',
    label: 'Looked after',
    fields: ['lookedAfter', 'lookedAfterFrom', 'lookedAfterTo'],
  },
  { field: 'expectingOn', label: 'Expects a baby', fields: ['expectingOn'] },
] as const;

/** The field that leads an answer of {@link mergeGroups}. */
export type MergeField = (typeof mergeGroups)[number]['field'];
/** Which of two records an answer is taken from. */
export type MergeSide = 'kept' | 'gone';

/** A child's values, as far as a merge looks at them. */
export type Values = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether nobody has answered yet: empty, not known, not obtained, unknown sex. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === false || ['', 'NK', 'NOBT', 'U'].includes(value as string);
}

/** The answers in which two records differ, each with the side that a merge begins with: the one that says something. */
export function mergeDifferences(
  kept: Values,
  gone: Values,
): { field: MergeField; label: string; suggested: MergeSide }[] {
  return mergeGroups
    .filter((group) => group.fields.some((field) => !same(kept[field], gone[field])))
    .map((group) => {
      const blank = group.fields.every((field) => isBlank(kept[field]));
      return { field: group.field, label: group.label, suggested: blank ? 'gone' : 'kept' };
    });
}

const namesOf = (text: unknown) =>
  (typeof text === 'string' ? text : '')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Every name of both records but the one that is kept, each once. */
function allNames(kept: Values, gone: Values, chosen: Values): string {
  const full = (values: Values) => `${String(values['givenNames'])} ${String(values['familyName'])}`;
  const names = [...namesOf(kept['knownAs']), ...namesOf(gone['knownAs']), full(kept), full(gone)];
  const seen = new Set([full(chosen).toLowerCase()]);
  const others = names.filter((name) => {
    const known = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return !known;
  });
  return others.join(', ');
}

/**
 * The values of the one record: each answer from the side chosen, else from where {@link mergeDifferences} begins. No name
 * is lost, and an address that either record restricts stays restricted.
 */
export function mergeValues<T extends Values>(
  kept: T,
  gone: T,
  choices: Partial<Record<MergeField, MergeSide>>,
): T {
  const begun = new Map(mergeDifferences(kept, gone).map((each) => [each.field, each.suggested]));
  const taken = mergeGroups
    .filter((group) => (choices[group.field] ?? begun.get(group.field)) === 'gone')
    .flatMap((group) => group.fields.map((field) => [field, gone[field]] as const));
  const chosen = { ...kept, ...Object.fromEntries(taken) };
  return {
    ...chosen,
    knownAs: allNames(kept, gone, chosen),
    addressRestricted: kept['addressRestricted'] === true || gone['addressRestricted'] === true,
  };
}

/**
 * The kept record's values when a merge is undone: what the merge changed goes back to what it was, unless somebody
 * changed it again since, which stays.
 */
export function unmergeValues<T extends Values>(now: T, before: T, after: T): T {
  const back = Object.keys(now)
    .filter((field) => same(now[field], after[field]))
    .map((field) => [field, before[field]]);
  return { ...now, ...Object.fromEntries(back) };
}

/** So many days after a merge it can be undone. */
export const UNMERGE_DAYS = 30;

/** Episodes in the order they are numbered: by the day they began, and an open one last. */
export function episodeOrder<T extends { startOn: string; closedOn: string | null; id: number }>(
  episodes: readonly T[],
): T[] {
  return [...episodes].sort(
    (a, b) =>
      Number(a.closedOn === null) - Number(b.closedOn === null) ||
      a.startOn.localeCompare(b.startOn) ||
      a.id - b.id,
  );
}
