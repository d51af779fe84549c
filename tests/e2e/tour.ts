import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/bootstrap/places.mjs';
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
import { expect, test } from './support/desk-test.ts';
import { answerOpen, answerSave } from './support/dialogs.ts';
import { Album } from './support/album.ts';

const FOLDER = path.join(root, 'tour');
const PAYMENTS = path.join(root, 'tests', 'fixtures', 'payments', 'council-payments-2012-06.csv');

/** The tour's own child, whom nobody in the practice office is like. */
const child = {
  givenNames: 'Rowan',
  familyName: 'Pickersgill',
  dob: '17 Sep 1999',
  postcode: 'MF6 1ZZ',
  address: '3 Weavers Row\nMarlford',
  sex: 'Male',
  area: 'Hillcrest',
  carer: { name: 'Jo Pickersgill', relationship: 'Mother' },
};

test('The tour', async ({ start }) => {
  mkdirSync(FOLDER, { recursive: true });
  const { app, window } = await start();
  const album = new Album(window, FOLDER);
  const at = <T>(Model: new (page: typeof window) => T): T => new Model(window);
  const [signIn, frame, work] = [at(SignInPage), at(Frame), at(WorkPage)];
  const [providers, children, record] = [at(ProvidersPage), at(ChildrenPage), at(RecordPage)];
  const [budgets, order, people] = [at(BudgetsPage), at(OrderPage), at(PeoplePage)];
  const file = (name: string) => path.join(FOLDER, name);

  await test.step('An empty computer: set up an office, or look around in a practice office', async () => {
    const setUp = at(SetUpPage);
    await setUp.isWelcome();
    await album.keep('Welcome');
    await setUp.begin();
    await album.keep('Set up this office');
    await setUp.press('Back');
    await setUp.lookAround();
    await album.keep('Who to be in the practice office');
  });

  await test.step('Margaret, the co-ordinator, signs in to her day', async () => {
    await signIn.be('Margaret Oakes');
    await work.titled(/2008$/);
    await album.keep('The day’s work');
  });

  await test.step('Ian adds a colleague; who may do what goes by roles', async () => {
    await signIn.lock();
    await signIn.be('Ian Bristow');
    await frame.go('Office');
    await people.add({
      name: 'Sam Okonkwo',
      jobTitle: 'School nurse',
      agency: 'School nursing',
      area: 'Hillcrest',
      roles: ['Practitioner'],
      userName: 'sam',
      passphrase: 'harbour kettle violet ladder',
    });
    await album.keep('A new colleague');
  });

  await test.step('Nadia, the commissioner, imports providers from a council’s payments file', async () => {
    await signIn.lock();
    await signIn.be('Nadia Brook');
    await answerOpen(app, PAYMENTS);
    await frame.go('Providers');
    await providers.readFile();
    await album.keep('What the columns mean');
    await providers.check();
    await album.keep('What would come of it, and the rows that cannot be read');
    await providers.import();
    await album.keep('What came of it');
  });

  await test.step('She adds an item to a provider’s price list', async () => {
    await frame.go('Providers');
    await frame.search('sunny', /Sunny Futures/);
    await providers.addItem({
      code: 'SFC-20',
      category: /^CNS /,
      title: 'Family session, 60 minutes',
      price: '55.00',
      unit: 'session',
      vat: /^E /,
      validFrom: '1 Oct 2008',
    });
    await album.keep('A price list');
  });

  await test.step('Margaret looks for a child first, and opens a CAF with consent', async () => {
    await signIn.lock();
    await signIn.be('Margaret Oakes');
    await frame.go('Children');
    await children.look({ givenNames: 'Kallum', familyName: 'Burchell', dob: '', postcode: '' });
    await expect(window.getByRole('list', { name: 'Records that may be this child' })).toBeVisible();
    await album.keep('Look first, as it sounds');
    await frame.go('Children');
    await children.look(child);
    await children.register(child);
    await children.openCaf({
      source: /school/i,
      agency: 'Primary school',
      reason: 'Sleeps badly and falls asleep in class since his grandad died.',
      level: '3 Integrated',
      share: 'Primary school',
    });
    // The window's title names the record, never the child.
    const [caf = ''] = (await window.title()).split(' ');
    return caf;
  });

  await test.step('Elements of the assessment, and what he says himself', async () => {
    await record.write({
      code: 'D4',
      weight: 'Need',
      needs: 'Wakes most nights and is afraid that somebody else will die.',
      evidence: 'Sleep diary: woke on 19 of 30 nights.',
    });
    await record.write({ code: 'P2', weight: 'Strength', strengths: 'Warm and close at home.' });
    await record.element('D4');
    await album.keep('The assessment');
    await record.comment({
      child: /comment, in their own words$/,
      said: 'I want to talk to someone who isn’t my mum, so she doesn’t get sad.',
      parents: 'Agrees with what is written.',
    });
    await record.finish();
  });

  await test.step('A plan: an outcome, an action, a lead professional with a budget', async () => {
    await record.part('Plan & reviews');
    await record.addOutcome({
      wanted: 'Sleeps through most nights and feels calmer',
      aim: /^BH2 /,
      start: '2',
      aimScore: '8',
    });
    await record.addAction({
      what: 'Counselling with somebody outside the family',
      who: 'Ruth Adeyemi',
      agency: 'Education welfare',
      byWhen: '19 Dec 2008',
    });
    await album.keep('The plan');
    await record.part('Team');
    await record.appoint('Ruth Adeyemi');
    await record.part('Summary');
    await album.keep('The record');
    await frame.go('Budgets');
    await expect(budgets.holder('Ruth Adeyemi')).toBeVisible();
    await album.keep('Where each pound is');
  });

  await test.step('From the action to a request; a child’s name in a line is stopped', async () => {
    await frame.search('Pickersgill', /Rowan Pickersgill/);
    await record.part('Plan & reviews');
    await record.buyFor('1.1');
    await order.start();
    await album.keep('What stops a purchase');
    await order.addItem('couns', 'Counselling session');
    await order.quantity(1, '10');
    await order.justify({
      need: 'Somebody to talk to about his grandad.',
      tried: 'School mentor, four meetings; helped a little.',
      childView: 'I want to talk to someone who isn’t my mum.',
      family: 'They agreed',
      budget: /^Ruth Adeyemi, /,
      supplyBy: '31 Oct 2008',
    });
    await order.isClear();
    await order.describe(1, 'Counselling for Rowan');
    await order.stops(1);
    await album.keep('A name in a line');
    await order.describe(1, 'Counselling session, 50 minutes');
    await order.isClear();
    await order.submit();
    await order.told(/^Submitted\./);
  });

  await test.step('It is above Ruth’s limit: Helen approves it', async () => {
    await signIn.lock();
    await signIn.be('Helen Castellan');
    await frame.go('Orders');
    // What was asked for last stands first.
    await window.getByRole('table', { name: 'Orders' }).getByRole('row').nth(1).getByRole('link').click();
    await album.keep('Decide on the request');
    await order.approve();
  });

  const number = await test.step('Margaret reviews what the provider will see, and issues it', async () => {
    await signIn.lock();
    await signIn.be('Margaret Oakes');
    await frame.search('Pickersgill', /Rowan Pickersgill/);
    await record.part('Spending');
    await order.openFirst('Counselling session');
    await album.keep('Check and issue');
    return order.issue('Sunny Futures Counselling');
  });

  await test.step('The purchase order as a PDF', async () => {
    await order.preview(() => album.keep('The order on paper'));
    await answerSave(app, file(`Purchase order ${number}.pdf`));
    await order.savePdf();
    album.tell(
      `Purchase order ${number}.pdf`,
      'The order as the provider gets it: tagged A4, no child’s name.',
    );
    await album.keep('The issued order');
  });

  await test.step('The quarter’s return, reconciled, as an Excel workbook', async () => {
    const quarter = at(ReturnPage);
    await frame.go('Returns');
    await quarter.reconciles();
    await album.keep('The quarterly return');
    await answerSave(app, file('Quarterly return 2008-Q3.xlsx'));
    await quarter.export('Excel (XLSX)');
    album.tell(
      'Quarterly return 2008-Q3.xlsx',
      'R1, B1 and B2 of the quarter, the same figures as on the page.',
    );
  });

  await test.step('Assurance: what the gates said, who did what, and whether the file is whole', async () => {
    await signIn.lock();
    await signIn.be('Carol Whitlam');
    await frame.go('Assurance');
    await frame.press('Check it now');
    await expect(window.getByText('Audit chain')).toBeVisible();
    await album.keep('Assurance');
  });

  writeFileSync(file('README.txt'), album.index());
});
