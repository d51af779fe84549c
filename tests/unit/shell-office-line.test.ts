import { describe, expect, it, vi } from 'vitest';
import { OfficeLine } from '#electron/shell/office-line.ts';
import type { ToOffice } from '#shared/contract/wire.ts';

function connected() {
  const sent: ToOffice[] = [];
  const changed: string[][] = [];
  const line = new OfficeLine((features) => changed.push(features));
  line.connect((message) => sent.push(message));
  return { line, sent, changed };
}

const done = (data: unknown) => ({ ok: true, data }) as const;

describe('calls to the office', () => {
  it('get their own answers, in whatever order these come', async () => {
    const { line, sent } = connected();
    const first = line.call('orders.get', { id: 1 });
    const second = line.call('orders.get', { id: 2 });
    expect(sent.map((message) => message.kind)).toEqual(['call', 'call']);
    line.receive({ kind: 'answer', id: 2, result: done('two') });
    line.receive({ kind: 'answer', id: 1, result: done('one') });
    expect(await first.promise).toEqual(done('one'));
    expect(await second.promise).toEqual(done('two'));
  });

  it('wait for an office and go in the order they were asked', async () => {
    const line = new OfficeLine();
    const sent: ToOffice[] = [];
    const calls = [line.call('a.a', {}), line.call('b.b', {})];
    line.connect((message) => sent.push(message));
    expect(sent).toEqual([
      { kind: 'call', id: 1, name: 'a.a', input: {} },
      { kind: 'call', id: 2, name: 'b.b', input: {} },
    ]);
    line.receive({ kind: 'answer', id: 1, result: done(1) });
    expect(await calls[0]?.promise).toEqual(done(1));
  });

  it('say that the outcome is unknown when the office stops, and are not sent again', async () => {
    const { line, sent } = connected();
    const lost = line.call('orders.issue', { id: 1, version: 1 });
    line.drop();
    expect(await lost.promise).toEqual({
      ok: false,
      problem: {
        code: 'office_stopped',
        message:
          'The office stopped before it answered. It is not known whether this was saved: look before you do it again.',
      },
    });
    const again: ToOffice[] = [];
    line.connect((message) => again.push(message));
    expect(sent).toHaveLength(1);
    expect(again).toEqual([]);
  });

  it('made while there is no office go to the next one', async () => {
    const { line } = connected();
    line.drop();
    const later = line.call('access.status', {});
    const sent: ToOffice[] = [];
    line.connect((message) => sent.push(message));
    expect(sent).toHaveLength(1);
    line.receive({ kind: 'answer', id: 1, result: done('new') });
    expect(await later.promise).toEqual(done('new'));
  });

  it('are not needed to say that somebody is here, and without an office nothing of it waits', () => {
    const line = new OfficeLine();
    line.touch();
    const sent: ToOffice[] = [];
    line.connect((message) => sent.push(message));
    expect(sent).toEqual([]);
    line.touch();
    expect(sent).toEqual([{ kind: 'touch' }]);
  });

  it('ignore an answer that comes twice or to nobody', async () => {
    const { line } = connected();
    const call = line.call('orders.get', {});
    line.receive({ kind: 'answer', id: 99, result: done('nobody') });
    line.receive({ kind: 'answer', id: 1, result: done('first') });
    line.receive({ kind: 'answer', id: 1, result: done('second') });
    expect(await call.promise).toEqual(done('first'));
  });

  it('report progress to the one who asked and changes to everyone', () => {
    const { line, changed } = connected();
    const first = vi.fn();
    const second = vi.fn();
    line.call('backups.make', {}, first);
    line.call('takeout.export', {}, second);
    line.receive({ kind: 'progress', id: 2, done: 3, total: 10, label: 'rows' });
    line.receive({ kind: 'changed', features: ['orders'] });
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledWith({ done: 3, total: 10, label: 'rows' });
    expect(changed).toEqual([['orders']]);
  });

  it('can be cancelled: by the office once sent, at once before', async () => {
    const { line, sent } = connected();
    line.call('backups.make', {}).cancel();
    expect(sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    line.drop();
    const waiting = line.call('backups.make', {});
    waiting.cancel();
    expect(await waiting.promise).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    const later: ToOffice[] = [];
    line.connect((message) => later.push(message));
    expect(later).toEqual([]);
  });

  it('that cannot be sent are answered, and the next one goes', async () => {
    const line = new OfficeLine();
    const sent: ToOffice[] = [];
    line.connect((message) => {
      if (message.kind === 'call' && message.name === 'bad.input') throw new Error('could not be cloned');
      sent.push(message);
    });
    const bad = line.call('bad.input', {});
    line.call('good.input', {});
    expect(await bad.promise).toMatchObject({ ok: false, problem: { code: 'wrong_shape' } });
    expect(sent).toHaveLength(1);
  });

  it('are all answered when there will be no other office', async () => {
    const { line } = connected();
    const sent = line.call('orders.issue', {});
    line.drop();
    const unsent = line.call('orders.get', {});
    line.close();
    expect(await sent.promise).toMatchObject({ problem: { code: 'office_stopped' } });
    expect(await unsent.promise).toMatchObject({ problem: { code: 'cancelled' } });
  });
});
