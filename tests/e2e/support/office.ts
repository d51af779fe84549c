import type { Page } from '@playwright/test';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { OfficeBridge } from '#shared/contract/shell.ts';
import type { Result } from '#shared/problems.ts';

/**
 * Asks the office what the window could ask, past the screens: to arrange what a test is not about, and to look at
 * figures. What the test is about is done with keyboard and mouse.
 */
export async function ask<N extends OperationName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>>> {
  return page.evaluate(
    ([operation, given]) => {
      const { office } = globalThis as unknown as { office: OfficeBridge };
      return office.call(operation, given).promise as Promise<Result<never>>;
    },
    [name, input] as const,
  );
}

/** The same, for what must go well. */
export async function tell<N extends OperationName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await ask(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.data;
}
