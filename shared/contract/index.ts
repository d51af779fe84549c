import type { z } from 'zod';
import { access } from './access.ts';
import { assurance } from './assurance.ts';
import { backups, takeout } from './backups.ts';
import { budgets } from './budgets.ts';
import { children } from './children.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { providers } from './providers.ts';
import { restricted } from './restricted.ts';
import { returns } from './returns.ts';
import { settings } from './settings.ts';
import { work } from './work.ts';

/**
 * Everything the office can be asked to do, on a page. Handlers, the client's types, the checks at run time,
 * permissions, the audit trail and the contract tests all come from this one list.
 */
export const contract = {
  ...access,
  ...settings,
  ...people,
  ...children,
  ...restricted,
  ...providers,
  ...budgets,
  ...orders,
  ...returns,
  ...work,
  ...assurance,
  ...backups,
  ...takeout,
};

/** The contract's type. */
export type Contract = typeof contract;
/** The name of an operation, `feature.verb`. */
export type OperationName = keyof Contract;
/** What a caller passes (before defaults are filled in). */
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler receives. */
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
/** What a caller gets back. */
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;

/** Whether this is the name of an operation, and not of something every object has. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}
