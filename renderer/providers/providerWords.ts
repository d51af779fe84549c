import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { labelIn } from '#shared/codes/list.ts';
import { units } from '#shared/codes/units.ts';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { stateLabel, type ProviderState } from '#shared/domain/lifecycle.ts';
import { vatCodes } from '#shared/domain/vat.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** A provider as its page reads it. */
export type Provider = Output<'providers.get'>;
/** An item of its price list. */
export type Item = Provider['items'][number];

/** The kinds of provider, as people choose them. */
export const kindOptions: { value: Provider['kind']; label: string }[] = [
  { value: 'voluntary', label: 'Voluntary or charity' },
  { value: 'private', label: 'Private company' },
  { value: 'public', label: 'Public body' },
  { value: 'retailer', label: 'Shop or retailer' },
  { value: 'individual', label: 'Individual' },
  { value: 'unknown', label: 'Not known yet' },
];

/** The words for a kind of provider. */
export function kindWord(kind: Provider['kind']): string {
  return kindOptions.find((option) => option.value === kind)?.label ?? kind;
}

const statusKinds: Record<ProviderState, StatusKind> = {
  prospective: 'notStarted',
  checking: 'course',
  approved: 'done',
  suspended: 'attention',
  ended: 'neutral',
};

/** How a provider's status is shown. */
export function statusLook(status: ProviderState): { kind: StatusKind; word: string } {
  return { kind: statusKinds[status], word: stateLabel('provider', status) };
}

/** Categories of the price list: the code, then its words. */
export const categoryOptions = purchaseCategories.map(({ code, label }) => ({
  value: code,
  label: `${code} ${label}`,
}));
/** Units of the price list. */
export const unitOptions = units.map(({ code, label }) => ({ value: code, label }));
/** VAT codes of the price list. */
export const vatOptions = vatCodes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }));

/** The words for an item's category. */
export function categoryWord(code: string): string {
  return labelIn(purchaseCategories, code);
}

/** The words for a VAT code. */
export function vatWord(code: string): string {
  return vatCodes.find((entry) => entry.code === code)?.label ?? code;
}

/** When a price holds: "from 1 Apr 2008", "1 Apr 2008 to 31 Oct 2008". */
export function heldFrom(price: { validFrom: string; validTo: string | null }): string {
  return price.validTo
    ? `${formatDay(price.validFrom)} to ${formatDay(price.validTo)}`
    : `from ${formatDay(price.validFrom)}`;
}

const whole = new Intl.NumberFormat('en-GB');

/** A count as people read it: "1,013 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
