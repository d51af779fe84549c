import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { elements } from '#shared/codes/elements.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { caf, callum, recordAnswers, someoneElse } from './childrenSample.ts';
import { signedInAs } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

type Record = Output<'children.get'>;
type SaveElement = Input<'children.saveElement'>;

/** An office that keeps what is saved of an element, as the real one does. */
function keeping(start: Record = callum) {
  let record = start;
  const save = (input: SaveElement) => {
    const others = record.caf!.elements!.filter((one) => one.element !== input.element);
    const version = input.version + 1;
    const { element, prominence, strengths = '', needs = '', evidence = '', viewDifference = '' } = input;
    const saved = {
      element,
      prominence,
      strengths,
      needs,
      evidence,
      viewDifference,
      version,
      savedAt: '2008-10-14T10:42:18.000Z',
      author: 'Margaret Oakes',
    };
    record = { ...record, caf: { ...record.caf!, elements: [...others, saved] } };
    return { version };
  };
  return { ...recordAnswers(), 'children.get': () => record, 'children.saveElement': save };
}

it('lists all nineteen elements with where each stands', async () => {
  await renderAt('/children/2/assessment/D1', { answers: keeping() });
  const list = await screen.findByRole('navigation', { name: 'Elements' });
  for (const { code } of elements) expect(within(list).getByText(code)).toBeInTheDocument();
  expect(within(list).getByRole('link', { name: /D4/ })).toHaveTextContent('Need');
  expect(within(list).getByRole('link', { name: /D2/ })).toHaveTextContent('Not started');
  expect(screen.getAllByText(/1 of 19/).length).toBeGreaterThan(0);
});

it('opens at the first element that nobody has written on', async () => {
  const { address } = await renderAt('/children/2/assessment', { answers: keeping() });
  await waitFor(() => expect(address()).toBe('/children/2/assessment/D1'));
});

it('saves by itself and says when, and the list follows', async () => {
  const { office, user } = await renderAt('/children/2/assessment/D1', { answers: keeping() });
  await user.type(await screen.findByLabelText('Strengths'), 'Eats well.');
  expect(screen.getByText('It saves itself when you stop.')).toBeInTheDocument();
  expect(await screen.findByText(/^Saved \d\d:\d\d:\d\d$/, {}, { timeout: 3000 })).toBeInTheDocument();
  expect(office.inputsOf('children.saveElement')).toHaveLength(1);
  expect(office.inputsOf('children.saveElement')[0]).toMatchObject({
    cafId: 7,
    element: 'D1',
    version: 0,
    strengths: 'Eats well.',
    prominence: 'strength',
  });
  const list = screen.getByRole('navigation', { name: 'Elements' });
  await waitFor(() =>
    expect(within(list).getByRole('link', { name: /General health/ })).toHaveTextContent('Strength'),
  );
});

it('leaves what it comes to as a person chose it', async () => {
  const { office, user } = await renderAt('/children/2/assessment/D1', { answers: keeping() });
  await user.click(await screen.findByLabelText('Concern'));
  await user.type(screen.getByLabelText('Strengths'), 'Eats well.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(office.inputsOf('children.saveElement')).toHaveLength(1));
  expect(office.inputsOf('children.saveElement')[0]).toMatchObject({ prominence: 'concern' });
});

it('marks an element done by key, even with nothing to note, and goes on to the next', async () => {
  const { office, user, address } = await renderAt('/children/2/assessment/D1', { answers: keeping() });
  await screen.findByLabelText('Strengths');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(address()).toBe('/children/2/assessment/D2'));
  expect(office.inputsOf('children.saveElement')[0]).toMatchObject({ element: 'D1', prominence: 'none' });
  await waitFor(() => expect(screen.getByLabelText('Strengths')).toHaveFocus());
});

it('saves what is typed when the page is left before the pause is over', async () => {
  const { office, user, address } = await renderAt('/children/2/assessment/D1', { answers: keeping() });
  await user.type(await screen.findByLabelText('Needs'), 'Asthma.');
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(address()).toBe('/children/2/assessment/D2'));
  await waitFor(() => expect(office.inputsOf('children.saveElement')).toHaveLength(1));
  expect(office.inputsOf('children.saveElement')[0]).toMatchObject({ element: 'D1', needs: 'Asthma.' });
});

