import type { Role } from '#shared/domain/roles.ts';

/** One person of the practice office. Its passphrases are printed on its sign-in screen: nothing in it is real. */
export type PracticePerson = {
  user: string;
  name: string;
  jobTitle: string;
  agency: string;
  roles: Role[];
  /** Which of the practice areas they work in; null for the whole trust. */
  area: string | null;
};

/** At least one person for each role, so that every screen can be looked at as its user would see it. */
export const practicePeople: PracticePerson[] = [
  {
    user: 'margaret',
    name: 'Margaret Oakes',
    jobTitle: 'Co-ordinator',
    agency: 'CSC',
    roles: ['coordinator'],
    area: null,
  },
  {
    user: 'ruth',
    name: 'Ruth Adeyemi',
    jobTitle: 'Education welfare officer',
    agency: 'EWS',
    roles: ['lead_professional'],
    area: 'Hillcrest',
  },
  {
    user: 'devinder',
    name: 'Devinder Sahota',
    jobTitle: 'Family worker',
    agency: 'FAM',
    roles: ['lead_professional'],
    area: 'Hillcrest',
  },
  {
    user: 'marcus',
    name: 'Marcus Elleray',
    jobTitle: 'School nurse',
    agency: 'SNS',
    roles: ['practitioner'],
    area: 'Hillcrest',
  },
  {
    user: 'priya',
    name: 'Priya Nair',
    jobTitle: 'Team manager',
    agency: 'FAM',
    roles: ['team_manager'],
    area: 'Hillcrest',
  },
  {
    user: 'helen',
    name: 'Helen Castellan',
    jobTitle: 'Area manager',
    agency: 'CSC',
    roles: ['budget_manager'],
    area: null,
  },
  {
    user: 'joan',
    name: 'Joan Whitcombe',
    jobTitle: 'Director of children’s services',
    agency: 'CSC',
    roles: ['director'],
    area: null,
  },
  {
    user: 'graham',
    name: 'Graham Foss',
    jobTitle: 'Finance officer',
    agency: 'OTH',
    roles: ['finance'],
    area: null,
  },
  {
    user: 'nadia',
    name: 'Nadia Brook',
    jobTitle: 'Commissioner',
    agency: 'CSC',
    roles: ['commissioner'],
    area: null,
  },
  {
    user: 'tom',
    name: 'Tom Yardley',
    jobTitle: 'Returns officer',
    agency: 'CSC',
    roles: ['returns_officer'],
    area: null,
  },
  {
    user: 'carol',
    name: 'Carol Whitlam',
    jobTitle: 'Auditor',
    agency: 'OTH',
    roles: ['auditor'],
    area: null,
  },
  {
    user: 'owen',
    name: 'Owen Hale',
    jobTitle: 'Data protection officer',
    agency: 'OTH',
    roles: ['data_protection'],
    area: null,
  },
  {
    user: 'ian',
    name: 'Ian Bristow',
    jobTitle: 'System administrator',
    agency: 'OTH',
    roles: ['system_admin'],
    area: null,
  },
];

/** The passphrase of a practice sign-in: known to all, and long enough for the same rules. */
export function practicePassphrase(user: string): string {
  return `practice desk ${user}`;
}
