import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** Somebody who is added, by the labels of the form. */
export type PersonInput = {
  name: string;
  jobTitle: string;
  agency: string;
  area: string;
  roles: readonly string[];
  userName: string;
  passphrase: string;
};

/** The people of the office: who they are, their roles, their training and their limit. */
export class PeoplePage extends Screen {
  /** Adds somebody who can sign in from now on; their own page is shown afterwards. */
  async add(person: PersonInput): Promise<void> {
    await this.follow('Add a person');
    await this.titled('Add a person');
    await this.enter({ Name: person.name, 'Job title': person.jobTitle });
    await this.choose('Agency', person.agency);
    await this.choose('Area', person.area);
    for (const role of person.roles)
      await this.page.getByRole('checkbox', { name: role, exact: true }).check();
    await this.enter({ 'User name': person.userName, 'First passphrase': person.passphrase });
    await this.page.keyboard.press('Control+Enter');
    await this.titled(person.name);
  }

  /** Agrees, as the second administrator, to a role that waits on the person's page. */
  async agree(role: string, name: string): Promise<void> {
    await this.titled(name);
    await this.press(`Agree to ${role} for ${name}`);
    await expect(this.card('Waiting for a second person')).toBeHidden();
  }

  /** Records training as a budget holder for the person whose page is shown. */
  async recordTraining(trainedOn: string): Promise<void> {
    await this.press('Record training');
    const dialog = this.dialog(/^Record training/);
    await this.enter({ 'Trained on': trainedOn }, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  }

  /** Sets what the person may approve of their own purchases. */
  async setOwnLimit(amount: string): Promise<void> {
    await this.press('Set own limit');
    const dialog = this.dialog(/^Set the own limit/);
    await this.enter({ 'Own limit': amount }, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(this.card('Own limit').getByText(`£${amount}`)).toBeVisible();
  }
}
