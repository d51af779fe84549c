import type { FeatureHandlers } from '../handler.ts';
import { addFund, allocate, entries, forCaf, list } from './budgets.service.ts';

/** Funds, budgets, and the ledger behind every figure. */
export const handlers: FeatureHandlers<'budgets'> = {
  'budgets.list': list,
  'budgets.addFund': addFund,
  'budgets.allocate': allocate,
  'budgets.entries': entries,
  'budgets.forCaf': forCaf,
};
