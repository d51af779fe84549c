import type { FeatureHandlers } from '../handler.ts';
import { agree } from './agreement.ts';
import { exportAll } from './takeout.service.ts';

/** Everything as CSV with a manifest. */
export const handlers: FeatureHandlers<'takeout'> = {
  'takeout.agree': agree,
  'takeout.export': exportAll,
};
