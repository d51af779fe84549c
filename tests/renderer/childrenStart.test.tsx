import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { callum, recordAnswers } from './childrenSample.ts';
import { renderAt } from './renderAt.tsx';

type Found = Output<'children.check'>;

const match: Found['matches'][number] = {
  id: 2,
  neutralRef: 'K7Q4-29M',
  name: 'Callum Birchall',
  dob: '2000-05-03',
  expectedOn: null,
  area: 'Hillcrest',
  cafId: 7,
  cafReference: 'CAF-2007-0142',
  cafStatus: 'tac_active',
  level: 3,
  leadProfessional: 'Ruth Adeyemi',
  nextReviewOn: null,
  why: ['Name sounds like it', 'Date of birth has day and month swapped (3 May 2000)'],
  score: 70,
};
const nobody: Found = { checkId: 5, matches: [], restrictedMatches: 0 };
const notYet = { ...callum, caf: null, timeline: [] };

async function look(found: Found) {
  const shown = await renderAt('/children/new', {
    answers: {
      ...recordAnswers(notYet),
      'children.check': found,
      'children.register': { id: 2, version: 1 },
      'children.openCaf': { cafId: 7, reference: 'CAF-2008-0100' },
    },
  });
  const { user } = shown;
  await user.type(await screen.findByLabelText(/Given names/), 'Kalum');
  await user.type(screen.getByLabelText('Family name'), 'Birchel');
  await user.type(screen.getByLabelText(/^Date of birth/), '5/3/2000');
  await user.type(screen.getByLabelText(/^Postcode/), 'mf1 4qt{Enter}');
  return shown;
}

it('shows who it may be and why, and opens that record', async () => {
  const { office } = await look({ ...nobody, matches: [match] });
  const list = await screen.findByRole('list', { name: 'Records that may be this child' });
  expect(list).toHaveTextContent('Name sounds like it');
  expect(list).toHaveTextContent('day and month swapped');
  expect(within(list).getByRole('link')).toHaveAttribute('href', '/children/2');
  expect(office.inputsOf('children.check')).toEqual([
    { givenNames: 'Kalum', familyName: 'Birchel', dob: '2000-03-05', expectedOn: null, postcode: 'mf1 4qt' },
  ]);
});

it('needs a family name before it looks', async () => {
  const { office, user } = await renderAt('/children/new', { answers: recordAnswers(notYet) });
  await user.click(await screen.findByRole('button', { name: /Look for the child/ }));
  expect(await screen.findByRole('link', { name: 'Enter family name.' })).toBeInTheDocument();
  expect(office.inputsOf('children.check')).toHaveLength(0);
});

it('says to ask the co-ordinator when a record that fits is restricted', async () => {
  await look({ ...nobody, restrictedMatches: 1 });
  expect(await screen.findByText(/Ask the co-ordinator/)).toBeInTheDocument();
  expect(screen.getByText('One record that fits is restricted and not shown.')).toBeInTheDocument();
});

it('carries what was searched for into the new record, and goes on to open the CAF', async () => {
  const { office, user, address } = await look(nobody);
  await user.click(await screen.findByRole('button', { name: /Register a new child/ }));
  expect(await screen.findByLabelText('Given names')).toHaveValue('Kalum');
  expect(screen.getByLabelText('Date of birth')).toHaveValue('5 Mar 2000');
  await user.selectOptions(screen.getByLabelText('Sex'), 'Male');
  await user.selectOptions(screen.getByLabelText('Area'), 'Hillcrest');
  await user.type(screen.getByLabelText('Name'), 'Donna Birchel');
  await user.selectOptions(screen.getByLabelText('Who they are'), 'Mother');
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  await waitFor(() => expect(address()).toBe('/children/2/open'));
  expect(office.inputsOf('children.register')[0]).toMatchObject({
    checkId: 5,
    givenNames: 'Kalum',
    familyName: 'Birchel',
    dob: '2000-03-05',
    expectedOn: null,
    carers: [{ name: 'Donna Birchel', relationship: 'mother' }],
  });
});

