import { passphraseFault, type PassphraseOwner } from '#shared/domain/passphrase.ts';
import { Status } from '#renderer/components/Status.tsx';

/**
 * The hint under a new passphrase: what is asked of one, and while it is typed what the office would say of it. A reader
 * speaks the sentence when it becomes another one.
 */
export function PassphraseVerdict(props: { typed: string; owner: PassphraseOwner; rules: string }) {
  const { typed, owner, rules } = props;
  const fault = typed ? passphraseFault(typed, owner) : rules;
  return <span aria-live="polite">{fault ?? <Status kind="done">This will do.</Status>}</span>;
}
