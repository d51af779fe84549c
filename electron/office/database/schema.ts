import type { AccessTables } from './tables-access.ts';
import type { CaseFlowTables } from './tables-case-flow.ts';
import type { CaseworkTables } from './tables-casework.ts';
import type { MoneyTables } from './tables-money.ts';
import type { OfficeTables } from './tables-office.ts';
import type { ProvidersTables } from './tables-providers.ts';

/**
 * Every table of an office file, for Kysely. `tests/migrations` compares each column with a freshly built
 * database, so that the two cannot drift apart.
 */
export type Schema = OfficeTables &
  AccessTables &
  CaseworkTables &
  CaseFlowTables &
  ProvidersTables &
  MoneyTables;
