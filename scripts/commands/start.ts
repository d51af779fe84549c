import { hasDisplay } from '../runtime/display.ts';
import { openWindow } from '../runtime/window.ts';
import { tour } from './tour.ts';

/** `npm start`: opens the window; where there is no screen, or with `-- --tour`, takes the tour instead. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--tour')) return tour(args.filter((arg) => arg !== '--tour'));
  if (hasDisplay()) return openWindow();
  console.log('There is no screen here to open a window on.');
  return tour(args);
}
