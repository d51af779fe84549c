import { Secret, TOTP } from 'otpauth';
import { Frame } from './pages/frame.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './support/desk-test.ts';
import { marlford, PASSPHRASE } from './support/marlford.ts';
import { tell } from './support/office.ts';

const OWN = 'seven blue herons at low tide';
const AFTER_RECOVERY = 'gravel lantern oboe thursday';
const HALF_MINUTE_MS = 30_000;

/** What the phone shows for a key, now or some half minutes on. */
function codeOf(key: string, on = 0): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''));
  return new TOTP({ secret }).generate({ timestamp: Date.now() + on * HALF_MINUTE_MS });
}

test('A way in: a passphrase of one’s own, a second factor, the lock after its warning, the recovery key', async ({
  start,
  gallery,
}) => {
  const { window } = await start();
  const { recoveryKey } = await tell(window, 'access.setUp', marlford);
  const [signIn, frame] = [new SignInPage(window), new Frame(window)];
  await signIn.isIn();
  await frame.go('Office');
  await frame.follow('My sign-in');
  await gallery.visit(window, 'My sign-in');

  await frame.press('Change my passphrase');
  const change = frame.dialog('Change my passphrase');
  await frame.enter({ 'Present passphrase': PASSPHRASE, 'New passphrase': 'margaret oakes' }, change);
  await expect(change.getByText('It is made of your name or the office’s.')).toBeVisible();
  await gallery.visit(window, 'A new passphrase is judged while it is typed');
  await frame.enter({ 'New passphrase': OWN, 'New passphrase again': OWN }, change);
  await expect(change.getByText('This will do.')).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await frame.told(/^Passphrase changed/);

  await frame.press('Turn it on');
  const turnOn = frame.dialog('Turn the second factor on');
  const key = await turnOn.locator('code').innerText();
  await gallery.visit(window, 'Turn the second factor on');
  await frame.enter({ 'Code that the app shows': codeOf(key) }, turnOn);
  await window.keyboard.press('Control+Enter');
  const codes = frame.dialog('Your backup codes');
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  await gallery.visit(window, 'Backup codes');
  await frame.press('I have written them down', codes);
  await expect(window.getByText('10 of 10 left')).toBeVisible();

  await frame.follow('Keys and lock');
  await gallery.visit(window, 'Keys and lock');
  // From here on the window has the time that the test says: no minute is waited for, and none passes unasked.
  let time = Date.now();
  const after = (seconds: number) => window.clock.setFixedTime((time += seconds * 1000));
  await after(0);
  await frame.enter({ 'Quiet minutes before it locks': '1' });
  await frame.press('Save');
  await frame.told('Trust Desk locks after 1 quiet minute.');
  await after(45);
  const warning = window.getByRole('alertdialog', { name: 'Trust Desk is about to lock' });
  await expect(warning.getByRole('button', { name: 'Keep working' })).toBeFocused();
  await gallery.visit(window, 'About to lock');
  await window.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  await after(45);
  await expect(warning).toBeVisible();
  await after(16);
  await frame.titled('Locked');

  await signIn.try('margaret', OWN);
  await expect(signIn.field('Code')).toBeFocused();
  await gallery.visit(window, 'A code is asked for');
  await signIn.field('Code').fill('000000');
  await window.keyboard.press('Enter');
  await signIn.refusal('That code is not the one that counts now');
  // Each code counts once, and the phone’s may run half a minute ahead.
  await signIn.field('Code').fill(codeOf(key, 1));
  await window.keyboard.press('Enter');
  await signIn.isIn();
  await expect(window.getByText('There was 1 wrong try')).toBeVisible();
  await gallery.visit(window, 'What happened meanwhile');
  await frame.press('Close', window.getByRole('alert'));

  await signIn.lock();
  await frame.press('I have forgotten my passphrase');
  await frame.titled('Forgotten passphrase');
  await gallery.visit(window, 'The recovery key is asked for');
  await window
    .getByRole('textbox', { name: 'Recovery key' })
    .fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await frame.press('Go on');
  await expect(signIn.field('New passphrase')).toBeFocused();
  await frame.enter({ 'New passphrase': AFTER_RECOVERY, 'New passphrase again': AFTER_RECOVERY });
  await gallery.visit(window, 'Who comes in with the recovery key');
  await frame.press('Set it and sign in');
  await signIn.isIn();
  await frame.go('Office');
  await frame.follow('My sign-in');
  await expect(frame.card('My last sign-ins').getByText('Recovery key')).toBeVisible();
  await expect(frame.card('Second factor').getByText(/^Off\./)).toBeVisible();
  await gallery.visit(window, 'My sign-in afterwards');
});
