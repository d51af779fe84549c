import type { PaperJob } from '#shared/contract/papers.ts';
import { AuditHeadPaper, auditHeadTitle } from './AuditHeadPaper.tsx';
import { PurchaseOrder, purchaseOrderTitle } from './PurchaseOrder.tsx';
import { QuarterlyReturn, quarterlyReturnTitle } from './QuarterlyReturn.tsx';

/** The title a job's window and PDF carry, which screen readers and file lists show; never a child's name. */
export function paperTitle(job: PaperJob): string {
  if (job.document === 'purchase-order') return purchaseOrderTitle(job.data);
  return job.document === 'audit-head' ? auditHeadTitle(job.data) : quarterlyReturnTitle(job.data);
}

/** The document of a job, set on its sheets. `onSet` is called once its pages are final. */
export function PaperDocument({ job, onSet }: { job: PaperJob; onSet?: () => void }) {
  if (job.document === 'purchase-order') return <PurchaseOrder order={job.data} onSet={onSet} />;
  if (job.document === 'audit-head') return <AuditHeadPaper data={job.data} onSet={onSet} />;
  return <QuarterlyReturn data={job.data} onSet={onSet} />;
}
