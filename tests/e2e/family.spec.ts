import { SignInPage } from './pages/sign-in-page.ts';
import { Frame } from './pages/frame.ts';
import { expect, test } from './support/desk-test.ts';
import { tell } from './support/office.ts';

test('two records of one child become one and are put apart; a family, its hidden home and its details', async ({
  start,
  gallery,
}) => {
  const { window } = await start();
  await tell(window, 'access.openPractice', {});
  await new SignInPage(window).be('Margaret Oakes');
  const frame = new Frame(window);

  await frame.go('Children');
  await window.getByRole('link', { name: 'Possible duplicates (1)' }).click();
  await expect(window.getByText('Same date of birth')).toBeVisible();
  await gallery.picture(window, 'duplicates');
  await window.getByRole('link', { name: /^Compare Chloe/ }).click();
  await expect(window.getByRole('heading', { name: 'Where they differ' })).toBeVisible();
  await window.getByLabel('How you know that they are one child').fill('The school confirms it.');
  await gallery.picture(window, 'merge');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Chloe Winterbourne' })).toBeVisible();
  await window.getByRole('link', { name: /^Family/ }).click();
  await expect(window.getByText('Ray Cobb')).toBeVisible();
  await gallery.picture(window, 'family of the one record');

  await frame.go('Children');
  await window.getByRole('link', { name: 'Possible duplicates' }).click();
  await window.getByRole('button', { name: /^Put apart/ }).click();
  await window.getByRole('button', { name: 'Put them apart' }).click();
  await expect(window.getByText('Put apart: two records again.')).toBeVisible();
  await expect(window.getByRole('link', { name: /^Compare Chloe/ })).toBeVisible();

  await frame.search('maya', /Maya Farrington/);
  await window.getByRole('link', { name: /^Family/ }).click();
  await expect(window.getByText('41 Orchard Walk, Marlford, MF2 7DN')).toBeVisible();
  await expect(window.getByText('2 Tannery Lane')).toBeHidden();
  await gallery.picture(window, 'family with a restricted address');
  await window.getByRole('button', { name: 'Show the address of Maya Farrington' }).click();
  await expect(window.getByText('2 Tannery Lane')).toBeVisible();
  await window.getByRole('link', { name: 'Open the record of Zak Farrington' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Zak Farrington' })).toBeVisible();

  await window.getByRole('link', { name: /^Family/ }).click();
  await window.getByRole('link', { name: 'Change the details' }).click();
  await window.getByLabel('NHS number').fill('943 476 5918');
  await window.getByRole('button', { name: 'Save: school and numbers' }).click();
  await expect(window.getByRole('link', { name: /That is not an NHS number/ })).toBeVisible();
  await window.getByLabel('NHS number').fill('943 476 5919');
  await window.getByRole('button', { name: 'Save: school and numbers' }).click();
  await expect(window.getByText('Saved: school and numbers.')).toBeVisible();
  await gallery.picture(window, 'details');
  await window.emulateMedia({ colorScheme: 'dark' });
  await gallery.picture(window, 'details dark');
  await window.getByRole('link', { name: 'Back to the record' }).click();
  await window.getByRole('button', { name: 'Add somebody' }).click();
  await gallery.picture(window, 'somebody of the family dark');
});
