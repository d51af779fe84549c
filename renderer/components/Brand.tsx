import { look, rem } from '#renderer/app/tokens.ts';

/** The mark: a desk seen from the front, with a tick on it. Decoration; the words beside it say the name. */
export function Brand(props: { size?: number; onDesk?: boolean }) {
  const { size = 28, onDesk = false } = props;
  // Drawn in the current colour, so that forced colours reach it.
  const ink = 'currentColor';
  const tick = onDesk ? look.chart2 : '#8FD6CF';
  return (
    <svg
      width={rem(size)}
      height={rem(size)}
      viewBox="0 0 28 28"
      fill="none"
      aria-hidden="true"
      focusable="false"
      style={{ color: onDesk ? look.teal : undefined }}
    >
      <rect x="2" y="4" width="24" height="5.6" rx="1.4" fill={ink} />
      <path d="M5.9 11.6v11.2M22.1 11.6v11.2" stroke={ink} strokeWidth="2.9" strokeLinecap="round" />
      <path
        d="m10.2 16.4 2.9 2.9 4.9-5.2"
        stroke={tick}
        strokeWidth="2.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
