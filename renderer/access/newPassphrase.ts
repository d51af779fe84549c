import { z } from 'zod';
import { passphrase } from '#shared/contract/access.ts';
import { passphraseFault, type PassphraseOwner } from '#shared/domain/passphrase.ts';

/** Two fields: a new passphrase and the same again, judged with the office's own sentences before they are sent. */
export function newPassphraseFields(owner: PassphraseOwner) {
  return z
    .object({ newPassphrase: passphrase, again: z.string().max(500) })
    .superRefine((values, context) => {
      const fault = passphraseFault(values.newPassphrase, owner);
      if (fault) context.addIssue({ code: 'custom', path: ['newPassphrase'], message: fault });
      else if (values.newPassphrase !== values.again)
        context.addIssue({
          code: 'custom',
          path: ['again'],
          message: 'The two are not the same. Type the passphrase again.',
        });
    });
}
