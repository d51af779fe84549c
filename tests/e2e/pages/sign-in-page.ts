import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** Signing in, to the office or to the practice office, and the lock in front of it. */
export class SignInPage extends Screen {
  async isLocked(): Promise<void> {
    await this.titled(/^(Locked|Sign in)$/);
  }

  /** Hands the two in, whatever comes of it. */
  async try(userName: string, passphrase: string): Promise<void> {
    await this.field('User name').fill(userName);
    await this.field('Passphrase').fill(passphrase);
    await this.page.keyboard.press('Enter');
  }

  /** Signs in and waits for the frame with the person in it. */
  async signIn(userName: string, passphrase: string): Promise<void> {
    await this.isLocked();
    await this.try(userName, passphrase);
    await this.isIn();
  }

  /** The first sign-in with a passphrase that somebody else chose: it is good for this once, and an own one is asked for. */
  async signInFirst(userName: string, first: string, own: string): Promise<void> {
    await this.isLocked();
    await this.try(userName, first);
    await this.enter({ 'New passphrase': own, 'New passphrase again': own });
    await this.page.keyboard.press('Enter');
    await this.isIn();
  }

  async isIn(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** In the practice office one press is enough. */
  async be(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^(\\S+ )?${name}`) }).click();
    await this.isIn();
  }

  /** Locks from wherever one is, by the keys. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+L');
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  }

  /** What the page says is wrong. */
  async refusal(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('alert', { name: 'There is a problem' })).toContainText(words);
  }
}
