import { useCallback } from 'react';
import type { Permission } from '#shared/domain/roles.ts';
import { useRead } from './useRead.ts';

/**
 * Whether the person who is signed in may do something. The office decides again on every call; this only keeps
 * buttons that would be refused off the screen.
 */
export function usePermissions(): (permission: Permission) => boolean {
  const { data } = useRead('access.status', {});
  const held = data?.person?.permissions;
  return useCallback((permission: Permission) => held?.includes(permission) ?? false, [held]);
}

/** The office's date: the computer's, or the practice office's own. Empty until it is known. */
export function useToday(): string {
  const { data } = useRead('access.status', {});
  return data?.today ?? '';
}
