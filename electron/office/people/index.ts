import type { FeatureHandlers } from '../handler.ts';
import { comeBack, handover, leave } from './leaving.service.ts';
import { add, get, list, recordTraining, save, setOwnLimit } from './people.service.ts';
import { answer, giveRoles, listProposals, takeRoles, withdraw } from './roles.service.ts';

/** Practitioners, their roles, training and limits. */
export const handlers: FeatureHandlers<'people'> = {
  'people.list': list,
  'people.get': get,
  'people.add': add,
  'people.save': save,
  'people.giveRoles': giveRoles,
  'people.takeRoles': takeRoles,
  'people.proposals': listProposals,
  'people.answer': answer,
  'people.withdraw': withdraw,
  'people.handover': handover,
  'people.leave': leave,
  'people.comeBack': comeBack,
  'people.recordTraining': recordTraining,
  'people.setOwnLimit': setOwnLimit,
};
