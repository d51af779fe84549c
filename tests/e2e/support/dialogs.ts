import type { ElectronApplication } from '@playwright/test';

/*
 * Nobody can press the buttons of the operating system's own dialogs in a test, so their answers are put in their
 * place; everything before and after them is the app's own.
 */

/** Answers the next questions for a file to open with this one. */
export async function answerOpen(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

/** Answers the next questions where to save with this place; `null` leaves the dialog without choosing. */
export async function answerSave(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (...asked: unknown[]) => {
      Reflect.set(globalThis, 'lastSaveDialog', asked.at(-1));
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
    };
  }, file);
}

/** The name that the last question where to save suggested. */
export function suggestedName(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => {
    const { defaultPath } = Reflect.get(globalThis, 'lastSaveDialog') as { defaultPath?: string };
    return defaultPath ?? '';
  });
}
