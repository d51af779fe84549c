import path from 'node:path';
import { root } from '../../scripts/bootstrap/places.mjs';
import { ensureLibraries } from '../../scripts/runtime/system-libraries.ts';
import { openPrintServer, type PrintServer } from '#tests/documents/print-server.ts';
import { tagsOf } from '#tests/documents/read-pdf.ts';
import { AssurancePage } from './pages/assurance-page.ts';
import { BudgetsPage } from './pages/budgets-page.ts';
import { ChildrenPage } from './pages/children-page.ts';
import { Frame } from './pages/frame.ts';
import { OrderPage } from './pages/order-page.ts';
import { PeoplePage } from './pages/people-page.ts';
import { ProvidersPage } from './pages/providers-page.ts';
import { RecordPage } from './pages/record-page.ts';
import { ReturnPage } from './pages/return-page.ts';
import { SetUpPage } from './pages/set-up-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { WorkPage } from './pages/work-page.ts';
import { filesThatSay } from './support/data-folder.ts';
import { dayFromNow } from './support/days.ts';
import { expect, test } from './support/desk-test.ts';
import { answerOpen, answerSave, suggestedName } from './support/dialogs.ts';
import {
  FIRST_PASSPHRASE,
  callum,
  kit,
  marlford,
  PASSPHRASE,
  pathfinder,
  ruth,
  session,
  sunny,
  TELLING,
} from './support/marlford.ts';
import { addSecondAndManager } from './support/two-people.ts';
import { figureInCsv, figureInXlsx, pdfIn } from './support/papers.ts';

const PAYMENTS = path.join(root, 'tests', 'fixtures', 'payments', 'council-payments-2012-06.csv');
const CHILDRENS = 'Children and Young People';
let printers: PrintServer | null = null;
test.beforeAll(async () => {
  if (process.platform !== 'linux') return;
  await ensureLibraries('paper');
  printers = await openPrintServer();
});
test.afterAll(() => printers?.close());

