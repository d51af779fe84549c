import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** A fund as it is added, by the labels of the form. */
export type FundInput = {
  name: string;
  funder: string;
  programme: string;
  amount: string;
  costCentre: string;
  expenseCode: string;
  projectCode: string;
};

/** Funds, who holds what of them, and where each pound is. */
export class BudgetsPage extends Screen {
  async addFund(fund: FundInput): Promise<void> {
    await this.press('Add a fund');
    await this.titled('Add a fund');
    await this.enter({
      Name: fund.name,
      Funder: fund.funder,
      Programme: fund.programme,
      'Money it starts with': fund.amount,
      'Cost centre': fund.costCentre,
      'Expense code': fund.expenseCode,
      'Project code': fund.projectCode,
    });
    await this.page.keyboard.press('Control+Enter');
    await this.titled(/^Budgets \d{4}-\d{2}$/);
  }

  /** Gives some of the fund's money to somebody. */
  async allocate(to: string, amount: string, reason: string): Promise<void> {
    await this.press('Allocate money');
    const dialog = this.dialog('Allocate money');
    await this.find('Allocate to', to.slice(0, 4), new RegExp(to), dialog);
    await this.enter({ Amount: amount, Reason: reason }, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  }

  /** The row of whoever holds a budget. */
  holder(name: string): Locator {
    const head = this.page.getByRole('rowheader', { name, exact: true });
    return this.page.getByRole('row').filter({ has: head });
  }
}
