import type { FeatureHandlers } from '../handler.ts';
import { list, make } from './backups.service.ts';

/** Dated, encrypted copies that were opened again and checked. */
export const handlers: FeatureHandlers<'backups'> = {
  'backups.make': make,
  'backups.list': list,
};
