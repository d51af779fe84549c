import path from 'node:path';
import { test } from '@playwright/test';
import { root } from '../../scripts/bootstrap/places.mjs';
import { launchDesk } from './launch.ts';

test('The tour', async () => {
  const desk = await launchDesk();
  let pictures = 0;
  const picture = async (name: string): Promise<void> => {
    pictures += 1;
    const file = `${String(pictures).padStart(2, '0')}-${name}.png`;
    await desk.window.screenshot({ path: path.join(root, 'tour', file) });
  };

  await test.step('The first start', async () => {
    await desk.window.getByRole('button').first().waitFor();
    await picture('first-start');
  });

  await desk.close();
});
