/** What a price is for (domain 3.14). `many` is the word for more than one. */
export const units = [
  { code: 'each', label: 'each', many: 'each' },
  { code: 'hour', label: 'hour', many: 'hours' },
  { code: 'session', label: 'session', many: 'sessions' },
  { code: 'day', label: 'day', many: 'days' },
  { code: 'week', label: 'week', many: 'weeks' },
  { code: 'month', label: 'month', many: 'months' },
  { code: 'course', label: 'course', many: 'courses' },
  { code: 'mile', label: 'mile', many: 'miles' },
  { code: 'journey', label: 'journey', many: 'journeys' },
] as const;

/** The word for a unit beside a quantity in thousandths: `1 session`, `10 sessions`, `0.5 hours`. An unknown unit comes back as it is. */
export function unitFor(unit: string, quantityThousandths: number): string {
  const entry = units.find((candidate) => candidate.code === unit);
  if (entry === undefined) return unit;
  return Math.abs(quantityThousandths) === 1000 ? entry.label : entry.many;
}