test('The main job, from an empty computer to the return', async ({ start, folder, gallery }) => {
  test.setTimeout(600_000);
  const desk = await start({ env: printers?.env ?? {} });
  const { app, window } = desk;
  const at = <T>(Model: new (page: typeof window) => T): T => new Model(window);
  const [setUp, signIn, frame] = [at(SetUpPage), at(SignInPage), at(Frame)];
  const [people, providers, children] = [at(PeoplePage), at(ProvidersPage), at(ChildrenPage)];
  const [record, budgets, order] = [at(RecordPage), at(BudgetsPage), at(OrderPage)];
  const [work, quarter, assurance] = [at(WorkPage), at(ReturnPage), at(AssurancePage)];

  await test.step('Set up the office', async () => {
    await setUp.isWelcome();
    await gallery.visit(window, 'Welcome');
    await setUp.begin();
    await setUp.make();
    await expect(window.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await setUp.answer(marlford);
    await gallery.visit(window, 'Set up');
    await setUp.make();
  });

  await test.step('Write down the recovery key, shown once', async () => {
    const groups = await setUp.recoveryKey();
    expect(groups).toHaveLength(12);
    await gallery.visit(window, 'Recovery key');
    await setUp.confirm('XXXX');
    await expect(window.getByRole('heading', { name: 'Write the recovery key down' })).toBeVisible();
    await setUp.confirm(groups.at(-1) ?? '');
    await signIn.isIn();
    await gallery.visit(window, 'Work on the first day');
  });

  await test.step('Lock, a wrong passphrase in words, unlock', async () => {
    await signIn.lock();
    await signIn.try('margaret', 'not the passphrase');
    await signIn.refusal('do not belong together. Nothing was opened.');
    await gallery.visit(window, 'Wrong passphrase');
    await signIn.signIn('margaret', PASSPHRASE);
  });

  await test.step('Add a lead professional with training and a limit', async () => {
    await frame.go('Office');
    await gallery.visit(window, 'People');
    await people.add(ruth);
    await people.recordTraining(dayFromNow(-30));
    await people.setOwnLimit('100.00');
    await gallery.visit(window, 'Lead professional');
  });

  await test.step('Rights over money take two people', () => addSecondAndManager(window, gallery));

  await test.step('Import providers from a real payments file; a second run doubles nothing', async () => {
    const parts = ['Imported', 'Folded in', 'Left out', 'Cannot be read'];
    await answerOpen(app, PAYMENTS);
    await frame.go('Providers');
    await gallery.visit(window, 'No providers yet');
    await providers.readFile();
    await expect(window.getByRole('checkbox', { name: CHILDRENS })).toBeChecked();
    await gallery.visit(window, 'Import, columns');
    await providers.keep('all');
    await providers.check();
    await expect(providers.folds()).toHaveCount(2);
    await expect(providers.folds().first()).not.toBeChecked();
    await gallery.visit(window, 'Import, spellings');
    await providers.backToColumns();
    await providers.keep([CHILDRENS]);
    await providers.check();
    await expect(window.getByRole('table', { name: 'Rows that cannot be read' })).toBeVisible();
    await gallery.visit(window, 'Import, check');
    await providers.import();
    const [rows = 0, ...first] = await providers.figures(['Rows in the file', ...parts]);
    expect(rows).toBe(3161);
    expect(first.reduce((sum, part) => sum + part)).toBe(rows);
    await gallery.visit(window, 'Import, done');
    expect(await providers.figures(['Imported', 'Cannot be read', 'Providers added'])).toEqual([
      776, 237, 209,
    ]);

    await frame.go('Providers');
    await gallery.visit(window, 'Providers');
    await providers.readFile();
    await providers.check();
    expect(await providers.figures(['To import', 'To fold in', 'Providers to add'])).toEqual([0, 0, 0]);
  });

  await test.step('Add a provider with a price list and approve it', async () => {
    await frame.go('Providers');
    await providers.add(sunny({ safeguardingUntil: dayFromNow(300), dataNoteOn: dayFromNow(-200) }));
    await providers.addItem(session(dayFromNow(-60)));
    await providers.addItem(kit(dayFromNow(-60)));
    await providers.approve();
    await gallery.visit(window, 'Provider with a price list');
  });

  await test.step('Register a child, after looking, and open a CAF with consent', async () => {
    await frame.go('Children');
    await gallery.visit(window, 'No children yet');
    const child = callum(dayFromNow(-3080));
    await children.look(child);
    await gallery.visit(window, 'Look first');
    await children.register(child);
    await gallery.visit(window, 'Open the CAF');
    await children.openCaf({
      source: /school/i,
      agency: 'Primary school',
      reason: 'Sleeps badly and falls asleep in class since his grandad died.',
      level: '3 Integrated',
      share: 'Primary school',
    });
  });

  await test.step('Write elements of the assessment, comments, a plan; finish the assessment', async () => {
    await record.write({
      code: 'D4',
      weight: 'Need',
      needs: 'Wakes most nights and is afraid that somebody else will die.',
      evidence: 'Sleep diary: woke on 19 of 30 nights.',
    });
    await record.write({
      code: 'D12',
      weight: 'Strength',
      strengths: 'Knows what he wants to get better at.',
    });
    await record.write({ code: 'P2', weight: 'Strength', strengths: 'Warm and close at home.' });
    await gallery.visit(window, 'Assessment');
    await record.comment({
      child: /comment, in their own words$/,
      said: 'I want to talk to someone who isn’t my mum, so she doesn’t get sad.',
      parents: 'Agrees with what is written.',
    });
    await record.finish();
    await record.part('Plan & reviews');
    await record.addOutcome({
      wanted: 'Sleeps through most nights',
      aim: /^BH2 /,
      start: '2',
      aimScore: '8',
    });
    await record.addAction({
      what: 'Counselling with somebody outside the family',
      who: 'Ruth Adeyemi',
      agency: 'Education welfare',
      byWhen: dayFromNow(40),
    });
    await gallery.visit(window, 'Plan');
  });

  await test.step('Name the lead professional', async () => {
    await record.part('Team');
    await record.appoint('Ruth Adeyemi');
    await gallery.visit(window, 'Team');
    await record.part('Summary');
    await gallery.visit(window, 'Record');
  });

  await test.step('Give a fund its money and allocate some to her', async () => {
    await frame.go('Budgets');
    await gallery.visit(window, 'No fund yet');
    await budgets.addFund(pathfinder);
    await budgets.allocate('Ruth Adeyemi', '1,000.00', 'First allocation');
    await expect(budgets.holder('Ruth Adeyemi')).toContainText('1,000.00');
    await gallery.visit(window, 'Budgets');
  });

  await test.step('From the plan’s action to a request; what stops it is put right', async () => {
    await frame.search('Birchall', /Callum Birchall/);
    await record.part('Plan & reviews');
    await record.buyFor('1.1');
    await gallery.visit(window, 'New order');
    await order.start();
    await expect(order.gate('Stop', 'There is nothing on the order.')).toBeVisible();
    await expect(order.gate('Stop', 'No budget is chosen.')).toBeVisible();
    await expect(order.gate('Stop', 'What else was tried is not written down.')).toBeVisible();
    await expect(order.gate('Stop', 'The child’s view is missing.')).toBeVisible();
    await expect(order.gate('Passed', 'Ruth Adeyemi leads, trained')).toBeVisible();
    await gallery.visit(window, 'Request with stops');
    await order.addItem('couns', 'Counselling session');
    await order.quantity(1, '10');
    await order.addItem('memory', 'Memory box kit');
    await order.justify({
      need: 'Somebody to talk to about his grandad.',
      tried: 'School mentor, four meetings; helped a little.',
      childView: 'I want to talk to someone who isn’t my mum.',
      family: 'They agreed',
      budget: /^Ruth Adeyemi, Pathfinder/,
      supplyBy: dayFromNow(14),
    });
    await order.isClear();
  });

  await test.step('A child’s name in a line is stopped, and taken out again', async () => {
    await order.describe(2, 'Callum’s memory box kit');
    await order.stops(1);
    await order.submit();
    const stop = order.gate('Stop', 'Line 2 tells who the child is');
    await expect(stop.getByRole('button')).toBeFocused();
    await gallery.visit(window, 'A name in a line');
    await stop.getByRole('button', { name: 'Change it to “Memory box kit”' }).click();
    await order.isClear();
  });

  await test.step('Submit it, above the limit', async () => {
    await expect(order.gate('To check', '£495.60 is above the own limit of £100.00.')).toBeVisible();
    await order.submit();
    await order.told(/^Submitted\./);
    await expect(window.getByText('Waiting for approval').first()).toBeVisible();
    await gallery.visit(window, 'Request that waits');
  });

  await test.step('Somebody else approves it', async () => {
    await signIn.lock();
    await signIn.signInFirst('priya', FIRST_PASSPHRASE, PASSPHRASE);
    await work.count('Approvals waiting', 1);
    await gallery.visit(window, 'Work of the team manager');
    await work.take('Decide', /Counselling session/);
    await gallery.visit(window, 'Decide on the request');
    await order.approve();
  });

  const number = await test.step('Review and issue it', async () => {
    await signIn.lock();
    await signIn.signIn('margaret', PASSPHRASE);
    await work.count('Orders to issue', 1);
    await work.take('Issue', /Counselling session/);
    await expect(order.gate('Passed', 'Approved by Priya Nair')).toBeVisible();
    await gallery.visit(window, 'Check and issue');
    return order.issue('Sunny Futures Counselling');
  });

  await test.step('The paper: preview, PDF, printer', async () => {
    expect(number).toBe('4000001');
    await order.preview(async (paper) => {
      await expect(paper.getByText(number).first()).toBeVisible();
      await expect(paper.getByText(TELLING)).toHaveCount(0);
      await gallery.visit(window, 'Preview of the order');
    });
    const file = path.join(folder, 'order.pdf');
    await answerSave(app, file);
    await order.savePdf();
    expect(await suggestedName(app)).toBe(`Purchase order ${number}.pdf`);
    const pdf = await pdfIn(file);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toBe('en-GB');
    const heads = pdf.pages.flatMap((page) => tagsOf(page.tags, 'H1')).map((tag) => tag.text);
    expect(heads).toEqual([`PURCHASE ORDER ${number}`]);
    expect(pdf.text).toContain('£495.60');
    expect(pdf.text).not.toMatch(TELLING);
    if (printers) {
      await order.print('Front_desk');
      const [job] = await printers.jobs(1);
      expect(job).toMatchObject({ printer: 'Front_desk', copies: 1 });
      expect(job?.title).not.toMatch(TELLING);
    }
    await gallery.visit(window, 'Issued order');
  });

  await test.step('Every pound is in exactly one place', async () => {
    await frame.go('Budgets');
    await expect(budgets.holder('Ruth Adeyemi')).toContainText('488.00');
    await expect(budgets.holder('Ruth Adeyemi')).toContainText('512.00');
    await gallery.visit(window, 'Budgets after the order');
  });

  await test.step('The return reconciles, and its files agree', async () => {
    await frame.go('Returns');
    await quarter.reconciles();
    await gallery.visit(window, 'Return');
    const shown = await quarter.row('B2 Spend by category', 'All categories');
    expect(shown.slice(0, 5)).toEqual(['1', '1', '488.00', '7.60', '495.60']);
    const [xlsx, csv, pdf] = ['xlsx', 'csv', 'pdf'].map((ending) => path.join(folder, `return.${ending}`));
    for (const [format, file] of [
      ['Excel (XLSX)', xlsx],
      ['CSV', csv],
      ['PDF', pdf],
    ] as const) {
      await answerSave(app, file ?? '');
      await quarter.export(format);
    }
    const figures = [
      { table: 'R1', row: 'Whole trust', column: 'Initiated', is: '1' },
      { table: 'R1', row: 'Whole trust', column: 'Open at end', is: '1' },
      { table: 'B1', row: 'All funds', column: 'Committed', is: '488' },
      { table: 'B2', row: 'All categories', column: 'Gross', is: '495.6' },
    ];
    for (const { is, ...figure } of figures) {
      expect(Number(await figureInXlsx(xlsx ?? '', figure)), JSON.stringify(figure)).toBe(Number(is));
      expect(Number(figureInCsv(csv ?? '', figure)), JSON.stringify(figure)).toBe(Number(is));
    }
    const paper = await pdfIn(pdf ?? '');
    expect(paper.isTagged).toBe(true);
    expect(paper.text).toMatch(/All categories 1 1 488\.00 7\.60 495\.60/);
  });

  await test.step('The file is whole, and the audit trail tells who did what', async () => {
    await frame.go('Assurance');
    await assurance.verify();
    await gallery.visit(window, 'Assurance');
  });

  await test.step('Nothing on the disk can be read', async () => {
    await desk.close();
    expect(filesThatSay(desk.dataDir, ['Birchall', 'Callum', 'grandad', 'Canal Street'])).toEqual([]);
  });
});