it('takes a carer’s line that nobody filled in for no carer, and asks about one half filled in', async () => {
  const { office, user } = await look(nobody);
  await user.click(await screen.findByRole('button', { name: /Register a new child/ }));
  await user.selectOptions(await screen.findByLabelText('Sex'), 'Male');
  await user.selectOptions(screen.getByLabelText('Area'), 'Hillcrest');
  await user.selectOptions(screen.getByLabelText('Who they are'), 'Mother');
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  expect(await screen.findByRole('link', { name: 'Enter the carer’s name.' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Take away carer 1' }));
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  await waitFor(() => expect(office.inputsOf('children.register')).toHaveLength(1));
  expect(office.inputsOf('children.register')[0]?.carers).toEqual([]);
});

it('looks again by itself when the name was changed, and shows what that finds before it registers', async () => {
  const { office, user } = await look(nobody);
  await user.click(await screen.findByRole('button', { name: /Register a new child/ }));
  const family = await screen.findByLabelText('Family name');
  await user.clear(family);
  await user.type(family, 'Birchall');
  await user.selectOptions(screen.getByLabelText('Sex'), 'Male');
  await user.selectOptions(screen.getByLabelText('Area'), 'Hillcrest');
  office.answer({ 'children.check': { ...nobody, checkId: 6, matches: [match] } });
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  expect(await screen.findByRole('list', { name: 'Records that may be this child' })).toBeInTheDocument();
  expect(office.inputsOf('children.check').at(-1)).toMatchObject({ familyName: 'Birchall' });
  expect(office.inputsOf('children.register')).toHaveLength(0);
});

it('asks for the expected date of an unborn child in place of the date of birth', async () => {
  const { office, user } = await look(nobody);
  await user.click(await screen.findByRole('button', { name: /Register a new child/ }));
  await user.click(await screen.findByLabelText('Not born yet'));
  await user.selectOptions(screen.getByLabelText('Sex'), 'Unknown');
  await user.selectOptions(screen.getByLabelText('Area'), 'Hillcrest');
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  expect(
    await screen.findByRole('link', { name: /Enter the day the child is expected/ }),
  ).toBeInTheDocument();
  await user.type(screen.getByLabelText('Expected on'), '18 dec 2008');
  await user.click(screen.getByRole('button', { name: /Register and open the CAF/ }));
  await waitFor(() => expect(office.inputsOf('children.register')).toHaveLength(1));
  expect(office.inputsOf('children.register')[0]).toMatchObject({ dob: null, expectedOn: '2008-12-18' });
});

it('opens no CAF without consent to assess and to store', async () => {
  const { office, user } = await renderAt('/children/2/open', { answers: recordAnswers(notYet) });
  await user.click(await screen.findByRole('button', { name: /Open the CAF/ }));
  expect(
    await screen.findByRole('link', { name: 'Without consent to assess there is no CAF.' }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Without consent to store nothing may be kept.' }),
  ).toBeInTheDocument();
  expect(office.inputsOf('children.openCaf')).toHaveLength(0);
});

it('opens the CAF with one event of consent for each thing agreed to, and the agencies with sharing only', async () => {
  const { office, user, address } = await renderAt('/children/2/open', {
    answers: { ...recordAnswers(notYet), 'children.openCaf': { cafId: 7, reference: 'CAF-2008-0100' } },
  });
  await user.selectOptions(await screen.findByLabelText('Who raised the need'), 'School nurse');
  expect(screen.getByLabelText('Agency that begins it')).toHaveDisplayValue('School nursing');
  await user.type(screen.getByLabelText('What led to the assessment'), 'Tired and sad.');
  await user.click(screen.getByLabelText('3 Integrated'));
  for (const name of ['To assess', 'To store', 'To share']) await user.click(screen.getByLabelText(name));
  await user.click(screen.getByLabelText(/Why it is kept/));
  await user.type(screen.getByLabelText('Agencies that may see it'), 'prim{Enter}school nur{Enter}');
  await user.type(screen.getByLabelText(/Agencies left out/), 'hous{Enter}');
  await user.click(screen.getByRole('button', { name: /Open the CAF/ }));
  await waitFor(() => expect(office.inputsOf('children.openCaf')).toHaveLength(1));
  const input = office.inputsOf('children.openCaf')[0]!;
  expect(input).toMatchObject({ childId: 2, contactSource: '3C', initiatingAgency: 'SNS', level: 3 });
  expect(input.consents.map((one) => [one.kind, one.agenciesAgreed, one.agenciesExcluded])).toEqual([
    ['TO_ASSESS', [], []],
    ['TO_STORE', [], []],
    ['TO_SHARE', ['PRI', 'SNS'], ['HOU']],
  ]);
  expect(input.consents.every((one) => one.reasonsExplained)).toBe(true);
  await waitFor(() => expect(address()).toBe('/children/2/assessment/D1'));
});
