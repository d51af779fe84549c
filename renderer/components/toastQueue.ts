import { createContext, use } from 'react';
import type { Problem } from '#shared/problems.ts';
import type { LinkTarget } from './RouteLink.tsx';

/** One message. Successes go by themselves; alerts stay until they are dismissed. */
export type Toast = {
  id: number;
  kind: 'done' | 'alert';
  text: string;
  /** The reference that finds it in the log. */
  reference?: string;
  action?: { label: string; to: LinkTarget } | { label: string; onPress: () => void };
};

export type Toasts = {
  /** Something was saved or done: "Order 4001873 issued." It goes after a while. */
  done: (text: string, action?: Toast['action']) => void;
  /** Something needs to be known: it stays until dismissed. */
  alert: (text: string, action?: Toast['action']) => void;
  /** The office's answer to an act that has no form of its own to show it in. */
  problem: (problem: Problem) => void;
};

export const ToastContext = createContext<Toasts | null>(null);

/** The window's messages. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('Messages need a ToastProvider above them.');
  return toasts;
}
