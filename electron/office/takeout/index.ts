import type { FeatureHandlers } from '../handler.ts';
import { exportAll } from './takeout.service.ts';

/** Everything as CSV with a manifest. */
export const handlers: FeatureHandlers<'takeout'> = { 'takeout.export': exportAll };
