import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { PaperJob, PurchaseOrderPaper } from '#shared/contract/papers.ts';
import type { ShellInput } from '#shared/contract/shell.ts';
import { OfficeProblem, type Result } from '#shared/problems.ts';
import { safeFileName } from './file-names.ts';
import { dataOf } from './results.ts';

/** What paper work needs of the rest of the shell. */
export type PaperTools = {
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  renderPdf(job: PaperJob): Promise<Uint8Array>;
  printJob(
    what: PaperJob | { title: string; pdf: Uint8Array },
    to: { device: string; copies: number },
  ): Promise<void>;
  askWhereToSave(suggestedName: string, extension: string): Promise<string | null>;
  saveFile(file: string, bytes: Uint8Array): Promise<void>;
  baseName(file: string): string;
};

type Bytes = Uint8Array<ArrayBuffer>;
type OrderPdf = { pdf: Bytes; name: string };

/**
 * An order's PDF. An issued order's is made once, kept by the office and the same bytes for ever after. A
 * draft's and a cancelled order's are made afresh with their mark, and kept nowhere.
 */
export async function orderPdf(tools: PaperTools, orderId: number): Promise<OrderPdf> {
  const data = dataOf(await tools.call('orders.paper', { id: orderId }));
  const name = orderFileName(data);
  if (isUnkept(data)) {
    return { pdf: new Uint8Array(await tools.renderPdf({ document: 'purchase-order', data })), name };
  }
  return { pdf: (await storedPdf(tools, orderId)) ?? (await makeAndKeep(tools, orderId, data)), name };
}

/** Saves the order's PDF where the person says and records it; null when the person leaves the dialog. */
export async function saveOrderPdf(tools: PaperTools, orderId: number): Promise<{ name: string } | null> {
  const { pdf, name } = await orderPdf(tools, orderId);
  const file = await tools.askWhereToSave(name, 'pdf');
  if (file === null) return null;
  await tools.saveFile(file, pdf);
  const record = { id: orderId, how: 'saved', asCopy: false, copies: 1 } as const;
  recorded(await tools.call('orders.recordPrint', record), 'The order was saved as a PDF');
  return { name: tools.baseName(file) };
}

/** Prints the order on the chosen printer and records it. A copy is laid out anew with its mark. */
export async function printOrder(
  tools: PaperTools,
  { orderId, device, copies, asCopy }: ShellInput<'printOrder'>,
): Promise<{ copies: number }> {
  const data = dataOf(await tools.call('orders.paper', { id: orderId }));
  await tools.printJob(await whatToPrint(tools, orderId, data, asCopy), { device, copies });
  const record = { id: orderId, how: 'printed', asCopy, copies } as const;
  recorded(await tools.call('orders.recordPrint', record), 'The order was sent to the printer');
  return { copies };
}

/** Saves a quarter's return as a PDF where the person says and records it; null when they leave the dialog. */
export async function saveReturnPdf(
  tools: PaperTools,
  { period, profile }: ShellInput<'saveReturnPdf'>,
): Promise<{ name: string } | null> {
  const data = dataOf(await tools.call('returns.get', { period, profile }));
  const file = await tools.askWhereToSave(`Quarterly return ${period} ${profile}`, 'pdf');
  if (file === null) return null;
  await tools.saveFile(file, await tools.renderPdf({ document: 'quarterly-return', data }));
  const record = { period, profile, how: 'saved' } as const;
  recorded(await tools.call('returns.recordPrint', record), 'The return was saved as a PDF');
  return { name: tools.baseName(file) };
}

/** Saves the head of a day's audit trail as a PDF where the person says and records it; null when they leave the dialog. */
export async function saveAuditHead(
  tools: PaperTools,
  { day }: ShellInput<'saveAuditHead'>,
): Promise<{ name: string } | null> {
  const data = dataOf(await tools.call('assurance.head', { day }));
  const file = await tools.askWhereToSave(`Audit trail head ${day}`, 'pdf');
  if (file === null) return null;
  await tools.saveFile(file, await tools.renderPdf({ document: 'audit-head', data }));
  recorded(
    await tools.call('assurance.recordHeadPrint', { day, how: 'saved' }),
    'The head was saved as a PDF',
  );
  return { name: tools.baseName(file) };
}

async function whatToPrint(
  tools: PaperTools,
  orderId: number,
  data: PurchaseOrderPaper,
  asCopy: boolean,
): Promise<PaperJob | { title: string; pdf: Uint8Array }> {
  if (isUnkept(data)) return { document: 'purchase-order', data };
  // The original exists before the first copy of it does.
  const pdf = (await storedPdf(tools, orderId)) ?? (await makeAndKeep(tools, orderId, data));
  if (asCopy) return { document: 'purchase-order', data: { ...data, mark: 'copy' } };
  return { title: `Purchase order ${data.number}`, pdf };
}

async function storedPdf(tools: PaperTools, orderId: number): Promise<Bytes | null> {
  const { pdf } = dataOf(await tools.call('orders.storedPdf', { id: orderId }));
  return pdf === null ? null : new Uint8Array(Buffer.from(pdf, 'base64'));
}

async function makeAndKeep(tools: PaperTools, orderId: number, data: PurchaseOrderPaper): Promise<Bytes> {
  const made = await tools.renderPdf({ document: 'purchase-order', data: { ...data, mark: 'original' } });
  const pdf = Buffer.from(made).toString('base64');
  const kept = await tools.call('orders.keepPdf', { id: orderId, pdf });
  // Refused if another request kept one meanwhile; then that one is the order's PDF.
  const stored = await storedPdf(tools, orderId);
  if (stored) return stored;
  dataOf(kept);
  throw new OfficeProblem(
    'internal',
    'The order’s PDF was made but could not be kept. The order itself is unchanged. Open it and try again.',
  );
}

function isUnkept({ mark }: PurchaseOrderPaper): boolean {
  return mark === 'draft' || mark === 'cancelled';
}

/** Holds the order's number and nothing about a child. */
function orderFileName({ number, mark }: PurchaseOrderPaper): string {
  const suffix = mark === 'cancelled' ? ' cancelled' : '';
  return safeFileName(`Purchase order ${number}${suffix}`, 'pdf');
}

/** What was done stays done when only its record failed; the person is told both. */
function recorded(result: Result<unknown>, done: string): void {
  if (result.ok) return;
  throw new OfficeProblem(
    result.problem.code,
    `${done}, but this was not written to its history. ${result.problem.message}`,
  );
}
