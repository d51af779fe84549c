import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** A child as it is registered, by the labels of the forms. */
export type ChildInput = {
  givenNames: string;
  familyName: string;
  dob: string;
  postcode: string;
  address: string;
  sex: string;
  area: string;
  carer: { name: string; relationship: string };
};

/** The list of children and the way to a new record: look first, register, open the CAF. */
export class ChildrenPage extends Screen {
  /** Looks for a child before anything is written down (BR-01). */
  async look(child: Pick<ChildInput, 'givenNames' | 'familyName' | 'dob' | 'postcode'>): Promise<void> {
    await this.follow('Start a CAF');
    await this.titled('Start a CAF');
    await this.enter({
      'Given names': child.givenNames,
      'Family name': child.familyName,
      'Date of birth': child.dob,
      Postcode: child.postcode,
    });
    await this.press('Look for the child');
  }

  /** Registers the child that nobody on record is. */
  async register(child: ChildInput): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Nobody on record fits' })).toBeVisible();
    await this.press('Register a new child');
    await this.titled('Register a new child');
    await this.choose('Sex', child.sex);
    await this.enter({ Address: child.address });
    await this.choose('Area', child.area);
    await this.enter({ Name: child.carer.name });
    await this.choose('Who they are', child.carer.relationship);
    await this.pick('Parental responsibility', 'Yes');
    await this.page.keyboard.press('Control+Enter');
  }

  /** Opens the CAF with consent to assess, to store, and to share with one agency. */
  async openCaf(caf: {
    source: RegExp;
    agency: string;
    reason: string;
    level: string;
    share: string;
  }): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Open the CAF' })).toBeVisible();
    await this.choose('Who raised the need', caf.source);
    await this.choose('Agency that begins it', caf.agency);
    await this.enter({ 'What led to the assessment': caf.reason });
    await this.pick('Level of need', caf.level);
    await this.field('To assess').check();
    await this.field('To store').check();
    await this.field('To share').check();
    await this.find('Agencies that may see it', caf.share, new RegExp(caf.share));
    await this.field(
      'Why it is kept, who may see it, and when it may be shared without consent were explained',
    ).check();
    await this.page.keyboard.press('Control+Enter');
    await this.told(/opened\. Now the assessment\.$/);
  }

  /** Opens a record from the list. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
    await expect(this.page.getByRole('navigation', { name: 'Parts of the record' })).toBeVisible();
  }
}
