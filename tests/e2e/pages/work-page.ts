import { expect } from '@playwright/test';
import { Screen } from './screen.ts';

/** The day's work. */
export class WorkPage extends Screen {
  /** Opens the first thing of a group by its verb: Decide, Issue, Print. */
  async take(verb: string, about: RegExp): Promise<void> {
    await this.page
      .getByRole('link', { name: new RegExp(`^${verb}: .*${about.source}`) })
      .first()
      .click();
  }

  /** The figure of a tile. */
  async count(tile: string, figure: number): Promise<void> {
    const strip = this.page.getByRole('list', { name: 'Work by kind' });
    await expect(strip.getByRole('link', { name: new RegExp(`^${tile}\\s*${figure}\\b`) })).toBeVisible();
  }
}
