import { playwright } from '../runtime/playwright.ts';

/** `npm run e2e -- …`: the tests in the real window; arguments go to Playwright, such as `-g "part of a title"`. */
export function main(args: readonly string[]): Promise<number> {
  return playwright('tests/e2e/playwright.config.ts', args);
}
