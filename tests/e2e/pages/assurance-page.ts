import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** What was bought, what the gates said, and whether the file is whole. */
export class AssurancePage extends Screen {
  /** Has every check run and waits for all to hold. */
  async verify(): Promise<void> {
    const card = this.card('Is the file whole?');
    await this.press('Check it now', card);
    await expect(card.getByText('Audit chain')).toBeVisible({ timeout: 60_000 });
    await expect(card.getByRole('listitem')).not.toHaveCount(0);
  }
}
