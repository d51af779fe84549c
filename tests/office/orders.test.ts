import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf, issued, type ReadyOffice, readyOffice, submitted } from './support/job.ts';

let ready: ReadyOffice;
beforeEach(async () => {
  ready = await readyOffice();
});
afterEach(() => ready.office.remove());

const balance = async () => {
  const { budgets } = await ready.office.do('budgets.list', {});
  return budgets.find((budget) => budget.id === ready.budgetId)?.balance;
};
const sql = (text: string) => ready.office.desk.opened().readerHandle.prepare(text).all();

describe('a purchase, from request to issued order', () => {
  test('BR-31 within the own limit it is approved at once; £100.01 is not', async () => {
    await ready.office.signIn('margaret');
    await ready.office.do('providers.setPrice', {
      itemId: ready.items.session,
      unitPriceE4: 1_000_000,
      vatCode: 'E',
      validFrom: '2008-10-14',
    });
    const one = { lines: [{ itemId: ready.items.session, description: 'Session', quantity: 1000 }] };
    expect((await submitted(ready, one)).status).toBe('approved');
    await ready.office.signIn('margaret');
    await ready.office.do('providers.setPrice', {
      itemId: ready.items.kit,
      unitPriceE4: 1_000_100,
      vatCode: 'Z',
      validFrom: '2008-10-14',
    });
    const penny = { lines: [{ itemId: ready.items.kit, description: 'Kit', quantity: 1000 }] };
    expect((await submitted(ready, penny)).status).toBe('submitted');
  });

  test('BR-31 three £45.00 orders to one provider in a week are added together', async () => {
    const one = { lines: [{ itemId: ready.items.session, description: 'Session', quantity: 1000 }] };
    expect((await submitted(ready, one)).status).toBe('approved');
    expect((await submitted(ready, one)).status).toBe('approved');
    expect((await submitted(ready, one)).status).toBe('submitted');
    ready.office.clock.day = '2008-10-29';
    expect((await submitted(ready, one)).status).toBe('approved');
  });

  test('the money is pending when asked for, committed when issued, free again when cancelled', async () => {
    expect(await balance()).toMatchObject({ allocated: 100_000, headroom: 100_000 });
    const request = await submitted(ready);
    expect(request.status).toBe('submitted');
    expect(await balance()).toMatchObject({ pending: 45_000, available: 100_000, headroom: 55_000 });
    await ready.office.signIn('priya');
    const approved = await ready.office.do('orders.decide', {
      id: request.id,
      version: request.version,
      decision: 'approve',
    });
    await ready.office.signIn('margaret');
    const order = await ready.office.do('orders.issue', { id: request.id, version: approved.version });
    expect(order.number).toBe(4_000_001);
    expect(await balance()).toMatchObject({
      pending: 0,
      committed: 45_000,
      available: 55_000,
      headroom: 55_000,
    });
    await ready.office.do('orders.cancel', { id: order.id, version: order.version, reason: 'Family moved' });
    expect(await balance()).toMatchObject({ committed: 0, headroom: 100_000 });
  });

  test('budgets run net of VAT that the council recovers (7.3)', async () => {
    await issued(ready, {
      lines: [{ itemId: ready.items.kit, description: 'Memory box kit', quantity: 1000 }],
    });
    expect(await balance()).toMatchObject({ committed: 3_800 });
  });

  test('BR-33 nobody decides on what they asked for or typed in', async () => {
    await ready.office.signIn('margaret');
    const { id, version } = await ready.office.do('orders.start', draftOf(ready));
    const request = await ready.office.do('orders.submit', { id, version });
    const problem = await ready.office.refused('orders.decide', {
      id,
      version: request.version,
      decision: 'approve',
    });
    expect(problem.code).toBe('not_allowed');
    await ready.office.signIn('ruth');
    expect(
      (await ready.office.refused('orders.decide', { id, version: request.version, decision: 'approve' }))
        .code,
    ).toBe('not_allowed');
  });

  test('BR-32 a team manager approves up to £500.00, not above', async () => {
    const lines = [{ itemId: ready.items.session, description: 'Session', quantity: 12_000 }];
    const request = await submitted(ready, { lines });
    await ready.office.signIn('priya');
    const decision = { id: request.id, version: request.version, decision: 'approve' as const };
    const problem = await ready.office.refused('orders.decide', decision);
    expect(problem.message).toContain('budget manager');
    await ready.office.signIn('joan');
    expect((await ready.office.do('orders.decide', decision)).status).toBe('approved');
  });

  test('BR-35 a request for more than is left is stopped and nothing is held', async () => {
    await ready.office.signIn('ruth');
    const draft = draftOf(ready, {
      lines: [{ itemId: ready.items.session, description: 'Session', quantity: 23_000 }],
    });
    const { id, version } = await ready.office.do('orders.start', draft);
    const problem = await ready.office.refused('orders.submit', { id, version });
    expect(problem.code).toBe('gates_stop');
    expect(problem.details?.[0]?.message).toContain('£35.00 short');
    expect(await balance()).toMatchObject({ pending: 0, headroom: 100_000 });
    expect((await ready.office.do('orders.get', { id })).status).toBe('draft');
  });

  test('BR-43 a child’s name in a line, however written, stops it', async () => {
    await ready.office.signIn('ruth');
    for (const description of [
      'Callum’s memory box',
      'Session for CALLUM',
      'For the Birchall family',
      'Visit MF2 4AB',
    ]) {
      const draft = draftOf(ready, { lines: [{ itemId: ready.items.session, description, quantity: 1000 }] });
      const { gates } = await ready.office.do('orders.judge', draft);
      expect(gates.find((gate) => gate.id === 'privacy')?.verdict, description).toBe('stop');
    }
  });

  test('BR-45 a provider whose safeguarding check has run out is stopped at issue', async () => {
    const request = await submitted(ready, {
      lines: [{ itemId: ready.items.session, description: 'Session', quantity: 1000 }],
    });
    ready.office.clock.day = '2009-07-01';
    await ready.office.signIn('margaret');
    const problem = await ready.office.refused('orders.issue', { id: request.id, version: request.version });
    expect(problem.details?.map((each) => each.message).join(' ')).toContain(
      'safeguarding check is not in date',
    );
    expect(sql('SELECT number FROM orders WHERE number IS NOT NULL')).toEqual([]);
  });

  test('numbers are one run without gaps, also when an issue fails half way', async () => {
    const first = await issued(ready);
    const kit = { lines: [{ itemId: ready.items.kit, description: 'Kit', quantity: 1000 }] };
    const request = await submitted(ready, kit);
    await ready.office.signIn('priya');
    const decision = { id: request.id, version: request.version, decision: 'approve' as const };
    const { version } = await ready.office.do('orders.decide', decision);
    await ready.office.signIn('margaret');
    const { writerHandle } = ready.office.desk.opened();
    writerHandle.exec(
      "CREATE TEMP TRIGGER broken BEFORE INSERT ON order_papers BEGIN SELECT RAISE(ABORT, 'no paper today'); END",
    );
    expect((await ready.office.refused('orders.issue', { id: request.id, version })).code).toBe('internal');
    expect((await ready.office.do('orders.get', { id: request.id })).status).toBe('approved');
    expect((await balance())?.pending).toBe(3_800);
    writerHandle.exec('DROP TRIGGER broken');
    const second = await ready.office.do('orders.issue', { id: request.id, version });
    expect(second.number).toBe(first.number + 1);
  });

  test('a price that changed after approval needs approving again', async () => {
    const request = await submitted(ready);
    await ready.office.signIn('priya');
    const approved = await ready.office.do('orders.decide', {
      id: request.id,
      version: request.version,
      decision: 'approve',
    });
    await ready.office.signIn('margaret');
    ready.office.clock.day = '2008-10-15';
    await ready.office.do('providers.setPrice', {
      itemId: ready.items.session,
      unitPriceE4: 460_000,
      vatCode: 'E',
      validFrom: '2008-10-15',
    });
    const problem = await ready.office.refused('orders.issue', { id: request.id, version: approved.version });
    expect(problem.details?.[0]?.message).toContain('above the own limit');
  });

  test('an issued order is changed by nobody, not even with the key to the file', async () => {
    await issued(ready);
    const handle = ready.office.desk.opened().writerHandle;
    expect(() => handle.exec('UPDATE order_lines SET net_pence = 1, gross_pence = 1')).toThrow(/not changed/);
    expect(() => handle.exec('DELETE FROM order_lines')).toThrow(/not changed/);
    expect(() => handle.exec('UPDATE orders SET number = 4000009')).toThrow(/not changed/);
    expect(() => handle.exec('DELETE FROM orders')).toThrow(/not deleted/);
  });

  test('the paper is frozen at issue, says nothing of the child, and its first PDF stays', async () => {
    const order = await issued(ready);
    const paper = await ready.office.do('orders.paper', { id: order.id });
    expect(paper).toMatchObject({
      number: '4000001',
      mark: 'original',
      netPence: 45_000,
      grossPence: 45_000,
    });
    expect(JSON.stringify(paper)).not.toMatch(/Callum|Birchall|MF2 4AB|Canal|2000-05-03|grandad/i);
    const settings = await ready.office.do('settings.get', {});
    const {
      firstOrderNumber: _first,
      practice: _practice,
      recoveryConfirmed: _recovery,
      ...editable
    } = settings;
    await ready.office.do('settings.save', { ...editable, councilName: 'Renamed Council' });
    expect((await ready.office.do('orders.paper', { id: order.id })).buyer.council).toBe(
      'Marlford Borough Council',
    );
    const pdf = Buffer.from('%PDF-1.7 first');
    const kept = await ready.office.do('orders.keepPdf', { id: order.id, pdf: pdf.toString('base64') });
    expect(kept.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const again = await ready.office.refused('orders.keepPdf', {
      id: order.id,
      pdf: Buffer.from('%PDF-1.7 second').toString('base64'),
    });
    expect(again.code).toBe('conflict');
    const stored = await ready.office.do('orders.storedPdf', { id: order.id });
    expect(Buffer.from(stored.pdf ?? '', 'base64')).toEqual(pdf);
  });

  test('what a gate stopped is counted in the audit trail though the request was undone', async () => {
    await ready.office.signIn('ruth');
    const { id, version } = await ready.office.do('orders.start', draftOf(ready, { alternatives: '' }));
    await ready.office.refused('orders.submit', { id, version });
    const rows = sql(
      "SELECT entity_id, detail FROM audit_events WHERE operation = 'orders.submit' AND outcome = 'refused'",
    );
    expect(rows).toEqual([{ entity_id: id, detail: '{"stops":["alternatives"]}' }]);
  });

  test('whoever may not see the CAF hears that there is no such order', async () => {
    const order = await issued(ready);
    await ready.office.addPerson('other', ['lead_professional']);
    await ready.office.signIn('other');
    expect((await ready.office.refused('orders.get', { id: order.id })).code).toBe('not_found');
    expect((await ready.office.do('orders.list', {})).total).toBe(0);
    expect((await ready.office.refused('orders.start', draftOf(ready))).code).toBe('not_found');
  });

  test('finance works with the neutral reference and sees no name', async () => {
    const order = await issued(ready);
    await ready.office.addPerson('graham', ['finance']);
    await ready.office.signIn('graham');
    const seen = JSON.stringify([
      await ready.office.do('orders.get', { id: order.id }),
      await ready.office.do('orders.list', {}),
    ]);
    expect(seen).not.toMatch(/Callum|Birchall/);
  });
});
