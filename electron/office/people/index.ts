import type { FeatureHandlers } from '../handler.ts';
import { add, get, list, recordTraining, save, setOwnLimit, setRoles } from './people.service.ts';

/** Practitioners, their roles, training and limits. */
export const handlers: FeatureHandlers<'people'> = {
  'people.list': list,
  'people.get': get,
  'people.add': add,
  'people.save': save,
  'people.setRoles': setRoles,
  'people.recordTraining': recordTraining,
  'people.setOwnLimit': setOwnLimit,
};
