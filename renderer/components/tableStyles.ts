import { styled } from '@mui/material/styles';
import { look, rem, tabular } from '#renderer/app/tokens.ts';

/**
 * The dress of every table, for tables written by hand too (order lines, returns): head 12 px, hairlines between
 * rows only, figures at the right. Cells: `num` figures, `ref` references, `strong`, `wrap`. Rows: `total` for the
 * sum, `group` for a heading among rows, `stop`, `selected`.
 */
export const Table = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  fontSize: rem(14),
  lineHeight: rem(20),
  '& caption': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  '& th, & td': { padding: `${rem(9)} ${rem(8)}`, textAlign: 'left', verticalAlign: 'middle' },
  '& tr > :not(* + *)': { paddingLeft: rem(16) },
  '& tr > :last-child': { paddingRight: rem(16) },
  '& thead th': {
    fontSize: rem(12),
    lineHeight: rem(16),
    fontWeight: 600,
    color: look.ink2,
    verticalAlign: 'bottom',
    borderBottom: `1px solid ${look.line}`,
    whiteSpace: 'nowrap',
  },
  '& tbody td, & tbody th': { fontWeight: 400, borderTop: `1px solid ${look.line}` },
  '& thead + tbody > tr:not(* + *) > *': { borderTop: 0 },
  '& .num': { ...tabular, textAlign: 'right', whiteSpace: 'nowrap' },
  '& .centre': { textAlign: 'center' },
  '& .ref': { whiteSpace: 'nowrap' },
  '& .strong': { fontWeight: 600 },
  '& .quiet': { color: look.ink3 },
  '& tbody tr:hover > *': { backgroundColor: look.hover },
  '& tr.selected > *': { backgroundColor: look.tealTint },
  '& tr.selected > :not(* + *)': { boxShadow: `inset ${rem(3)} 0 ${look.teal}` },
  '& tr.stop > *': { backgroundColor: look.redTint },
  '& tr.stop > :not(* + *)': { boxShadow: `inset ${rem(3)} 0 ${look.redMark}` },
  '& tr.group > *': { fontSize: rem(12), lineHeight: rem(16), fontWeight: 600, color: look.ink2 },
  '& tfoot > tr > *, & tr.total > *': {
    fontWeight: 600,
    backgroundColor: look.total,
    borderTop: `1px solid ${look.line}`,
  },
  '&.dense': {
    fontSize: rem(13),
    lineHeight: rem(18),
    '& th, & td': { paddingTop: rem(3.5), paddingBottom: rem(3.5) },
    '& thead th': { paddingTop: rem(8), paddingBottom: rem(8) },
  },
});
