import type { FeatureHandlers } from '../handler.ts';
import { completeAssessment, openCaf, saveComments, saveElement } from './caf.service.ts';
import { closeCaf, reopenCaf } from './closing.service.ts';
import { recordConsent } from './consent.service.ts';
import { course } from './course.service.ts';
import { disclosures, recordDisclosure } from './disclosures.service.ts';
import { save } from './details.service.ts';
import { duplicates, findDuplicates, judgePair } from './duplicates.service.ts';
import { saveMember, saveService } from './family.service.ts';
import { appointLead } from './lead.service.ts';
import { list } from './list.service.ts';
import { holdMeeting } from './meeting.service.ts';
import { compare, merge, merges, unmerge } from './merge.service.ts';
import { endOpening, openByException, seeOpening } from './openings.service.ts';
import { declineOffer, offerCaf, offers, recordContact, saveChecklist } from './offers.service.ts';
import { agreeCourse, answerReferral, referUp } from './stepping.service.ts';
import { addAction, addOutcome, saveAction, saveOutcome } from './plan.service.ts';
import { get } from './record.service.ts';
import { check, register } from './register.service.ts';
import { address, letIn, letOut, liftRestriction, restrict, restricted } from './restricted.service.ts';

/** Children, their CAFs, plans and lead professionals. */
export const handlers: FeatureHandlers<'children'> = {
  'children.list': list,
  'children.check': check,
  'children.register': register,
  'children.save': save,
  'children.get': get,
  'children.saveMember': saveMember,
  'children.saveService': saveService,
  'children.compare': compare,
  'children.merge': merge,
  'children.unmerge': unmerge,
  'children.merges': merges,
  'children.duplicates': duplicates,
  'children.judgePair': judgePair,
  'children.findDuplicates': findDuplicates,
  'children.openCaf': openCaf,
  'children.recordConsent': recordConsent,
  'children.saveElement': saveElement,
  'children.saveComments': saveComments,
  'children.addOutcome': addOutcome,
  'children.saveOutcome': saveOutcome,
  'children.addAction': addAction,
  'children.saveAction': saveAction,
  'children.appointLead': appointLead,
  'children.completeAssessment': completeAssessment,
  'children.holdMeeting': holdMeeting,
  'children.closeCaf': closeCaf,
  'children.restrict': restrict,
  'children.liftRestriction': liftRestriction,
  'children.letIn': letIn,
  'children.letOut': letOut,
  'children.restricted': restricted,
  'children.address': address,
  'children.openByException': openByException,
  'children.endOpening': endOpening,
  'children.seeOpening': seeOpening,
  'children.reopenCaf': reopenCaf,
  'children.recordContact': recordContact,
  'children.saveChecklist': saveChecklist,
  'children.offerCaf': offerCaf,
  'children.declineOffer': declineOffer,
  'children.offers': offers,
  'children.agreeCourse': agreeCourse,
  'children.referUp': referUp,
  'children.answerReferral': answerReferral,
  'children.course': course,
  'children.recordDisclosure': recordDisclosure,
  'children.disclosures': disclosures,
};
