import type { FeatureHandlers } from '../handler.ts';
import { exportReturn, get, periods, recordPrint } from './returns.service.ts';

/** The quarterly return. */
export const handlers: FeatureHandlers<'returns'> = {
  'returns.periods': periods,
  'returns.get': get,
  'returns.export': exportReturn,
  'returns.recordPrint': recordPrint,
};
