import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { caf, callum, recordAnswers, someoneElse } from './childrenSample.ts';
import { renderAt } from './renderAt.tsx';

it('shows each outcome with its aim, the way travelled, and its actions', async () => {
  await renderAt('/children/2/plan', { answers: recordAnswers() });
  const outcome = await screen.findByRole('region', { name: 'Outcome 1' });
  expect(outcome).toHaveTextContent('BH2 Be healthy: Mentally and emotionally healthy');
  expect(outcome).toHaveTextContent('started at 2, now 4, aim 8, of 10');
  expect(outcome).toHaveTextContent('1 action late');
  expect(outcome).toHaveTextContent('Ben Osei, Primary school');
  expect(within(outcome).getByRole('link', { name: /Buy for this action/ })).toHaveAttribute(
    'href',
    '/orders/new?child=2&action=21',
  );
});

it('adds an outcome with its aim and scores; the start counts as now', async () => {
  const { office, user } = await renderAt('/children/2/plan', {
    answers: { ...recordAnswers(), 'children.addOutcome': { id: 12, version: 1 } },
  });
  await user.click(await screen.findByRole('button', { name: /Add an outcome/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /Add the outcome/ }));
  expect(await within(dialog).findByRole('link', { name: 'Choose the aim it serves.' })).toBeInTheDocument();
  await user.type(within(dialog).getByLabelText(/What the family wants/), 'In school every day');
  await user.selectOptions(within(dialog).getByLabelText('The aim it serves'), 'EA2 Attend and enjoy school');
  await user.selectOptions(within(dialog).getByLabelText(/Score at the start/), '3');
  await user.selectOptions(within(dialog).getByLabelText(/^Aim/), '9');
  await user.click(within(dialog).getByRole('button', { name: /Add the outcome/ }));
  await waitFor(() => expect(office.inputsOf('children.addOutcome')).toHaveLength(1));
  expect(office.inputsOf('children.addOutcome')[0]).toEqual({
    cafId: 7,
    desired: 'In school every day',
    ecmAim: 'EA2',
    baseline: 3,
    latest: 3,
    target: 9,
  });
});

it('adds an action: what, who, which agency, by when', async () => {
  const { office, user } = await renderAt('/children/2/plan', {
    answers: { ...recordAnswers(), 'children.addAction': { id: 22, version: 1 } },
  });
  await user.click(await screen.findByRole('button', { name: /Add an action to outcome 1/ }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByLabelText('Who does it')).toHaveValue('Ruth Adeyemi');
  await user.type(within(dialog).getByLabelText('What will be done'), 'Sleep diary');
  await user.type(within(dialog).getByLabelText('By when'), '30 nov 08');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(office.inputsOf('children.addAction')).toHaveLength(1));
  expect(office.inputsOf('children.addAction')[0]).toEqual({
    outcomeId: 11,
    action: 'Sleep diary',
    responsible: 'Ruth Adeyemi',
    agency: 'EWS',
    byWhen: '2008-11-30',
  });
});

it('keeps what was typed when somebody else changed the action, shows theirs, and then saves over it', async () => {
  const { office, user } = await renderAt('/children/2/plan', { answers: recordAnswers() });
  await user.click(await screen.findByRole('button', { name: 'Change action 1.1' }));
  const dialog = await screen.findByRole('dialog');
  const [outcome] = caf.outcomes;
  const newer = { ...outcome!.actions[0]!, action: 'Counselling, eight sessions', version: 2 };
  office.answer({
    'children.saveAction': someoneElse,
    'children.get': { ...callum, caf: { ...caf, outcomes: [{ ...outcome!, actions: [newer] }] } },
  });
  await user.selectOptions(within(dialog).getByLabelText('How it stands'), 'Done');
  await user.click(within(dialog).getByRole('button', { name: /Save the action/ }));
  const theirs = await within(dialog).findByRole('region', { name: 'The newer version' });
  expect(theirs).toHaveTextContent('Counselling, eight sessions');
  office.answer({ 'children.saveAction': { id: 21, version: 3 } });
  await user.click(within(dialog).getByRole('button', { name: /Save the action/ }));
  await waitFor(() => expect(office.inputsOf('children.saveAction')).toHaveLength(2));
  expect(office.inputsOf('children.saveAction').map((input) => input.version)).toEqual([1, 2]);
  expect(office.inputsOf('children.saveAction')[1]).toMatchObject({ status: 'done' });
});

it('asks for the assessment and a lead professional before the team can meet', async () => {
  await renderAt('/children/2/plan/meeting', {
    answers: recordAnswers({ ...callum, caf: { ...caf, completedOn: null } }),
  });
  expect(await screen.findByText('Finish the assessment first')).toBeInTheDocument();
});

