import type { FeatureHandlers } from '../handler.ts';

/** Placeholder until the feature is written. */
export const handlers = {} as FeatureHandlers<'takeout'>;
