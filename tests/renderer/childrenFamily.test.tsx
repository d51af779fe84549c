import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { blankMember, callum, recordAnswers, someoneElse } from './childrenSample.ts';
import { renderAt } from './renderAt.tsx';

const save = (part: string) => screen.getByRole('button', { name: `Save: ${part}` });

it('saves a part of the details by itself, only what was changed', async () => {
  const answers = { ...recordAnswers(), 'children.save': { id: 2, version: 2 } };
  const { office, user } = await renderAt('/children/2/details', { answers });
  await user.type(await screen.findByLabelText(/^NHS number/), '943 476 5918');
  await user.click(save('school and numbers'));
  expect(await screen.findByRole('link', { name: /That is not an NHS number/ })).toBeInTheDocument();
  expect(office.inputsOf('children.save')).toEqual([]);
  await user.clear(screen.getByLabelText(/^NHS number/));
  await user.type(screen.getByLabelText(/^NHS number/), '943 476 5919');
  await user.click(save('school and numbers'));
  await waitFor(() =>
    expect(office.inputsOf('children.save')).toEqual([{ id: 2, version: 1, nhsNumber: '943 476 5919' }]),
  );
});

it('joins what two people saved when they changed different things', async () => {
  const { office, user } = await renderAt('/children/2/details', { answers: recordAnswers() });
  await user.type(await screen.findByLabelText(/^Religion/), 'None');
  office.answer({
    'children.get': { ...callum, version: 4, phone: '01632 960999' },
    'children.save': (input) => (input.version === 4 ? { id: 2, version: 5 } : someoneElse),
  });
  await user.click(save('background and language'));
  await waitFor(() =>
    expect(office.inputsOf('children.save').at(-1)).toEqual({ id: 2, version: 4, religion: 'None' }),
  );
  expect(screen.queryByRole('region', { name: 'Two versions' })).not.toBeInTheDocument();
});

it('shows both versions field by field when two people changed the same, and loses neither', async () => {
  const { office, user } = await renderAt('/children/2/details', { answers: recordAnswers() });
  const school = await screen.findByLabelText(/^School or nursery/);
  await user.clear(school);
  await user.type(school, 'Northgate');
  await user.type(screen.getByLabelText(/^Unique reference/), 'H7');
  office.answer({
    'children.get': { ...callum, version: 4, school: 'Mill Lane Primary', uniqueRef: 'H9' },
    'children.save': (input) => (input.version === 4 ? { id: 2, version: 5 } : someoneElse),
  });
  await user.click(save('school and numbers'));
  const both = await screen.findByRole('region', { name: 'Two versions' });
  expect(both).toHaveTextContent('Northgate');
  expect(both).toHaveTextContent('Mill Lane Primary');
  const kept = within(both).getByRole('radiogroup', { name: 'Which is kept: School or nursery' });
  await user.click(within(kept).getByRole('radio', { name: 'Theirs' }));
  await user.click(within(both).getByRole('button', { name: 'Save what is kept' }));
  await waitFor(() =>
    expect(office.inputsOf('children.save').at(-1)).toEqual({ id: 2, version: 4, uniqueRef: 'H7' }),
  );
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Two versions' })).not.toBeInTheDocument());
  expect(screen.getByLabelText(/^School or nursery/)).toHaveValue('Mill Lane Primary');
});

it('names the family, hides a restricted home, and adds somebody with an address of their own', async () => {
  const lee = {
    ...blankMember,
    id: 9,
    version: 1,
    name: 'Lee Birchall',
    relationship: 'father' as const,
    parentalResponsibility: 'Y' as const,
    sameAddress: false,
    addressRestricted: true,
    linked: null,
  };
  const record = { ...callum, carers: [...callum.carers, lee] };
  const answers = {
    ...recordAnswers(record),
    'children.address': {
      address: '',
      postcode: '',
      phone: '',
      members: [{ id: 9, address: '9 Quiet Row', postcode: 'MF9 9ZZ' }],
    },
    'children.saveMember': { id: 10, version: 1 },
  };
  const { office, user } = await renderAt('/children/2/family', { answers });
  expect(await screen.findByText('Restricted address')).toBeInTheDocument();
  expect(office.inputsOf('children.address')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show the address of Lee Birchall' }));
  expect(await screen.findByText('9 Quiet Row, MF9 9ZZ')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Add somebody/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Add somebody of the family' });
  await user.type(within(dialog).getByLabelText('Name'), 'Jean Birchall');
  await user.selectOptions(within(dialog).getByLabelText('Who they are'), 'Somebody else');
  await user.click(within(dialog).getByRole('radio', { name: 'Another' }));
  await user.type(within(dialog).getByLabelText(/^Their postcode/), 'nowhere');
  await user.click(within(dialog).getByRole('button', { name: /Add to the family/ }));
  expect(
    await within(dialog).findByRole('link', { name: /Say who they are to the child/ }),
  ).toBeInTheDocument();
  expect(within(dialog).getByRole('link', { name: /That is not a postcode/ })).toBeInTheDocument();
  await user.type(within(dialog).getByLabelText('Which'), 'Great-aunt');
  await user.clear(within(dialog).getByLabelText(/^Their postcode/));
  await user.click(within(dialog).getByRole('button', { name: /Add to the family/ }));
  await waitFor(() =>
    expect(office.inputsOf('children.saveMember')[0]).toMatchObject({
      childId: 2,
      id: null,
      name: 'Jean Birchall',
      relationship: 'other',
      relationshipWords: 'Great-aunt',
      sameAddress: false,
    }),
  );
});
