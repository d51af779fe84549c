import type { FeatureHandlers } from '../handler.ts';
import { save, start } from './drafts.ts';
import { cancel, decide, issue, submit, withdraw } from './orders.service.ts';
import { byNumber, keepPdf, paper, recordPrint, storedPdf } from './papers.ts';
import { get, judgeTyped, list } from './views.ts';

/** Purchases: draft, gates, approval, issue, paper. */
export const handlers: FeatureHandlers<'orders'> = {
  'orders.list': list,
  'orders.get': get,
  'orders.judge': judgeTyped,
  'orders.start': start,
  'orders.save': save,
  'orders.submit': submit,
  'orders.withdraw': withdraw,
  'orders.decide': decide,
  'orders.issue': issue,
  'orders.cancel': cancel,
  'orders.paper': paper,
  'orders.storedPdf': storedPdf,
  'orders.keepPdf': keepPdf,
  'orders.recordPrint': recordPrint,
  'orders.findNumber': byNumber,
};
