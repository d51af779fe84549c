import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { caf, callum, recordAnswers } from './childrenSample.ts';
import { refuse } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

const balance = {
  allocated: 90_000,
  pending: 13_850,
  committed: 0,
  accrued: 0,
  spent: 0,
  available: 90_000,
  headroom: 76_150,
};

it('says at the top whose record it is and what must always be in sight', async () => {
  const answers = recordAnswers();
  answers['budgets.forCaf'] = {
    budgets: [
      {
        id: 1,
        fundId: 1,
        fund: 'BHLP',
        ownerKind: 'person',
        ownerId: 4,
        owner: 'Ruth Adeyemi',
        financialYear: '2008-09',
        balance,
      },
    ],
  };
  await renderAt('/children/2', { answers });
  expect(await screen.findByRole('heading', { level: 1, name: 'Callum Birchall' })).toBeInTheDocument();
  const facts = Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.parentElement?.textContent]),
  );
  expect(facts['Age']).toContain('8 years');
  expect(facts['Lead professional']).toContain('Ruth Adeyemi');
  expect(facts['Level']).toContain('3 Integrated');
  expect(facts['Consent']).toContain('Store and share');
  expect(facts['Consent']).toContain('1 agency left out');
  await waitFor(() => expect(screen.getByText('£761.50')).toBeInTheDocument());
  expect(screen.getByText(/of £900.00, £138.50 waiting/)).toBeInTheDocument();
  // The window's title is seen over shoulders and in lists of windows: it names no child.
  expect(document.title).toContain('CAF-2007-0142');
  expect(document.title).not.toContain('Callum');
});

it('cuts the timeline to what is chosen and keeps that in the address', async () => {
  const { user, address } = await renderAt('/children/2', { answers: recordAnswers() });
  const timeline = await screen.findByRole('region', { name: 'Timeline' });
  expect(within(timeline).getAllByRole('listitem')).toHaveLength(3);
  await user.click(within(timeline).getByRole('button', { name: 'Money' }));
  await waitFor(() => expect(within(timeline).getAllByRole('listitem')).toHaveLength(1));
  expect(timeline).toHaveTextContent('Counselling package');
  expect(address()).toBe('/children/2?show=money');
});

it('tells a reader of the summary what is not shown, and offers nothing to write', async () => {
  const summary = {
    ...callum,
    depth: 'summary' as const,
    caf: { ...caf, elements: null, meetings: null, childComment: null, parentComment: null, reason: null },
  };
  await renderAt('/children/2/plan', { roles: ['budget_manager'], answers: recordAnswers(summary) });
  expect(await screen.findByText(/Your role sees a summary/)).toBeInTheDocument();
  expect(screen.getByText('What was said at meetings is not shown to your role.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Add an outcome/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /More for/ })).not.toBeInTheDocument();
});

it('says that the assessment is not shown where it is not', async () => {
  const summary = { ...callum, depth: 'summary' as const, caf: { ...caf, elements: null, meetings: null } };
  await renderAt('/children/2/assessment/D4', { roles: ['budget_manager'], answers: recordAnswers(summary) });
  expect(await screen.findByText('The assessment is not shown to your role')).toBeInTheDocument();
});

it('shows a neutral reader the reference only, and claims nothing about a CAF', async () => {
  const neutral = {
    ...callum,
    depth: 'neutral' as const,
    givenNames: '',
    familyName: '',
    dob: null,
    caf: null,
    timeline: [],
  };
  await renderAt('/children/2', { roles: ['budget_manager'], answers: recordAnswers(neutral) });
  expect(await screen.findByRole('heading', { level: 1, name: 'K7Q4-29M' })).toBeInTheDocument();
  expect(screen.queryByText('No CAF has been opened')).not.toBeInTheDocument();
});

it('reads a closed CAF and offers only a new episode', async () => {
  const closed = {
    ...callum,
    caf: { ...caf, status: 'closed', closedOn: '2008-09-01', closureReason: 'NM', nextReviewOn: null },
  };
  await renderAt('/children/2/plan', { answers: recordAnswers(closed) });
  expect(await screen.findByText(/was closed on 1 Sep 2008: Needs met/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open a new episode' })).toHaveAttribute(
    'href',
    '/children/2/open',
  );
  expect(screen.queryByRole('button', { name: /Add an/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Buy for this action/ })).not.toBeInTheDocument();
});

it('stops everything but closing once consent is withdrawn', async () => {
  const { consents } = caf;
  const withdrawn = {
    ...callum,
    caf: {
      ...caf,
      status: 'consent_withdrawn',
      consents: [...consents, { ...consents[0]!, id: 9, kind: 'WITHDRAW' as const }],
    },
  };
  const { user } = await renderAt('/children/2/plan', { answers: recordAnswers(withdrawn) });
  expect(await screen.findByText(/The family has withdrawn consent/)).toBeInTheDocument();
  expect(screen.getByText('Withdrawn')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /New order/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /More for/ }));
  expect(screen.getByRole('menuitem', { name: 'Close the CAF' })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Record a meeting' })).not.toBeInTheDocument();
});

it('never shows one child under another’s address', async () => {
  await renderAt('/children/3', { answers: recordAnswers() });
  await waitFor(() => expect(screen.queryByText('Callum Birchall')).not.toBeInTheDocument());
});

it('says so when there is no such record', async () => {
  const answers = {
    ...recordAnswers(),
    'children.get': refuse({ code: 'not_found', message: 'There is no such child that you may see.' }),
  };
  await renderAt('/children/99', { answers });
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such child that you may see.');
});

it('reads an earlier CAF, and its parts stay with it', async () => {
  const earlier = [{ id: 6, reference: 'CAF-2006-0011', startOn: '2006-05-02', closedOn: '2007-01-10' }];
  const { office } = await renderAt('/children/2/history', {
    answers: recordAnswers({ ...callum, earlierCafs: earlier }),
  });
  expect(await screen.findByRole('link', { name: 'Read CAF-2006-0011' })).toHaveAttribute(
    'href',
    '/children/2?caf=6',
  );
  expect(office.inputsOf('children.get')[0]).toEqual({ id: 2 });
});

it('asks the office for the earlier CAF that the address names', async () => {
  const old = {
    ...callum,
    caf: {
      ...caf,
      id: 6,
      reference: 'CAF-2006-0011',
      status: 'closed',
      closedOn: '2007-01-10',
      closureReason: 'NM',
    },
  };
  const { office } = await renderAt('/children/2?caf=6', { answers: recordAnswers(old) });
  expect(await screen.findByText('You are reading an earlier CAF of this child.')).toBeInTheDocument();
  expect(office.inputsOf('children.get')[0]).toEqual({ id: 2, cafId: 6 });
  expect(screen.getByRole('link', { name: /^Plan & reviews/ })).toHaveAttribute(
    'href',
    '/children/2/plan?caf=6',
  );
  expect(screen.queryByRole('link', { name: 'Open a new episode' })).not.toBeInTheDocument();
});

it('leads on to the assessment while there is no plan to review', async () => {
  await renderAt('/children/2', {
    answers: recordAnswers({
      ...callum,
      caf: { ...caf, status: 'in_assessment', completedOn: null, tacFormedOn: null, nextReviewOn: null },
    }),
  });
  expect(await screen.findByText('Assessment under way')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go on with the assessment' })).toHaveAttribute(
    'href',
    '/children/2/assessment',
  );
});
