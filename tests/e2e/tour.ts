import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/bootstrap/places.mjs';
import { AssurancePage } from './pages/assurance-page.ts';
import { BudgetsPage } from './pages/budgets-page.ts';
import { ChildrenPage } from './pages/children-page.ts';
import { Frame } from './pages/frame.ts';
import { OrderPage } from './pages/order-page.ts';
import { ProvidersPage } from './pages/providers-page.ts';
import { RecordPage } from './pages/record-page.ts';
import { ReturnPage } from './pages/return-page.ts';
import { SetUpPage } from './pages/set-up-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './support/desk-test.ts';
import { answerOpen, answerSave } from './support/dialogs.ts';

const PAYMENTS = path.join(root, 'tests', 'fixtures', 'payments', 'council-payments-2012-06.csv');
const TOUR = path.join(root, 'tour');

/** The child whom the tour registers; invented, like everyone in the practice office. */
const jamie = {
  givenNames: 'Jamie',
  familyName: 'Thornley',
  dob: '9 Jun 2000',
  postcode: 'MF4 6QL',
  address: '12 Beacon Rise\nMarlford',
  sex: 'Male',
  area: 'Hillcrest',
  carer: { name: 'Carla Thornley', relationship: 'Mother' },
};

/** Pictures in the order in which they were taken, and what each shows. */
class Album {
  readonly #lines: string[] = [];
  constructor() {
    mkdirSync(TOUR, { recursive: true });
  }

