import type { KnownChild } from '#shared/domain/masking.ts';
import type { Db } from '../database/driver.ts';
import * as facts from './facts.queries.ts';
import { akaNames, householdKey } from './identity.ts';

type Child = NonNullable<Awaited<ReturnType<typeof facts.findIdentity>>>;

/** The child and the children at the same address. */
export async function householdOf(db: Db, child: Child) {
  const key = householdKey(child.address, child.postcode);
  const near = key === null ? [] : await facts.listAtPostcode(db, child.postcode);
  return near.filter((each) => each.id !== child.id && householdKey(each.address, each.postcode) === key);
}

const said = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ''))];

async function knownOf(db: Db, child: Child): Promise<KnownChild> {
  const all = [child, ...(await householdOf(db, child))];
  const carers = await facts.listCarerNames(
    db,
    all.map((each) => each.id),
  );
  const homes = await facts.listHomes(db, child.id);
  const names = all.flatMap((each) => [
    `${each.given_names} ${each.family_name}`,
    ...akaNames(each.known_as),
  ]);
  return {
    names: [...new Set([...names, ...carers])],
    postcodes: said([child.postcode, ...homes.map((home) => home.postcode)]),
    dob: child.dob,
    schools: said([...all.map((each) => each.school), ...homes.map((home) => home.school)]),
    addresses: said([child.address, ...homes.map((home) => home.address)]),
  };
}

const nobody: KnownChild = { names: [], postcodes: [], addresses: [] };

/**
 * All that could tell who a CAF's child is (BR-43): names of the child, carers and children at the same address, date of
 * birth, address, postcode, schools. For the privacy gate and for masking; never sent to a screen, a log or a paper.
 */
export async function identityOfCaf(db: Db, cafId: number): Promise<KnownChild> {
  const child = await facts.findIdentity(db, cafId);
  return child ? knownOf(db, child) : nobody;
}

/** The same by the child. */
export async function identityOfChild(db: Db, childId: number): Promise<KnownChild> {
  const child = await facts.findIdentityOfChild(db, childId);
  return child ? knownOf(db, child) : nobody;
}
