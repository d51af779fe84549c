import { expect } from '@playwright/test';
import type { Input } from '#shared/contract/index.ts';
import { Screen } from './screen.ts';

/** The first start: the welcome, the questions, the recovery key. */
export class SetUpPage extends Screen {
  async isWelcome(): Promise<void> {
    await this.titled('Welcome');
  }

  /** From the welcome to the questions. */
  async begin(): Promise<void> {
    await this.press('Set up this office');
    await this.titled('Set up this office');
  }

  /** Makes the practice office, which takes a while, and goes to its sign-in. */
  async lookAround(): Promise<void> {
    await this.press('Open the practice office');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Practice office' })).toBeVisible({
      timeout: 120_000,
    });
  }

  /** Answers all questions; nothing is made before `make`. */
  async answer(office: Input<'access.setUp'>): Promise<void> {
    await this.enter({
      'Name of the office': office.trustName,
      'Name of the council': office.councilName,
      'Address of the office': office.address,
      Telephone: office.phone ?? '',
      Email: office.email ?? '',
      'Who is invoiced': office.invoiceName,
      'Address for invoices': office.invoiceAddress,
      'Email for invoices': office.invoiceEmail ?? '',
      'Number of the first order': String(office.firstOrderNumber),
    });
    await this.nameAreas(office.areas);
    await this.enter({
      'Your name': office.person.name,
      'Job title': office.person.jobTitle,
      'Your telephone': office.person.phone ?? '',
      'Your email': office.person.email ?? '',
      'User name': office.person.userName,
      Passphrase: office.passphrase,
      'Passphrase again': office.passphrase,
    });
  }

  async nameAreas(areas: readonly string[]): Promise<void> {
    for (const [index, area] of areas.entries()) {
      if (index > 0) await this.press('Add another area');
      const last = this.page.getByRole('textbox', { name: /^Area( \d+)?$/ }).last();
      await last.fill(area);
    }
  }

  async make(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
  }

  /** The recovery key as it is shown, once. */
  async recoveryKey(): Promise<string[]> {
    await this.titled('Write the recovery key down');
    const groups = this.page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
    const texts = await groups.allInnerTexts();
    // Each group has its number before it, for the eye only.
    return texts.map((text) => text.replace(/^\d+\s+/, '').trim());
  }

  /** Types the key's last group back and goes in. */
  async confirm(lastGroup: string): Promise<void> {
    await this.field('Last group of the key').fill(lastGroup);
    await this.press('I have written it down');
  }
}