it('records a review with both comments and the next day', async () => {
  const { office, user, address } = await renderAt('/children/2/plan/meeting', {
    answers: { ...recordAnswers(), 'children.holdMeeting': { id: 7, version: 4 } },
  });
  await user.click(await screen.findByRole('button', { name: /Record the meeting/ }));
  expect(
    await screen.findByRole('link', { name: 'Write what the parents say, or tick that they declined.' }),
  ).toBeInTheDocument();
  await user.type(screen.getByLabelText('Callum’s comment'), 'I like Ben.');
  await user.click(screen.getByLabelText('Parents’ or carers’ comment: declined to comment'));
  await user.click(await screen.findByRole('button', { name: 'In 6 weeks' }));
  await user.click(screen.getByRole('button', { name: /Record the meeting/ }));
  await waitFor(() => expect(address()).toBe('/children/2/plan'));
  expect(office.inputsOf('children.holdMeeting')[0]).toMatchObject({
    cafId: 7,
    version: 3,
    kind: 'REVIEW',
    heldOn: '2008-10-14',
    childComment: 'I like Ben.',
    parentComment: 'Declined to comment',
    decision: 'continue',
    level: 3,
    nextReviewOn: '2008-11-25',
  });
});

it('asks for no next review when a closing meeting decides to close', async () => {
  const { office, user } = await renderAt('/children/2/plan/meeting', {
    answers: { ...recordAnswers(), 'children.holdMeeting': { id: 7, version: 4 } },
  });
  await user.click(await screen.findByLabelText('Closing meeting'));
  expect(screen.getByLabelText('Close the CAF')).toBeChecked();
  expect(screen.queryByLabelText('Next review')).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Callum’s comment'), 'Thank you.');
  await user.click(screen.getByLabelText('Parents’ or carers’ comment: declined to comment'));
  await user.click(screen.getByRole('button', { name: /Record the meeting/ }));
  await waitFor(() => expect(office.inputsOf('children.holdMeeting')).toHaveLength(1));
  expect(office.inputsOf('children.holdMeeting')[0]).toMatchObject({
    kind: 'CLOSURE',
    decision: 'close',
    nextReviewOn: null,
  });
});

it('closes the CAF with a reason, and not without', async () => {
  const { office, user } = await renderAt('/children/2', {
    answers: { ...recordAnswers(), 'children.closeCaf': { id: 7, version: 4 } },
  });
  await user.click(await screen.findByRole('button', { name: /More for/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Close the CAF' }));
  const dialog = await screen.findByRole('dialog');
  const close = within(dialog).getByRole('button', { name: /Close CAF-2007-0142/ });
  await user.click(close);
  expect(await within(dialog).findByRole('link', { name: 'Choose why it closes.' })).toBeInTheDocument();
  await user.selectOptions(
    within(dialog).getByLabelText('Why it closes'),
    'Needs met, back to universal services',
  );
  await user.type(within(dialog).getByLabelText('What difference it made'), 'Sleeps through.');
  await user.type(within(dialog).getByLabelText('What the family says of it'), 'Glad of it.');
  await user.click(close);
  await waitFor(() => expect(office.inputsOf('children.closeCaf')).toHaveLength(1));
  expect(office.inputsOf('children.closeCaf')[0]).toMatchObject({
    cafId: 7,
    version: 3,
    reason: 'NM',
    difference: 'Sleeps through.',
    closedOn: '2008-10-14',
  });
});

it('names a lead professional and says whether they are trained', async () => {
  const noLead = { ...callum, caf: { ...caf, lead: null } };
  const { office, user } = await renderAt('/children/2/team', {
    answers: { ...recordAnswers(noLead), 'children.appointLead': {} },
  });
  await user.click(await screen.findByRole('button', { name: /Name the lead professional/ }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Who leads'), 'ruth');
  await user.click(await screen.findByRole('option', { name: /Ruth Adeyemi/ }));
  expect(within(dialog).getByText('Trained as a budget holder 3 Mar 2008')).toBeInTheDocument();
  await user.click(within(dialog).getByLabelText('The family agrees'));
  await user.click(within(dialog).getByRole('button', { name: /Name the lead professional/ }));
  await waitFor(() =>
    expect(office.inputsOf('children.appointLead')).toEqual([
      { cafId: 7, personId: 4, from: '2008-10-14', agreedByFamily: true, reason: '' },
    ]),
  );
});

it('records a withdrawal of consent after saying what follows from it', async () => {
  const { office, user } = await renderAt('/children/2/consent', {
    answers: { ...recordAnswers(), 'children.recordConsent': {} },
  });
  await user.click(await screen.findByRole('button', { name: 'Record a withdrawal' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('nothing more is written, bought or shared');
  await user.click(within(dialog).getByRole('button', { name: /Record the withdrawal/ }));
  await waitFor(() => expect(office.inputsOf('children.recordConsent')).toHaveLength(1));
  expect(office.inputsOf('children.recordConsent')[0]).toMatchObject({
    cafId: 7,
    consent: { kind: 'WITHDRAW', givenBy: 'parent', agenciesAgreed: [], signedOn: '2008-10-14' },
  });
});
