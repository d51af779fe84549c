import { hasDisplay } from '../runtime/display.ts';
import { openWindow } from '../runtime/window.ts';
import { tour } from './tour.ts';

/**
 * `npm start`: opens the window; where there is no screen, or with `-- --tour`, takes the tour instead.
 * Other arguments go to the app, such as `--practice`.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--tour')) return tour();
  if (hasDisplay()) return openWindow(args);
  console.log('There is no screen here to open a window on.');
  return tour();
}
