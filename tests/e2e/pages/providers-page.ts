import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** What a provider is added with, by the labels of its form. */
export type ProviderInput = {
  name: string;
  kind: string;
  address: string;
  email: string;
  /** With children, a check and a note are needed before the first order. */
  safeguardingUntil: string;
  dataNoteOn: string;
};

/** An item of a price list, as it is typed. */
export type ItemInput = {
  code: string;
  category: RegExp;
  title: string;
  price: string;
  unit: string;
  vat: RegExp;
  validFrom: string;
};

/** The list of providers, one provider, and the import of a payments file. */
export class ProvidersPage extends Screen {
  /** Imports the payments file that the system's dialog answers with, as far as the check of what would come of it. */
  async readFile(): Promise<void> {
    await this.follow('Import from Finance');
    await this.press('Choose the payments file');
    await expect(this.card('Departments')).toBeVisible();
  }

  async check(): Promise<void> {
    await this.press('Check the file');
    await expect(this.fact('Rows in the file')).toBeVisible();
  }

  /** One figure of the report, as it is shown. */
  fact(label: string): Locator {
    return this.page
      .locator('dl > div', { has: this.page.getByText(label, { exact: true }) })
      .locator('dd')
      .first();
  }

  /** The figures of the report by their labels. */
  async figures(labels: readonly string[]): Promise<number[]> {
    const texts = await Promise.all(labels.map((label) => this.fact(label).innerText()));
    return texts.map((text) => Number(text.replaceAll(',', '')));
  }

  /** Which departments' rows to keep, by a part of their names. */
  async keep(departments: readonly string[] | 'all'): Promise<void> {
    const card = this.card('Departments');
    if (departments === 'all') return this.press('Keep all', card);
    await this.press(/^Keep (all|none)$/, card);
    if (await card.getByRole('button', { name: 'Keep none' }).isVisible())
      await this.press('Keep none', card);
    for (const name of departments) await card.getByRole('checkbox', { name }).check();
    return undefined;
  }

  /** Spellings that may be one supplier; none is agreed to before somebody ticks it. */
  folds(): Locator {
    return this.card('One supplier, spelt differently?').getByRole('checkbox');
  }

  async backToColumns(): Promise<void> {
    await this.press('Back to the columns');
    await expect(this.card('Departments')).toBeVisible();
  }

  async import(): Promise<void> {
    await this.press(/^Import/);
    await expect(this.page.getByText('Imported', { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  async add(provider: ProviderInput): Promise<void> {
    await this.follow('Add provider');
    await this.titled('Add provider');
    await this.enter({ Name: provider.name, Address: provider.address, 'Orders go to': provider.email });
    await this.choose('Kind', provider.kind);
    await this.field('Its services are in contact with children').check();
    await this.enter({
      'Safeguarding check runs until': provider.safeguardingUntil,
      'Data-sharing note signed on': provider.dataNoteOn,
    });
    await this.page.keyboard.press('Control+Enter');
    await this.titled(provider.name);
  }

  async approve(): Promise<void> {
    await this.press('Approve provider');
    await expect(this.page.getByText('Approved', { exact: true })).toBeVisible();
  }

  async addItem(item: ItemInput): Promise<void> {
    await this.press('Add item');
    const dialog = this.dialog(/^Add an item/);
    await this.enter({ Code: item.code, 'What it is': item.title, 'Unit price': item.price }, dialog);
    await this.choose('Category', item.category, dialog);
    await this.choose('Unit', item.unit, dialog);
    await this.choose('VAT code', item.vat, dialog);
    await this.enter({ 'Valid from': item.validFrom }, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole('rowheader', { name: item.title })).toBeVisible();
  }
}
