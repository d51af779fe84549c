import { daysBetween, formatDay, type Day } from './dates.ts';

/** What the checks of a provider are judged by. */
export type ProviderCheckFacts = {
  contactWithChildren: boolean;
  safeguardingExpiresOn: Day | null;
  dataNoteOn: Day | null;
  insuranceExpiresOn: Day | null;
};

/** One check of a provider: a `stop` keeps it from being approved, a `warn` is to be looked at. */
export type ProviderCheck = {
  id: 'contact' | 'safeguarding' | 'dataNote' | 'insurance';
  verdict: 'pass' | 'warn' | 'stop';
  sentence: string;
  detail?: string;
  /** The field that puts it right. */
  field: 'contactWithChildren' | 'safeguardingExpiresOn' | 'dataNoteOn' | 'insuranceExpiresOn';
};

const NO_CONTACT: ProviderCheck = {
  id: 'contact',
  field: 'contactWithChildren',
  verdict: 'pass',
  sentence: 'Recorded as not in contact with children.',
  detail: 'So no safeguarding check and no data-sharing note is asked for.',
};

/** A check that runs out within this many days is worth asking for anew. */
const SOON_DAYS = 60;

function soon(expires: Day, today: Day): boolean {
  return daysBetween(today, expires) <= SOON_DAYS;
}

function safeguarding(facts: ProviderCheckFacts, today: Day): ProviderCheck {
  const check = { id: 'safeguarding', field: 'safeguardingExpiresOn' } as const;
  const expires = facts.safeguardingExpiresOn;
  if (expires !== null && expires >= today && soon(expires, today))
    return {
      ...check,
      verdict: 'warn',
      sentence: `Its safeguarding check runs out on ${formatDay(expires)}.`,
      detail: 'Ask for the renewal.',
    };
  if (expires !== null && expires >= today)
    return { ...check, verdict: 'pass', sentence: `Safeguarding check in date until ${formatDay(expires)}` };
  return {
    ...check,
    verdict: 'stop',
    sentence:
      expires === null
        ? 'No safeguarding check is recorded.'
        : `Its safeguarding check ran out on ${formatDay(expires)}.`,
    detail: 'Its services are in contact with children, so it must have one in date.',
  };
}

function dataNote(facts: ProviderCheckFacts, today: Day): ProviderCheck {
  const check = { id: 'dataNote', field: 'dataNoteOn' } as const;
  const since = facts.dataNoteOn;
  if (since !== null && since <= today)
    return { ...check, verdict: 'pass', sentence: `Data-sharing note of ${formatDay(since)}` };
  return {
    ...check,
    verdict: 'stop',
    sentence:
      since === null
        ? 'No data-sharing note is recorded.'
        : `Its data-sharing note begins on ${formatDay(since)} only.`,
    detail: 'Its services are in contact with children, so there must be one before the first order.',
  };
}

function insurance({ insuranceExpiresOn: expires }: ProviderCheckFacts, today: Day): ProviderCheck {
  const check = { id: 'insurance', field: 'insuranceExpiresOn' } as const;
  if (expires === null) return { ...check, verdict: 'pass', sentence: 'No insurance date recorded' };
  if (expires < today)
    return {
      ...check,
      verdict: 'stop',
      sentence: `Its insurance ran out on ${formatDay(expires)}.`,
      detail: 'Ask for the new certificate.',
    };
  if (soon(expires, today))
    return {
      ...check,
      verdict: 'warn',
      sentence: `Its insurance runs out on ${formatDay(expires)}.`,
      detail: 'Ask for the new certificate.',
    };
  return { ...check, verdict: 'pass', sentence: `Insured until ${formatDay(expires)}` };
}

/**
 * The checks of a provider on a day (BR-45): services in contact with children need a safeguarding check in date and a
 * data-sharing note before the first order; insurance that has run out stops anyone. What stops here keeps a provider
 * from being approved.
 */
export function providerChecks(facts: ProviderCheckFacts, today: Day): ProviderCheck[] {
  if (!facts.contactWithChildren) return [NO_CONTACT, insurance(facts, today)];
  return [safeguarding(facts, today), dataNote(facts, today), insurance(facts, today)];
}
