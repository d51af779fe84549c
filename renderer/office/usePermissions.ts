import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useRef } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { Permission } from '#shared/domain/roles.ts';
import { useRead } from './useRead.ts';

type Status = Output<'access.status'>;

/**
 * Who sits at the desk, and on which date. A lock signs that person out of the office but leaves the covered screens
 * theirs: a form that is kept must not change because nobody may do anything just now.
 */
export const AtDeskContext = createContext<Status | null>(null);

/** The state of the desk as the screens in view belong to it. */
export function useAtDesk(): Status | undefined {
  const { data } = useRead('access.status', {});
  return use(AtDeskContext) ?? data;
}

/**
 * Whether the person at the desk may do something. The office decides again on every call; this only keeps buttons that
 * would be refused off the screen.
 */
export function usePermissions(): (permission: Permission) => boolean {
  const held = useAtDesk()?.person?.permissions;
  return useCallback((permission: Permission) => held?.includes(permission) ?? false, [held]);
}

/** The office's date: the computer's, or the practice office's own. Empty until it is known. */
export function useToday(): string {
  return useAtDesk()?.today ?? '';
}

/**
 * Whether who is signed in now is the person these screens belong to. A draft that saves itself asks first: what one
 * person typed is never saved in the name of whoever signs in after them.
 */
export function useIsOwnDesk(): () => boolean {
  const client = useQueryClient();
  const status = useAtDesk();
  const owner = useRef<Status | null>(null);
  useEffect(() => {
    if (status?.person) owner.current ??= status;
  }, [status]);
  return useCallback(() => {
    const now = client.getQueryData<Status>(['access', 'access.status', {}]);
    const { current } = owner;
    return !current || (now?.person?.id === current.person?.id && now?.practice === current.practice);
  }, [client]);
}
