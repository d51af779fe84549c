import type { Output } from '#shared/contract/index.ts';

type Person = Output<'people.get'>;
type Row = Output<'people.list'>['rows'][number];
/** Ruth as a list of people shows her. */
export const ruthRow: Row = {
  id: 7,
  name: 'Ruth Adeyemi',
  jobTitle: 'Education welfare officer',
  agency: 'EWS',
  area: 'Hillcrest',
  team: 'Hillcrest team',
  roles: ['lead_professional'],
  trainedOn: '2008-03-06',
  ownLimitPence: 25_000,
  signsIn: true,
  waiting: 0,
  leavesOn: null,
};
/** Ruth as her page shows her. */
export const ruth: Person = {
  ...ruthRow,
  areaId: 2,
  teamId: 3,
  phone: '01632 960142',
  email: '',
  userName: 'ruth',
  heldRoles: [
    {
      role: 'lead_professional',
      fromDay: '2008-03-01',
      toDay: null,
      givenBy: 'Margaret Oakes',
      agreedBy: null,
    },
  ],
  proposals: [],
  training: [{ trainedOn: '2008-03-06', expiresOn: null, note: 'One day' }],
  version: 4,
};