  async picture(window: Page, title: string): Promise<void> {
    const number = String(this.#lines.length + 1).padStart(2, '0');
    const name = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const file = `${number}-${name}.png`;
    await window.screenshot({ path: path.join(TOUR, file), animations: 'disabled' });
    this.#lines.push(`${file}  ${title}`);
  }

  /** Writes what is in the folder beside the pictures. */
  index(papers: readonly string[]): void {
    const text = [
      'The main job in the practice office, step by step. Nobody in it is real.',
      '',
      ...this.#lines,
      ...papers,
    ];
    writeFileSync(path.join(TOUR, 'README.txt'), `${text.join('\n')}\n`);
  }
}

/** From the list of orders to the one for the tour's child, by the CAF's reference. */
async function openOrder(window: Page, frame: Frame): Promise<void> {
  await frame.go('Orders');
  await window
    .getByRole('row', { name: /CAF-2008-0025/ })
    .getByRole('link')
    .click();
}

test('The tour', async ({ start }) => {
  const { app, window } = await start();
  const album = new Album();
  const at = <T>(Model: new (page: typeof window) => T): T => new Model(window);
  const [signIn, frame, order] = [at(SignInPage), at(Frame), at(OrderPage)];
  const [children, record, providers, quarter] = [
    at(ChildrenPage),
    at(RecordPage),
    at(ProvidersPage),
    at(ReturnPage),
  ];
  const change = async (name: string) => {
    await signIn.lock();
    await signIn.be(name);
  };

  await test.step('First start: make the practice office', async () => {
    await at(SetUpPage).isWelcome();
    await album.picture(window, 'First start');
    await at(SetUpPage).lookAround();
    await album.picture(window, 'Sign in to the practice office');
  });

  await test.step('The commissioner imports the providers that Finance pays', async () => {
    await signIn.be('Nadia Brook');
    await answerOpen(app, PAYMENTS);
    await frame.go('Providers');
    await providers.readFile();
    await album.picture(window, 'Import: the columns of the payments file');
    await providers.check();
    await album.picture(window, 'Import: what would come of each row');
    await providers.import();
    await album.picture(window, 'Import: done, with the rows that could not be read');
  });

  await test.step('The co-ordinator starts the day, looks first, registers a child and opens a CAF', async () => {
    await change('Margaret Oakes');
    await frame.go('Work');
    await album.picture(window, 'The day’s work');
    await frame.go('Children');
    await album.picture(window, 'Children');
    await children.look(jamie);
    await album.picture(window, 'Look first: sounds-like name, date of birth, postcode');
    await children.register(jamie);
    await album.picture(window, 'Open the CAF with consent');
    await children.openCaf({
      source: /school/i,
      agency: 'Primary school',
      reason: 'Late or absent two mornings in three since the move.',
      level: '3 Integrated',
      share: 'Primary school',
    });
  });

  const reference =
    await test.step('She writes the assessment and the plan, and names the lead professional', async () => {
      await record.write({
        code: 'D10',
        weight: 'Need',
        needs: 'Misses mornings.',
        evidence: 'Attendance 64%.',
      });
      await record.write({ code: 'D12', weight: 'Strength', strengths: 'Wants to be a vet.' });
      await album.picture(window, 'Assessment');
      await record.comment({
        child: /comment, in their own words$/,
        said: 'I want somebody to talk to about the move.',
        parents: 'Agrees with what is written.',
      });
      await record.finish();
      await record.part('Plan & reviews');
      await record.addOutcome({
        wanted: 'In school every day and on time',
        aim: /^EA2 /,
        start: '3',
        aimScore: '9',
      });
      await record.addAction({
        what: 'Counselling with somebody outside the family',
        who: 'Ruth Adeyemi',
        agency: 'Education welfare',
        byWhen: '19 Dec 2008',
      });
      await album.picture(window, 'Plan');
      await record.part('Team');
      await record.appoint('Ruth Adeyemi');
      await record.part('Summary');
      await album.picture(window, 'The record');
      const shown = await window
        .getByText(/CAF-2008-\d{4}/)
        .first()
        .innerText();
      return /CAF-2008-\d{4}/.exec(shown)?.[0] ?? '';
    });

  await test.step('The budget manager gives the lead professional more money', async () => {
    await change('Helen Castellan');
    await frame.go('Budgets');
    await at(BudgetsPage).allocate('Ruth Adeyemi', '500.00', 'Second allocation');
    await album.picture(window, 'Budgets: where each pound is');
  });

  await test.step('A purchase from the plan: gates stop it, and are put right', async () => {
    await change('Margaret Oakes');
    await frame.search('Thornley', /Jamie Thornley/);
    await record.part('Plan & reviews');
    await record.buyFor('1.1');
    await order.start();
    await album.picture(window, 'A request with stops');
    await order.addItem('couns', 'Counselling session');
    await order.quantity(1, '8');
    await order.justify({
      need: 'Somebody to talk to about the move.',
      tried: 'School mentor, four meetings; helped a little.',
      childView: 'I want somebody to talk to about the move.',
      family: 'They agreed',
      budget: /^Ruth Adeyemi, Pathfinder/,
      supplyBy: '28 Oct 2008',
    });
    await order.isClear();
    await order.describe(1, 'Counselling for Jamie');
    await order.stops(1);
    await album.picture(window, 'A child’s name in a line is stopped');
    await order.describe(1, 'Counselling session, 50 minutes');
    await order.isClear();
    await order.submit();
    await order.told(/^Submitted\./);
    await album.picture(window, 'Above the own limit: it waits for somebody else');
  });

  await test.step('Somebody with authority approves it', async () => {
    await change('Helen Castellan');
    await openOrder(window, frame, reference);
    await album.picture(window, 'Decide on the request');
    await order.approve();
  });

  const number = await test.step('The co-ordinator reviews and issues it', async () => {
    await change('Margaret Oakes');
    await openOrder(window, frame, reference);
    await album.picture(window, 'Check and issue');
    const issued = await order.issue('Sunny Futures Counselling');
    await album.picture(window, 'Issued');
    return issued;
  });

  await test.step('Preview it and save the paper as PDF', async () => {
    await order.preview(() => album.picture(window, 'Preview: what the provider will see'));
    await answerSave(app, path.join(TOUR, `purchase-order-${number}.pdf`));
    await order.savePdf();
  });

  await test.step('The quarterly return reconciles and goes to Excel', async () => {
    await frame.go('Returns');
    await quarter.reconciles();
    await album.picture(window, 'The quarterly return');
    await answerSave(app, path.join(TOUR, 'return.xlsx'));
    await quarter.export('Excel (XLSX)');
  });

  await test.step('A manager looks at the assurance page', async () => {
    await change('Helen Castellan');
    await frame.go('Assurance');
    await at(AssurancePage).verify();
    await album.picture(window, 'Assurance');
    await expect(window.getByText('Passed every gate')).toBeVisible();
  });

  album.index([
    `purchase-order-${number}.pdf  The order as the provider gets it`,
    'return.xlsx  The return with exact figures',
  ]);
});
