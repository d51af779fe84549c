import type { Gate } from '../contract/orders.ts';
import { formatDay } from './dates.ts';
import type { GateFacts } from './gate-facts.ts';
import { moneyGates } from './gates-money.ts';

type Judge = (facts: GateFacts) => Gate;

const pass = (id: string, sentence: string): Gate => ({ id, verdict: 'pass', sentence });
const stop = (id: string, sentence: string, detail: string, fix?: Gate['fix']): Gate => ({
  id,
  verdict: 'stop',
  sentence,
  detail,
  ...(fix ? { fix } : {}),
});
const warn = (id: string, sentence: string, detail: string, fix?: Gate['fix']): Gate => ({
  ...stop(id, sentence, detail, fix),
  verdict: 'warn',
});

/** A live CAF with consent to assess and to store (BR-02, BR-30). */
const cafGate: Judge = ({ caf }) => {
  const fix = { label: 'Open the CAF', to: caf.to };
  if (!caf.open)
    return stop(
      'caf',
      'The CAF is closed.',
      'Money is spent on an open CAF only. Open a new episode first.',
      fix,
    );
  if (caf.consent.withdrawn)
    return stop(
      'caf',
      'The family has withdrawn consent.',
      'Nothing new is bought. Talk to the lead professional.',
      fix,
    );
  if (!caf.consent.assess || !caf.consent.store)
    return stop('caf', 'There is no current consent.', 'Record consent to assess and to store first.', fix);
  if (!caf.spending)
    return stop(
      'caf',
      'The assessment is not finished.',
      `The CAF is at “${caf.statusLabel}”. Finish it, then buy what it asks for.`,
      fix,
    );
  return pass('caf', 'CAF open, with consent');
};

/** A plan outcome and action are named (BR-30, BR-10). */
const planGate: Judge = ({ action, caf }) =>
  action
    ? pass('plan', `Serves outcome ${action.outcomeNumber} and action ${action.label} of the plan`)
    : stop('plan', 'No action of the plan is named.', 'Choose the action that this purchase is for.', {
        label: 'See the plan',
        to: `${caf.to}/plan`,
      });

/** A lead professional is appointed and was trained by the day (FM-04). */
const leadGate: Judge = ({ lead, caf, day }) => {
  if (!lead)
    return stop('lead', 'Nobody is lead professional.', 'Appoint one first: they hold the budget.', {
      label: 'Appoint a lead professional',
      to: `${caf.to}/team`,
    });
  if (!lead.trainedOn)
    return stop(
      'lead',
      lead.lapsed ? `${lead.name}’s training has lapsed.` : `${lead.name} is not trained to hold a budget.`,
      'Training comes before the budget. Ask the budget manager to record it.',
      { label: 'See people', to: '/office/people' },
    );
  return pass(
    'lead',
    `${lead.name} leads, trained ${formatDay(lead.trainedOn <= day ? lead.trainedOn : day)}`,
  );
};

/** What else was tried is written down (BR-36). */
const alternativesGate: Judge = ({ alternatives, to }) =>
  alternatives.trim()
    ? pass('alternatives', 'Other ways were tried first')
    : stop(
        'alternatives',
        'What else was tried is not written down.',
        'Say which free or existing service was tried, and what came of it.',
        {
          label: 'Write it',
          to: `${to}#alternatives`,
        },
      );

/** The child's and the family's view are recorded (BR-11, BR-44). */
const voiceGate: Judge = ({ childView, familyView, to }) => {
  const fix = { label: 'Write it', to: `${to}#childView` };
  if (!childView.trim())
    return stop(
      'voice',
      'The child’s view is missing.',
      '“Declined to say” or “too young to ask” is an answer. Blank is not.',
      fix,
    );
  if (!familyView.kind)
    return stop(
      'voice',
      'The family’s view is missing.',
      'Say whether they agreed, were asked, declined, or were not told.',
      fix,
    );
  if (familyView.kind === 'not_told')
    return familyView.words.trim()
      ? warn(
          'voice',
          'The family was not told.',
          'Could the family be told this openly? The reason is kept.',
          fix,
        )
      : stop('voice', 'The family was not told, and there is no reason.', 'Write why.', fix);
  if (familyView.kind === 'declined')
    return warn('voice', 'The family declined this.', 'Think again before you buy it.', fix);
  return pass('voice', 'The child’s and the family’s views are recorded');
};

