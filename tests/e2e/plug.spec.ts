import { Frame } from './pages/frame.ts';
import { OrderPage } from './pages/order-page.ts';
import { ProvidersPage } from './pages/providers-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { WorkPage } from './pages/work-page.ts';
import { expect, test } from './support/desk-test.ts';
import { officeProcess } from './support/office-process.ts';
import { PASSPHRASE } from './support/marlford.ts';
import { tell } from './support/office.ts';
import { approvedOrder, readyOffice } from './support/ready-office.ts';

const PROVIDER = 'Sunny Futures Counselling';

test('What was acknowledged survives the plug pulled from the office process', async ({ start, gallery }) => {
  const first = await start();
  const { app, window } = first;
  const [signIn, work, order] = [new SignInPage(window), new WorkPage(window), new OrderPage(window)];
  const orderId = await approvedOrder(window, await readyOffice(window));

  const number = await test.step('The order is issued, and at once the process is killed', async () => {
    await signIn.signIn('margaret', PASSPHRASE);
    await work.take('Issue', /Counselling session/);
    const pid = await officeProcess(app);
    const issued = await order.issue(PROVIDER);
    process.kill(pid, 'SIGKILL');
    return issued;
  });

  await test.step('The window says so and asks for the passphrase', async () => {
    await expect(window.getByRole('alert')).toContainText('The office stopped and was started again.');
    await gallery.visit(window, 'The office stopped');
    await signIn.signIn('margaret', PASSPHRASE);
  });

  await test.step('The order is there with its number, and the file is whole', async () => {
    await order.titled(`Order ${number}`);
    expect(await tell(window, 'orders.get', { id: orderId })).toMatchObject({
      status: 'issued',
      number: Number(number),
    });
    expect(await tell(window, 'assurance.verify', {})).toMatchObject({ ok: true });
  });

  await test.step('What is being typed outlives the process too', async () => {
    const [frame, providers] = [new Frame(window), new ProvidersPage(window)];
    await frame.go('Providers');
    await providers.follow('Add provider');
    await providers.enter({ Name: 'Harbour Family Learning' });
    process.kill(await officeProcess(app), 'SIGKILL');
    await signIn.signIn('margaret', PASSPHRASE);
    await expect(providers.field('Name')).toHaveValue('Harbour Family Learning');
    await window.keyboard.press('Control+Enter');
    await providers.titled('Harbour Family Learning');
  });

  await test.step('And after a new start on the same folder', async () => {
    await first.close();
    const second = await start();
    const again = new SignInPage(second.window);
    await again.signIn('margaret', PASSPHRASE);
    await new Frame(second.window).search(number, new RegExp(`Order ${number}`));
    await new OrderPage(second.window).titled(`Order ${number}`);
    await gallery.visit(second.window, 'After a new start');
  });
});
