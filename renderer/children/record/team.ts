import { agencyWord, agencyInSentence, relationshipWord, type ChildRecord } from '../words.ts';

/** Somebody who has to do with the child. */
export type Member = {
  name: string;
  /** Who they are to the child or to the plan. */
  role: string;
  phone: string;
  isLead: boolean;
};

const same = (a: string, b: string) =>
  a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB');

/** Whoever looks after the child; brothers and sisters are of the family, not of the team. */
function isOfTeam(member: ChildRecord['carers'][number]): boolean {
  return member.goneOn === null && member.relationship !== 'sibling';
}

/**
 * The team around the child: the lead professional, the carers, and whoever has something to do in the plan, each
 * once.
 */
export function teamOf(record: ChildRecord): Member[] {
  const { caf, carers } = record;
  const lead = caf?.lead;
  const members: Member[] = [
    ...(lead
      ? [
          {
            name: lead.name,
            role: `Lead professional, ${agencyInSentence(lead.agency)}`,
            phone: '',
            isLead: true,
          },
        ]
      : []),
    ...carers.filter(isOfTeam).map((carer) => ({
      name: carer.name,
      role:
        carer.parentalResponsibility === 'Y'
          ? `${relationshipWord(carer)}, parental responsibility`
          : relationshipWord(carer),
      phone: carer.phone,
      isLead: false,
    })),
  ];
  for (const action of caf?.outcomes.flatMap((outcome) => outcome.actions) ?? []) {
    if (members.some((member) => same(member.name, action.responsible))) continue;
    members.push({ name: action.responsible, role: agencyWord(action.agency), phone: '', isLead: false });
  }
  return members;
}