/** The provider is approved, with its checks in date until the supply (BR-45). */
const providerGate: Judge = ({ provider, day, requiredBy, to }) => {
  if (!provider)
    return stop('provider', 'No provider is chosen.', 'Choose an item from a price list.', {
      label: 'Choose',
      to: `${to}#item`,
    });
  const fix = { label: `Open ${provider.name}`, to: provider.to };
  if (!provider.approved)
    return stop(
      'provider',
      `${provider.name} is not approved.`,
      `It is “${provider.statusLabel}”. Orders go to approved providers only.`,
      fix,
    );
  const { safeguardingExpiresOn: safe, insuranceExpiresOn: insured } = provider;
  if (provider.contactWithChildren && (!safe || safe < day))
    return stop(
      'provider',
      'Their safeguarding check is not in date.',
      'They work with children, so it must be.',
      fix,
    );
  if (provider.contactWithChildren && !provider.hasDataNote)
    return stop(
      'provider',
      'There is no data-sharing note with them.',
      'They work with children, so there must be one before the first order.',
      fix,
    );
  if (insured && insured < day)
    return stop('provider', 'Their insurance has run out.', 'Ask them for the new certificate.', fix);
  const until = requiredBy ?? day;
  if (provider.contactWithChildren && safe && safe < until)
    return warn(
      'provider',
      `Their safeguarding check runs out on ${formatDay(safe)}.`,
      'The supply comes after that date.',
      fix,
    );
  return pass('provider', `${provider.name} is approved, checks in date`);
};

/** Every line has a price that is in force on the day, all from one provider. */
const priceGate: Judge = ({ lines, to }) => {
  const fix = { label: 'Go to the lines', to: `${to}#item` };
  if (lines.length === 0)
    return stop('price', 'There is nothing on the order.', 'Add at least one item.', fix);
  const unpriced = lines.find((line) => !line.priced);
  if (unpriced)
    return stop(
      'price',
      `Line ${unpriced.no} has no price in force today.`,
      'Ask the commissioner to bring the price list up to date, or choose another item.',
      fix,
    );
  const stranger = lines.find((line) => !line.sameProvider);
  if (stranger)
    return stop(
      'price',
      `Line ${stranger.no} is another provider’s.`,
      'One order goes to one provider. Raise a second order for it.',
      fix,
    );
  return pass('price', 'Prices match the list in force today');
};

/** Nothing of the same kind was bought for the child or the household lately (design: overlap). */
const overlapGate: Judge = ({ overlaps, overlapReason, to }) => {
  const [first] = overlaps;
  if (!first) return pass('overlap', 'Nothing of the kind was bought for the household lately');
  const whom = first.sameChild ? 'This child' : 'This household';
  const sentence = `${whom} has had ${first.what} before.`;
  const when = `Bought ${formatDay(first.day)}.`;
  if (overlapReason.trim())
    return warn('overlap', sentence, `${when} The reason for more is written down.`, {
      label: 'See that order',
      to: first.to,
    });
  return warn('overlap', sentence, `${when} Say why more is needed, or join that order.`, {
    label: 'Write the reason',
    to: `${to}#overlapReason`,
  });
};

/** Nothing on the provider's paper tells who the child is (BR-43). */
const privacyGate: Judge = ({ identifying, to }) => {
  const stops = identifying.filter(({ part }) => part.verdict === 'stop');
  const [found] = stops.length > 0 ? stops : identifying;
  if (!found) return pass('privacy', 'Nothing on the order tells who the child is');
  const place = found.lineNo > 0 ? `Line ${found.lineNo}` : found.where;
  const { suggestion } = found.part;
  const field = found.lineNo > 0 ? `lines.${found.lineNo - 1}.description` : 'deliverTo';
  const fix = {
    label: suggestion ? `Change it to “${suggestion}”` : 'Change it',
    to: `${to}#${field}`,
    ...(suggestion ? { words: suggestion } : {}),
  };
  return found.part.verdict === 'stop'
    ? stop('privacy', `${place} tells who the child is: “${found.part.text}”.`, found.part.why, fix)
    : warn('privacy', `${place} says “${found.part.text}”.`, found.part.why, fix);
};

const judges: Judge[] = [
  cafGate,
  planGate,
  leadGate,
  alternativesGate,
  voiceGate,
  ...moneyGates,
  providerGate,
  priceGate,
  overlapGate,
  privacyGate,
];

/** What each gate is called where it is counted. */
export const gateLabels: Record<string, string> = {
  caf: 'Live CAF with consent',
  plan: 'Outcome and action named',
  lead: 'Lead professional appointed and trained',
  alternatives: 'Alternatives tried',
  voice: 'Child’s and family’s view',
  limit: 'Within limit or approved',
  money: 'Money left',
  category: 'Category allowed by the fund',
  provider: 'Provider approved, checks in date',
  price: 'Price in force',
  overlap: 'No overlap',
  privacy: 'Nothing that identifies a child',
};

/**
 * Judges a purchase: twelve gates, each a pass, a warning or a stop with a plain sentence and where to put it
 * right. Pure: the same facts give the same list (BR-02, BR-30 to BR-36, BR-43, BR-45, FM-04).
 */
export function judge(facts: GateFacts): Gate[] {
  return judges.map((gate) => gate(facts));
}

/** The gates that stop it. */
export function stopsOf(gates: readonly Gate[]): Gate[] {
  return gates.filter((gate) => gate.verdict === 'stop');
}
