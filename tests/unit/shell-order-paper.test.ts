import { describe, expect, it } from 'vitest';
import {
  orderPdf,
  printOrder,
  saveOrderPdf,
  saveReturnPdf,
  type PaperTools,
} from '#electron/shell/order-paper.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import type { Problem, Result } from '#shared/problems.ts';

type Called = { name: string; input: unknown };
type World = {
  mark?: PurchaseOrderPaper['mark'];
  stored?: string | null;
  keptMeanwhile?: string;
  file?: string | null;
  refuse?: Record<string, Problem>;
};

const base64 = (text: string) => Buffer.from(text).toString('base64');
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** An office that keeps one PDF, a renderer that says what it was given, and a disk. */
function world({
  mark = 'original',
  stored = null,
  keptMeanwhile,
  file = 'chosen.pdf',
  refuse = {},
}: World = {}) {
  const calls: Called[] = [];
  const rendered: string[] = [];
  const printed: unknown[] = [];
  const saved: Record<string, string> = {};
  let kept = stored;
  const answers: Record<string, (input: { pdf?: string }) => unknown> = {
    'orders.paper': () => ({ number: mark === 'draft' ? 'Draft 12' : '4000001', mark }),
    'orders.storedPdf': () => ({ pdf: kept, sha256: null }),
    'orders.keepPdf': ({ pdf }) => {
      kept = pdf ?? null;
      return { sha256: 'x' };
    },
    'returns.get': () => ({ period: '2007-Q1' }),
  };
  const call = (name: string, input: unknown): Promise<Result<unknown>> => {
    calls.push({ name, input });
    if (name === 'orders.keepPdf' && keptMeanwhile) kept = keptMeanwhile;
    const problem = refuse[name];
    if (problem) return Promise.resolve({ ok: false, problem });
    return Promise.resolve({ ok: true, data: answers[name]?.(input as { pdf?: string }) ?? {} });
  };
  const tools: PaperTools = {
    call: call as PaperTools['call'],
    renderPdf: (job) => {
      rendered.push(job.document === 'purchase-order' ? job.data.mark : job.document);
      return Promise.resolve(Buffer.from(`made ${rendered.length}`));
    },
    printJob: (what, to) => {
      printed.push(
        'pdf' in what ? { pdf: text(what.pdf), ...to } : { mark: Reflect.get(what.data, 'mark'), ...to },
      );
      return Promise.resolve();
    },
    askWhereToSave: () => Promise.resolve(file),
    saveFile: (name, bytes) => {
      saved[name] = text(bytes);
      return Promise.resolve();
    },
    baseName: (name) => name,
  };
  const named = (name: string) => calls.filter((each) => each.name === name).map((each) => each.input);
  return { tools, named, rendered, printed, saved };
}

const refused: Problem = { code: 'conflict', message: 'There is one already.' };

describe('an order’s PDF', () => {
  it('is made once for an issued order and kept', async () => {
    const { tools, named, rendered } = world();
    const first = await orderPdf(tools, 7);
    const second = await orderPdf(tools, 7);
    expect(text(first.pdf)).toBe('made 1');
    expect(text(second.pdf)).toBe('made 1');
    expect(rendered).toEqual(['original']);
    expect(named('orders.keepPdf')).toEqual([{ id: 7, pdf: base64('made 1') }]);
    expect(first.name).toBe('Purchase order 4000001.pdf');
  });

  it('is the one kept first when two are made at once', async () => {
    const { tools } = world({ keptMeanwhile: base64('first'), refuse: { 'orders.keepPdf': refused } });
    expect(text((await orderPdf(tools, 7)).pdf)).toBe('first');
  });

  it('is not handed out when the office could not keep it', async () => {
    const { tools } = world({ refuse: { 'orders.keepPdf': refused } });
    await expect(orderPdf(tools, 7)).rejects.toThrow('There is one already.');
  });

  it.each(['draft', 'cancelled'] as const)('of a %s order is made afresh and kept nowhere', async (mark) => {
    const { tools, named, rendered } = world({ mark, stored: base64('the original') });
    expect(text((await orderPdf(tools, 7)).pdf)).toBe('made 1');
    expect(rendered).toEqual([mark]);
    expect(named('orders.keepPdf')).toEqual([]);
  });

  it('is not made for someone who may not see the order', async () => {
    const { tools, rendered } = world({
      refuse: { 'orders.paper': { code: 'not_allowed', message: 'Not for you.' } },
    });
    await expect(orderPdf(tools, 7)).rejects.toMatchObject({ problem: { code: 'not_allowed' } });
    expect(rendered).toEqual([]);
  });
});

