import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** The quarterly return and its export. */
export class ReturnPage extends Screen {
  /** Every check of the figures against each other holds. */
  async reconciles(): Promise<void> {
    await expect(this.card('Reconciled').getByText('All hold')).toBeVisible();
  }

  /** The cells of a table's row, as they are shown. */
  async row(table: string, row: string): Promise<string[]> {
    const rows = this.page.getByRole('table', { name: table }).getByRole('row');
    const found = rows.filter({ has: this.page.getByRole('rowheader', { name: row, exact: true }) });
    return found.getByRole('cell').allInnerTexts();
  }

  /** Saves the return in a format; where to is answered in place of the system's dialog. */
  async export(format: 'Excel (XLSX)' | 'CSV' | 'PDF'): Promise<void> {
    await this.page.keyboard.press('Control+E');
    const dialog = this.dialog(/^Export the return/);
    await this.pick('Format', format, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden({ timeout: 60_000 });
  }
}
