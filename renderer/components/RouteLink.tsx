import { styled } from '@mui/material/styles';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { AriaAttributes, MouseEventHandler, ReactNode, Ref } from 'react';
import { look } from '#renderer/app/tokens.ts';

/**
 * Where a link goes: an address as the office gives it (`/children/12?tab=plan`), or a route. Build a route with
 * TanStack's `linkOptions({ to: '/orders/$order', params: { order } })` to have it checked; components take this
 * wider shape, so that they need not know the routes.
 */
export type LinkTarget =
  string | { to: string; params?: Record<string, string>; search?: Record<string, unknown> };

/** The router's own props for a target; the one place where the wide shape meets the typed router. */
export function linkProps(target: LinkTarget): LinkProps {
  if (typeof target !== 'string') return target as LinkProps;
  const [to = '', query = ''] = target.split('?');
  const search = Object.fromEntries(new URLSearchParams(query));
  return (query ? { to, search } : { to }) as LinkProps;
}

export type PlainLinkProps = AriaAttributes & {
  target: LinkTarget;
  className?: string;
  children?: ReactNode;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  /** Only this very address counts as the chosen one, not what lies below it. */
  exact?: boolean;
  id?: string;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link inside the window without any dress of its own; `aria-current` is set when it leads to where one is. */
export function PlainLink(props: PlainLinkProps) {
  const { target, exact, children, ...rest } = props;
  return (
    <Link {...linkProps(target)} activeOptions={{ exact: exact ?? false, includeSearch: false }} {...rest}>
      {children}
    </Link>
  );
}

/** A link in words: teal, semi-bold, underlined under the pointer. */
export const RouteLink = styled(PlainLink)({
  color: look.teal,
  fontWeight: 600,
  textDecoration: 'none',
  borderRadius: 2,
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: '0.2em' },
});