describe('saving an order', () => {
  it('writes the stored bytes and records it', async () => {
    const { tools, named, saved } = world({ stored: base64('stored') });
    expect(await saveOrderPdf(tools, 7)).toEqual({ name: 'chosen.pdf' });
    expect(saved).toEqual({ 'chosen.pdf': 'stored' });
    expect(named('orders.recordPrint')).toEqual([{ id: 7, how: 'saved', asCopy: false, copies: 1 }]);
  });

  it('does nothing when the person leaves the dialog', async () => {
    const { tools, named, saved } = world({ file: null });
    expect(await saveOrderPdf(tools, 7)).toBeNull();
    expect(saved).toEqual({});
    expect(named('orders.recordPrint')).toEqual([]);
  });

  it('says both that it was saved and that this could not be recorded', async () => {
    const { tools, saved } = world({
      refuse: { 'orders.recordPrint': { code: 'office_stopped', message: 'Look.' } },
    });
    await expect(saveOrderPdf(tools, 7)).rejects.toThrow(
      'The order was saved as a PDF, but this was not written to its history. Look.',
    );
    expect(saved).toEqual({ 'chosen.pdf': 'made 1' });
  });
});

describe('printing an order', () => {
  const to = { device: 'Office printer', copies: 2 };

  it('prints the stored PDF as it stands and records it', async () => {
    const { tools, named, printed, rendered } = world({ stored: base64('stored') });
    expect(await printOrder(tools, { orderId: 7, asCopy: false, ...to })).toEqual({ copies: 2 });
    expect(printed).toEqual([{ pdf: 'stored', ...to }]);
    expect(rendered).toEqual([]);
    expect(named('orders.recordPrint')).toEqual([{ id: 7, how: 'printed', asCopy: false, copies: 2 }]);
  });

  it('marks a copy on paper and leaves the stored PDF alone', async () => {
    const { tools, named, printed } = world({ stored: base64('stored') });
    await printOrder(tools, { orderId: 7, asCopy: true, ...to });
    expect(printed).toEqual([{ mark: 'copy', ...to }]);
    expect(named('orders.keepPdf')).toEqual([]);
    expect(named('orders.recordPrint')).toEqual([{ id: 7, how: 'printed', asCopy: true, copies: 2 }]);
  });

  it('keeps the original before its first copy is printed', async () => {
    const { tools, named, rendered } = world();
    await printOrder(tools, { orderId: 7, asCopy: true, ...to });
    expect(rendered).toEqual(['original']);
    expect(named('orders.keepPdf')).toHaveLength(1);
  });

  it('prints a draft as a draft, even when a copy was asked for', async () => {
    const { tools, printed } = world({ mark: 'draft' });
    await printOrder(tools, { orderId: 7, asCopy: true, ...to });
    expect(printed).toEqual([{ mark: 'draft', ...to }]);
  });
});

describe('saving a return', () => {
  it('lays it out, saves it and records it', async () => {
    const { tools, named, saved, rendered } = world();
    expect(await saveReturnPdf(tools, { period: '2007-Q1', profile: 'published' })).toEqual({
      name: 'chosen.pdf',
    });
    expect(rendered).toEqual(['quarterly-return']);
    expect(saved).toEqual({ 'chosen.pdf': 'made 1' });
    expect(named('returns.recordPrint')).toEqual([{ period: '2007-Q1', profile: 'published', how: 'saved' }]);
  });
});