it('shows both versions when somebody else saved first, and saves the one that is kept', async () => {
  const theirs = { ...caf.elements![0]!, needs: 'Sleeps better now.', version: 3, author: 'Ben Osei' };
  const newer = { ...callum, caf: { ...caf, elements: [theirs] } };
  const answers = keeping();
  const { office, user } = await renderAt('/children/2/assessment/D4', { answers });
  const needs = await screen.findByLabelText('Needs');
  office.answer({ 'children.saveElement': someoneElse, 'children.get': newer });
  await user.clear(needs);
  await user.type(needs, 'Still wakes.');
  const both = await screen.findByRole('region', { name: 'Two versions' }, { timeout: 3000 });
  await waitFor(() => expect(both).toHaveTextContent('Sleeps better now.'));
  expect(both).toHaveTextContent('Still wakes.');
  expect(both).toHaveTextContent('Ben Osei changed this while you wrote');
  expect(needs).toHaveValue('Still wakes.');
  office.answer({ 'children.saveElement': { version: 4 } });
  await user.click(within(both).getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(office.inputsOf('children.saveElement')).toHaveLength(2));
  expect(office.inputsOf('children.saveElement')[1]).toMatchObject({ version: 3, needs: 'Still wakes.' });
});

it('shows the text to a reader without a way to change it', async () => {
  await renderAt('/children/2/assessment/D4', {
    answers: recordAnswers({
      ...callum,
      caf: { ...caf, status: 'closed', closedOn: '2008-09-01', closureReason: 'NM' },
    }),
  });
  expect(await screen.findByLabelText('Needs')).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: /Mark D4 done/ })).not.toBeInTheDocument();
});

it('takes declining for an answer and blank for none', async () => {
  const silent = { ...callum, caf: { ...caf, completedOn: null, childComment: '', parentComment: '' } };
  const { office, user } = await renderAt('/children/2/assessment/comments', {
    answers: { ...recordAnswers(silent), 'children.saveComments': { id: 7, version: 4 } },
  });
  await user.click(await screen.findByRole('button', { name: /Save the comments/ }));
  expect(
    await screen.findByRole('link', { name: 'Write what the child says, or tick that they declined.' }),
  ).toBeInTheDocument();
  await user.type(screen.getByLabelText('Callum’s comment, in their own words'), 'More football.');
  await user.click(screen.getByLabelText('Parents’ or carers’ comment: declined to comment'));
  await user.click(screen.getByRole('button', { name: /Save the comments/ }));
  await waitFor(() => expect(office.inputsOf('children.saveComments')).toHaveLength(1));
  expect(office.inputsOf('children.saveComments')[0]).toMatchObject({
    cafId: 7,
    version: 3,
    childComment: 'More football.',
    parentComment: 'Declined to comment',
  });
});

it('says what is missing before the assessment can be finished, and does not ask the office', async () => {
  const silent = { ...callum, caf: { ...caf, completedOn: null, childComment: '', parentComment: '' } };
  const { office, user } = await renderAt('/children/2/assessment/comments', {
    answers: recordAnswers(silent),
  });
  await user.click(await screen.findByRole('button', { name: 'Finish the assessment' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('The child’s or the parents’ comment is missing.');
  await user.click(within(dialog).getByRole('button', { name: /Finish the assessment/ }));
  expect(office.inputsOf('children.completeAssessment')).toHaveLength(0);
});

it('finishes the assessment on the day that is given', async () => {
  const open = { ...callum, caf: { ...caf, completedOn: null } };
  const { office, user } = await renderAt('/children/2/assessment/comments', {
    answers: { ...recordAnswers(open), 'children.completeAssessment': { id: 7, version: 4 } },
  });
  await user.click(await screen.findByRole('button', { name: 'Finish the assessment' }));
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: /Finish the assessment/ }),
  );
  await waitFor(() =>
    expect(office.inputsOf('children.completeAssessment')).toEqual([
      { cafId: 7, version: 3, completedOn: '2008-10-14' },
    ]),
  );
});

it('saves what was typed after the lock is opened again, and only for who typed it', async () => {
  const { office, user } = await renderAt('/children/2/assessment/D1', { answers: keeping() });
  const strengths = await screen.findByLabelText('Strengths');
  const open = signedInAs(['coordinator']);
  office.answer({ 'access.status': { ...open, state: 'locked', person: null } });
  await user.type(strengths, 'Typed before the lock.');
  act(() => office.tellChange(['access']));
  expect(await screen.findByText(/The office is locked/, {}, { timeout: 3000 })).toBeInTheDocument();
  expect(office.inputsOf('children.saveElement')).toHaveLength(0);

  office.answer({ 'access.status': signedInAs(['coordinator'], 'Somebody Else', 9) });
  act(() => office.tellChange(['access']));
  await waitFor(() => expect(office.inputsOf('access.status').length).toBeGreaterThan(2));
  expect(office.inputsOf('children.saveElement')).toHaveLength(0);

  office.answer({ 'access.status': open });
  act(() => office.tellChange(['access']));
  await waitFor(() => expect(office.inputsOf('children.saveElement')).toHaveLength(1), { timeout: 3000 });
  expect(office.inputsOf('children.saveElement')[0]).toMatchObject({ strengths: 'Typed before the lock.' });
});
