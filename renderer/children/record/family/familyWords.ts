import { ageInYears, formatDay, type Day } from '#shared/domain/dates.ts';
import { relationshipWord, type ChildRecord } from '../../words.ts';

type Member = ChildRecord['carers'][number];

function ageWord(dob: Day | null, today: Day): string {
  if (dob === null || dob > today) return '';
  return `born ${formatDay(dob)}, ${ageInYears(dob, today)}`;
}

/** Who somebody of the family is, in one line: relationship, responsibility, age, school. */
export function memberLine(member: Member, today: Day): string {
  return [
    relationshipWord(member),
    member.parentalResponsibility === 'Y' ? 'parental responsibility' : '',
    member.parentalResponsibility === 'N' && member.relationship !== 'sibling'
      ? 'no parental responsibility'
      : '',
    member.isSignatory ? 'signs' : '',
    ageWord(member.dob, today),
    member.school,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where somebody of the family lives, as far as it is told. */
export function homeWords(member: Member): string {
  if (member.goneOn !== null) return `No longer of the family since ${formatDay(member.goneOn)}`;
  if (member.addressRestricted) return 'Restricted address';
  if (!member.sameAddress) {
    const place = [member.address.replaceAll('\n', ', '), member.postcode].filter(Boolean).join(', ');
    return place || 'Another address, not recorded';
  }
  return { Y: 'Lives with the child', N: 'Same address, does not live with the child', NK: '' }[
    member.livesWithChild
  ];
}
