import type { FeatureHandlers } from '../handler.ts';
import { chooseSecond, make } from './backups.service.ts';
import { check, list } from './list.ts';
import { state } from './state.ts';

/** Dated, encrypted copies that were opened again and checked, and the way back to one of them. */
export const handlers: FeatureHandlers<'backups'> = {
  'backups.make': make,
  'backups.list': list,
  'backups.check': check,
  'backups.chooseSecond': chooseSecond,
  'backups.state': state,
};
