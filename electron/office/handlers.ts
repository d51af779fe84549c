import type { Handlers } from './handler.ts';
import { handlers as access } from './access/index.ts';
import { handlers as people } from './people/index.ts';
import { handlers as settings } from './settings/index.ts';
import { handlers as children } from './children/index.ts';
import { handlers as providers } from './providers/index.ts';
import { handlers as budgets } from './budgets/index.ts';
import { handlers as orders } from './orders/index.ts';
import { handlers as returns } from './returns/index.ts';
import { handlers as work } from './work/index.ts';
import { handlers as assurance } from './assurance/index.ts';
import { handlers as backups } from './backups/index.ts';
import { handlers as takeout } from './takeout/index.ts';

/** Every operation of the contract and what answers it. */
export const handlers: Handlers = {
  ...access,
  ...people,
  ...settings,
  ...children,
  ...providers,
  ...budgets,
  ...orders,
  ...returns,
  ...work,
  ...assurance,
  ...backups,
  ...takeout,
};
