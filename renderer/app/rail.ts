import Building from 'lucide-react/icons/building-2';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import FileChart from 'lucide-react/icons/file-chart-column';
import Inbox from 'lucide-react/icons/inbox';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Store from 'lucide-react/icons/store';
import UsersRound from 'lucide-react/icons/users-round';
import Wallet from 'lucide-react/icons/wallet';
import type { IconShape } from '#renderer/components/Icon.tsx';
import type { Permission } from '#shared/domain/roles.ts';

/** A place of the rail; without `needs` it is everybody's, or says by itself what of it is not. */
export type RailItem = { label: string; to: string; icon: IconShape; needs?: Permission };

/** The eight places of the app, in the order of the rail; `Ctrl+1` to `Ctrl+8` go there. */
export const railItems: readonly RailItem[] = [
  { label: 'Work', to: '/work', icon: Inbox },
  { label: 'Children', to: '/children', icon: UsersRound },
  { label: 'Budgets', to: '/budgets', icon: Wallet, needs: 'budgets.read' },
  { label: 'Orders', to: '/orders', icon: ClipboardList, needs: 'orders.read' },
  { label: 'Providers', to: '/providers', icon: Store, needs: 'providers.read' },
  { label: 'Returns', to: '/returns', icon: FileChart, needs: 'returns.read' },
  { label: 'Assurance', to: '/assurance', icon: ShieldCheck, needs: 'assurance.read' },
  { label: 'Office', to: '/office', icon: Building },
];
