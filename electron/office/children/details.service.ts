import type { Output, Parsed } from '#shared/contract/index.ts';
import { normaliseName } from '#shared/domain/names.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { type ChildRow, findChild } from './caf.queries.ts';
import { type ChildValues, checkChild, toColumns, toValues } from './child-values.ts';
import { compareChild } from './duplicates.service.ts';
import { akaNames } from './identity.ts';
import { refuseUnknownArea } from './register.service.ts';
import { updateChild } from './register.queries.ts';
import { refreshSearch } from './search.service.ts';

/** The name an unborn child was recorded under stays findable once the real one is known (BR-12). */
function knownAsAfterBirth(before: ChildRow, values: ChildValues): string {
  const old = `${before.given_names} ${before.family_name}`;
  const born = before.expected_on !== null && values.dob !== null;
  const renamed = normaliseName(old) !== normaliseName(`${values.givenNames} ${values.familyName}`);
  const kept = akaNames(values.knownAs).some((name) => normaliseName(name) === normaliseName(old));
  return born && renamed && !kept ? [values.knownAs, old].filter(Boolean).join(', ') : values.knownAs;
}

/** A restricted record shows no address, so an empty one is not a change: only what is typed replaces it (12.3). */
function keptWhereabouts(before: ChildRow, values: ChildValues): Partial<ChildValues> {
  if (before.restricted !== 1) return {};
  return {
    address: values.address || before.address,
    postcode: values.postcode || before.postcode,
    phone: values.phone || before.phone,
  };
}

/** Which fields a save changes, for the audit trail: names of fields, never what is in them. */
function changedFields(before: ChildValues, after: ChildValues): string[] {
  return (Object.keys(after) as (keyof ChildValues)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** Changes what is given of a child and leaves the rest; refused when somebody else changed it since it was opened. */
export async function save(
  context: Context,
  input: Parsed<'children.save'>,
): Promise<Output<'children.save'>> {
  const { db, person, today } = context;
  const { id, version, ...given } = input;
  const before = (await findChild(db, person, 'full', id)) ?? notFound('child');
  if (before.merged_into !== null) notFound('child');
  const old = toValues(before);
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const values: ChildValues = { ...old, ...set };
  checkChild(values, today);
  if (values.areaId !== old.areaId) await refuseUnknownArea(context, values.areaId);
  const changed: ChildValues = {
    ...values,
    ...keptWhereabouts(before, values),
    knownAs: knownAsAfterBirth(before, values),
  };
  if (!(await updateChild(db, id, version, toColumns(changed)))) throw conflict();
  await refreshSearch(db, id);
  await compareChild(context, id);
  context.note({ entity: 'child', id, detail: { fields: changedFields(old, changed) } });
  return { id, version: version + 1 };
}
