import { addDays } from '#shared/domain/dates.ts';
import type { Builder } from './builder.ts';
import type { Case } from './cases.ts';
import type { Scene } from './office.ts';

/** How far a purchase has come by the practice day. */
export type Ending =
  'draft' | 'submitted' | 'returned' | 'refused' | 'withdrawn' | 'approved' | 'issued' | 'cancelled';

/** Plans a purchase for the action of a case, by the people whose work each step is. */
export function buy(builder: Builder, scene: Scene, made: Case, from: string, ending: Ending): void {
  // What is still open on the practice day was begun in its last two weeks.
  const open = ending === 'draft' || ending === 'submitted' || ending === 'approved' || ending === 'returned';
  const start = open && from < '2008-10-01' ? addDays('2008-10-01', builder.dice.between(0, 8)) : from;
  builder.on(start, async () => {
    const id = await write(builder, scene, made, ending === 'draft' ? '' : made.life.story.tried);
    const requester = made.lead.user ?? 'margaret';
    if (ending === 'withdrawn') await withdraw(builder, id);
    // A draft was tried once: what else was tried is not written down, so a gate stopped it.
    if (ending === 'draft') await builder.refused(requester, 'orders.submit', { id, version: 1 });
    if (ending === 'withdrawn' || ending === 'draft') return;
    const { version, status } = await builder.as(requester, 'orders.submit', { id, version: 1 });
    if (status === 'submitted' && ending !== 'submitted')
      builder.on(addDays(start, 2), () => decide(builder, id, version, ending));
    if (ending === 'issued' || ending === 'cancelled')
      builder.on(addDays(start, 4), () => issue(builder, id));
    if (ending === 'cancelled') builder.on(addDays(start, 12), () => cancel(builder, id));
  });
}

async function write(builder: Builder, scene: Scene, made: Case, alternatives: string): Promise<number> {
  const { story } = made.life;
  const item = scene.items.get(story.item);
  if (!item) throw new Error(`No price list has ${story.item}.`);
  const requester = made.lead.user ?? 'margaret';
  const { budgets } = await builder.as(requester, 'budgets.forCaf', { cafId: made.cafId });
  const { id } = await builder.as(requester, 'orders.start', {
    cafId: made.cafId,
    actionId: made.actionId,
    providerId: item.providerId,
    budgetId: budgets[0]?.id ?? null,
    need: story.need,
    alternatives,
    childView: story.view,
    familyViewKind: builder.dice.chance(80) ? 'agreed' : 'asked',
    overlapReason: 'Different child of the household, or the next course of the same help.',
    requiredBy: addDays(builder.clock.day, 21),
    lines: [{ itemId: item.id, description: item.title, quantity: story.quantity }],
  });
  return id;
}

async function withdraw(builder: Builder, id: number): Promise<void> {
  await builder.as('margaret', 'orders.withdraw', {
    id,
    version: 1,
    reason: 'The family found another way.',
  });
}

async function decide(builder: Builder, id: number, version: number, ending: Ending): Promise<void> {
  const refusal = { refused: 'refuse', returned: 'return' } as const;
  const decision = ending === 'refused' || ending === 'returned' ? refusal[ending] : 'approve';
  const reason = {
    approve: '',
    refuse: 'The health service gives this; ask there first.',
    return: 'Which times would suit school?',
  }[decision];
  // Purchases that were split are added together, so even a small one may be the director's.
  const { may } = await builder.as('helen', 'orders.get', { id });
  await builder.as(may.decide ? 'helen' : 'joan', 'orders.decide', { id, version, decision, reason });
}

async function issue(builder: Builder, id: number): Promise<void> {
  const { version, status } = await builder.as('margaret', 'orders.get', { id });
  if (status !== 'approved') return;
  await builder.as('margaret', 'orders.issue', { id, version });
  // Printed the next working day; what was issued last waits for the printer.
  const printed = { id, how: 'printed', asCopy: false, copies: 1 } as const;
  builder.on(addDays(builder.clock.day, 1), async () => {
    if (builder.clock.day < '2008-10-08') await builder.as('margaret', 'orders.recordPrint', printed);
  });
}

async function cancel(builder: Builder, id: number): Promise<void> {
  const { version, status } = await builder.as('margaret', 'orders.get', { id });
  if (status === 'issued')
    await builder.as('margaret', 'orders.cancel', {
      id,
      version,
      reason: 'The family moved before it began.',
    });
}
