import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** One element of the assessment as it is written. */
export type ElementInput = {
  code: string;
  weight: string;
  strengths?: string;
  needs?: string;
  evidence?: string;
};

/** A child's record: assessment, plan, team. */
export class RecordPage extends Screen {
  /** Goes to a part of the record by its tab. */
  async part(name: string): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'Parts of the record' });
    await tabs.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  }

  /** Goes to an element of the assessment. */
  async element(code: string): Promise<void> {
    const elements = this.page.getByRole('region', { name: 'Elements of the assessment' });
    await elements.getByRole('link', { name: new RegExp(`^${code}\\b`) }).click();
    await expect(this.page.getByText(new RegExp(`^${code}, `))).toBeVisible();
  }

  /** Writes one element and marks it done. */
  async write(element: ElementInput): Promise<void> {
    await this.element(element.code);
    const done = this.page.getByRole('button', { name: `Mark ${element.code} done` });
    await expect(done).toBeVisible();
    await this.pick('What it comes to', element.weight);
    const { strengths, needs, evidence } = element;
    if (strengths) await this.enter({ Strengths: strengths });
    if (needs) await this.enter({ Needs: needs });
    if (evidence) await this.enter({ Evidence: evidence });
    await done.click();
    await expect(done).toBeHidden();
  }

  /** Writes down what the child and the parents say. */
  async comment(comments: { child: RegExp; said: string; parents: string }): Promise<void> {
    const elements = this.page.getByRole('region', { name: 'Elements of the assessment' });
    await elements.getByRole('link', { name: /the parents say/ }).click();
    await this.page.getByRole('textbox', { name: comments.child }).fill(comments.said);
    await this.page.getByRole('textbox', { name: /^Parents’ or carers’ comment/ }).fill(comments.parents);
    await this.press('Save the comments');
    await this.told('Comments saved.');
  }

  /** Finishes the assessment; what it needs is shown first. */
  async finish(): Promise<void> {
    await this.press('Finish the assessment');
    const dialog = this.dialog('Finish the assessment');
    await expect(dialog.getByText('Consent to assess and to store')).toBeVisible();
    await this.press('Finish the assessment', dialog);
    await this.told(/^Assessment finished/);
  }

  async addOutcome(outcome: { wanted: string; aim: RegExp; start: string; aimScore: string }): Promise<void> {
    await this.press('Add an outcome');
    const dialog = this.dialog('Add an outcome');
    await this.enter({ 'What the family wants to be different': outcome.wanted }, dialog);
    await this.choose('The aim it serves', outcome.aim, dialog);
    await this.choose('Score at the start', outcome.start, dialog);
    await this.choose('Aim', outcome.aimScore, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  }

  async addAction(action: { what: string; who: string; agency: string; byWhen: string }): Promise<void> {
    await this.press('Add an action to outcome 1');
    const dialog = this.dialog('Add an action to outcome 1');
    await this.enter({ 'What will be done': action.what, 'Who does it': action.who }, dialog);
    await this.choose('Their agency', action.agency, dialog);
    await this.enter({ 'By when': action.byWhen }, dialog);
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  }

  /** Names the lead professional, whom the family agrees to. */
  async appoint(name: string): Promise<void> {
    await this.press('Name the lead professional');
    const dialog = this.dialog('Name the lead professional');
    await this.find('Who leads', name.slice(0, 4), new RegExp(name), dialog);
    await this.field('The family agrees', dialog).check();
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(this.page.getByText(name).first()).toBeVisible();
  }

  /** From an action of the plan to the order that serves it. */
  async buyFor(action: string): Promise<void> {
    await this.follow(`Buy for this action: ${action}`);
    await this.titled('New order');
  }
}
