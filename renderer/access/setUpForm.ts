import { z } from 'zod';
import { access } from '#shared/contract/access.ts';
import { filled } from '#shared/contract/common.ts';
import type { Input } from '#shared/contract/index.ts';
import type { OfficeForm } from '#renderer/components/form/useOfficeForm.ts';

/** The contract's set-up as a person fills it in: areas one by one, the passphrase twice. */
export const setUpSchema = access['access.setUp'].input
  .omit({ areas: true })
  .extend({
    areas: z.array(z.object({ name: filled })).min(1, 'Name at least one area.'),
    again: z.string().max(500),
  })
  .refine((values) => values.passphrase === values.again, {
    path: ['again'],
    message: 'The two are not the same. Type the passphrase again.',
  });

/** See {@link setUpSchema}. */
export type SetUpForm = OfficeForm<typeof setUpSchema>;
type Values = z.output<typeof setUpSchema>;

/** What the form begins with. */
export const setUpStart: z.input<typeof setUpSchema> = {
  trustName: '',
  councilName: '',
  address: '',
  phone: '',
  email: '',
  invoiceName: '',
  invoiceAddress: '',
  invoiceEmail: '',
  letterheadColour: '#0A5C5C',
  firstOrderNumber: 4_000_001,
  areas: [{ name: '' }],
  person: { name: '', jobTitle: '', userName: '', phone: '', email: '' },
  passphrase: '',
  again: '',
};

/** What the office is asked with. */
export function setUpInput({ again: _again, areas, ...values }: Values): Input<'access.setUp'> {
  return { ...values, areas: areas.map((area) => area.name) };
}
