import type { FeatureHandlers } from '../handler.ts';
import { overview } from './assurance.service.ts';
import { auditLine } from './trail-rows.ts';
import { audit, checkHead, exportAudit, head, heads, recordHeadPrint } from './trail.service.ts';
import { verify } from './verify.ts';

/** What lets a manager let go. */
export const handlers: FeatureHandlers<'assurance'> = {
  'assurance.overview': overview,
  'assurance.audit': audit,
  'assurance.auditLine': auditLine,
  'assurance.exportAudit': exportAudit,
  'assurance.heads': heads,
  'assurance.head': head,
  'assurance.recordHeadPrint': recordHeadPrint,
  'assurance.checkHead': checkHead,
  'assurance.verify': verify,
};
