import type { FeatureHandlers } from '../handler.ts';
import { find, today } from './work.service.ts';

/** The day's work and the search field. */
export const handlers: FeatureHandlers<'work'> = { 'work.today': today, 'work.find': find };
