import type { FeatureHandlers } from '../handler.ts';
import { audit, overview } from './assurance.service.ts';
import { verify } from './verify.ts';

/** What lets a manager let go. */
export const handlers: FeatureHandlers<'assurance'> = {
  'assurance.overview': overview,
  'assurance.audit': audit,
  'assurance.verify': verify,
};
