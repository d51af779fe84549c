import { expect, type Locator, type Page } from '@playwright/test';

/** A label as it stands on the screen, where an optional field says so after its name. */
function labelled(label: string): RegExp {
  const plain = label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${plain}( \\(optional\\))?$`);
}

/** What every screen's model can do: find things as people do, by what they are and what they are called. */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A field by its label. */
  field(label: string, within: Locator | Page = this.page): Locator {
    return within.getByLabel(labelled(label));
  }

  /** Fills fields by their labels. */
  async enter(values: Readonly<Record<string, string>>, within: Locator | Page = this.page): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.field(label, within).fill(value);
  }

  /** Chooses from a list by the words of the option. */
  async choose(label: string, option: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    const list = this.field(label, within);
    const words = await list.getByRole('option').allInnerTexts();
    const wanted = words.find((each) => (typeof option === 'string' ? each === option : option.test(each)));
    if (wanted === undefined) throw new Error(`${label} offers ${words.join(', ')}; not ${String(option)}.`);
    await list.selectOption({ label: wanted });
  }

  /** Chooses one of two to four that stand side by side. */
  async pick(label: string, option: string, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByRole('radiogroup', { name: label })
      .getByRole('radio', { name: option, exact: true })
      .check();
  }

  /** Types a few letters into a field that searches and takes what it finds. */
  async find(
    label: string,
    letters: string,
    found: RegExp,
    within: Locator | Page = this.page,
  ): Promise<void> {
    const box = within.getByRole('combobox', { name: labelled(label) });
    await box.click();
    await box.fill(letters);
    // A select's own options are options too, but not of a list box.
    const list = this.page.getByRole('listbox');
    await list.getByRole('option', { name: found }).first().click();
  }

  /** Presses a button. */
  async press(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
  }

  /** Follows something that leads elsewhere, be it a link or a button. */
  async follow(name: string, within: Locator | Page = this.page): Promise<void> {
    const link = within.getByRole('link', { name, exact: true });
    await link
      .or(within.getByRole('button', { name, exact: true }))
      .first()
      .click();
  }

  /** The dialog of this title. */
  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Waits for a message in the corner. */
  async told(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('log', { name: 'Messages' }).getByText(words).last()).toBeVisible();
  }

  /** Waits until the page of this title is shown. */
  async titled(title: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** A card by its title. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  /** The gates, one sentence each, with what they say: "Stop: …", "To check: …", "Passed: …". */
  gate(verdict: 'Stop' | 'To check' | 'Passed', sentence: string | RegExp): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: `${verdict}:` })
      .filter({ hasText: sentence });
  }
}
