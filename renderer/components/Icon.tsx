import type { ComponentType, SVGProps } from 'react';
import { rem } from '#renderer/app/tokens.ts';

/** The shape of an icon imported by its own path, such as `lucide-react/icons/inbox`. */
export type IconShape = ComponentType<SVGProps<SVGSVGElement> & { size?: number | string }>;

/**
 * An outline icon beside a word. It is hidden from screen readers, because the word says it; `size` is px at the
 * 14 px base and grows with the text.
 */
export function Icon(props: { of: IconShape; size?: number; className?: string; color?: string }) {
  const { of: Shape, size = 16, className, color } = props;
  return (
    <Shape
      size={rem(size)}
      strokeWidth={1.75}
      aria-hidden="true"
      focusable="false"
      {...(className ? { className } : {})}
      style={{ flex: 'none', ...(color ? { color } : {}) }}
    />
  );
}
