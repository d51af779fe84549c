import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** A QR code, drawn here: black on white in every look, so that a camera reads it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 4 }), [text]);
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <figure aria-label={label} style={{ margin: 0 }}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        width={200}
        height={200}
        shapeRendering="crispEdges"
        style={{ display: 'block', borderRadius: 6, forcedColorAdjust: 'none' }}
      >
        <rect width="100%" height="100%" fill="#FFFFFF" />
        <path d={path} fill="#000000" />
      </svg>
    </figure>
  );
}
