import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** The places of the rail. */
export type Place =
  'Work' | 'Children' | 'Budgets' | 'Orders' | 'Providers' | 'Returns' | 'Assurance' | 'Office';

/** What stands round every page: rail, search, who is signed in. */
export class Frame extends Screen {
  /** Goes to a place by the rail. */
  async go(place: Place): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: 'Main' });
    // On Work the count of what is late belongs to the link's name.
    await rail.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await expect(rail.locator('[aria-current="page"]')).toHaveText(new RegExp(`^${place}`));
  }

  /** Finds something by Ctrl+K and a few letters, and opens it. */
  async search(letters: string, found: RegExp): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.getByRole('combobox', { name: /Search children/ }).fill(letters);
    await this.page.getByRole('option', { name: found }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }
}
