import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Why something is bought, by the labels of the form. */
export type OrderWords = {
  need: string;
  tried: string;
  childView: string;
  family: string;
  budget: RegExp;
  supplyBy: string;
};

/** An order from its first line to its paper. */
export class OrderPage extends Screen {
  /** From the question what it is for to the empty request. */
  async start(): Promise<void> {
    await this.press('Start the request');
    await expect(this.page.getByRole('button', { name: 'Submit the request' })).toBeVisible();
  }

  /** Opens an order from a list by what it buys. */
  async openFirst(what: string): Promise<void> {
    await this.page.getByRole('link', { name: what }).first().click();
  }

  /** Adds an item from a price list. */
  async addItem(letters: string, title: string): Promise<void> {
    const lines = await this.lines().count();
    await this.find('Add an item', letters, new RegExp(title));
    await expect(this.lines()).toHaveCount(lines + 1);
  }

  lines(): Locator {
    return this.page.getByRole('group', { name: /^Line \d+$/ });
  }

  line(number: number): Locator {
    return this.page.getByRole('group', { name: `Line ${number}`, exact: true });
  }

  async quantity(line: number, quantity: string): Promise<void> {
    await this.field('Quantity', this.line(line)).fill(quantity);
  }

  async describe(line: number, words: string): Promise<void> {
    await this.field(`Line ${line}, what the provider reads`).fill(words);
  }

  /** Says why, and which money pays. */
  async justify(words: OrderWords): Promise<void> {
    await this.enter({ 'The need': words.need });
    await this.enter({ 'What was tried first': words.tried });
    await this.enter({ 'The child’s view': words.childView });
    await this.pick('The family', words.family);
    await this.choose('Paid from', words.budget);
    await this.enter({ 'Supply by': words.supplyBy });
  }

  /** Waits until nothing stops it any more. */
  async isClear(): Promise<void> {
    await expect(this.page.getByText(/\d+ stops? to put right first/)).toBeHidden();
    await expect(this.page.getByText(/^Saved /)).toBeVisible();
  }

  async stops(count: number): Promise<void> {
    const words = `${count} ${count === 1 ? 'stop' : 'stops'} to put right first`;
    await expect(this.page.getByText(words)).toBeVisible();
  }

  async submit(): Promise<void> {
    await this.press('Submit the request');
  }

  async approve(): Promise<void> {
    await this.press('Approve the request');
    await this.told(/^Approved\./);
  }

  /** Issues it and gives its number. */
  async issue(provider: string): Promise<string> {
    await this.press(`Issue order to ${provider}`);
    const title = this.page.getByRole('heading', { level: 1, name: /^Order \d{7}$/ });
    await expect(title).toBeVisible();
    return (await title.innerText()).replace('Order ', '');
  }

  /** Opens the paper life size; give what to look for on it. */
  async preview(look: (paper: Locator) => Promise<void>): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const dialog = this.dialog(/^What the provider/);
    await expect(dialog).toBeVisible();
    await look(dialog);
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  async savePdf(): Promise<void> {
    await this.press('Save as PDF');
    await this.told(/^Saved as .+\.pdf\.$/);
  }

  /** Prints one copy on a printer. */
  async print(printer: string): Promise<void> {
    await this.press(/^Print order \d{7}$/);
    const dialog = this.dialog(/^Print/);
    await this.choose('Printer', printer, dialog);
    await this.press(/^Print/, dialog);
    await expect(dialog).toBeHidden();
  }
}
