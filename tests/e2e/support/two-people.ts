import type { Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { WorkPage } from '../pages/work-page.ts';
import type { Gallery } from './gallery.ts';
import { FIRST_PASSPHRASE, ian, PASSPHRASE, priya } from './marlford.ts';

/**
 * Margaret names Ian the second administrator and proposes Priya as team manager; Ian agrees from his day's work, and
 * Margaret is back at the desk.
 */
export async function addSecondAndManager(window: Page, gallery: Gallery): Promise<void> {
  const [people, frame, signIn] = [new PeoplePage(window), new Frame(window), new SignInPage(window)];
  await frame.go('Office');
  await people.add(ian);
  await frame.go('Office');
  await people.add(priya);
  await gallery.visit(window, 'Waiting for a second person');
  await signIn.lock();
  await signIn.signInFirst('ian', FIRST_PASSPHRASE, PASSPHRASE);
  await new WorkPage(window).take('Decide', /Team manager for Priya Nair/);
  await people.agree('team manager', 'Priya Nair');
  await gallery.visit(window, 'Agreed by a second person');
  await signIn.lock();
  await signIn.signIn('margaret', PASSPHRASE);
}
