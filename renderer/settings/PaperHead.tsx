import { styled } from '@mui/material/styles';
import { safeColour } from '#renderer/documents/colour.ts';
import { monogram } from '#renderer/documents/words.ts';
import { look, rem } from '#renderer/app/tokens.ts';

/** Paper is white with black ink, whatever look the window has. */
const Sheet = styled('figure')({
  padding: `${rem(24)} ${rem(24)} ${rem(28)}`,
  backgroundColor: '#FFFFFF',
  color: '#14211F',
  border: `1px solid ${look.line}`,
  borderRadius: rem(4),
  fontSize: rem(12),
  lineHeight: rem(17),
  forcedColorAdjust: 'none',
  '& .head': { display: 'flex', alignItems: 'flex-start', gap: rem(10) },
  '& .tile': {
    flex: 'none',
    display: 'grid',
    placeItems: 'center',
    width: rem(32),
    height: rem(32),
    borderRadius: rem(6),
    color: '#FFFFFF',
    fontWeight: 650,
  },
  '& .who': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& .council': { fontSize: rem(14), lineHeight: rem(18), fontWeight: 650 },
  '& .order': { flex: 'none', textAlign: 'right' },
  '& .title': {
    display: 'block',
    fontSize: rem(10),
    fontWeight: 650,
    letterSpacing: '0.04em',
    textTransform: 'uppercase',
  },
  '& .number': {
    fontSize: rem(17),
    lineHeight: rem(22),
    fontWeight: 650,
    fontVariantNumeric: 'tabular-nums',
  },
  '& .rule': { height: rem(2), margin: `${rem(12)} 0` },
  '& .to': { fontWeight: 650 },
});

export type PaperHeadProps = {
  councilName: string;
  trustName: string;
  address: string;
  invoiceName: string;
  invoiceAddress: string;
  invoiceEmail: string;
  colour: string;
  /** The number on the sample. */
  number: string;
};

/** The head of a purchase order as it will be printed, drawn from what is being typed. */
export function PaperHead(props: PaperHeadProps) {
  const colour = safeColour(props.colour);
  const council = props.councilName.trim() || 'Name of the council';
  const invoice = [oneLine(props.invoiceAddress), props.invoiceEmail.trim()].filter(Boolean);
  return (
    <Sheet aria-label={`The head of an order from ${council}, number ${props.number}`}>
      <div className="head">
        <span className="tile" style={{ backgroundColor: colour }}>
          {monogram(council)}
        </span>
        <div className="who">
          <p className="council">{council}</p>
          <p>for {props.trustName.trim() || 'the office'}</p>
          <p>{oneLine(props.address) || 'Address'}</p>
        </div>
        <div className="order">
          <span className="title" style={{ color: colour }}>
            Purchase order
          </span>
          <span className="number">{props.number}</span>
        </div>
      </div>
      <div className="rule" style={{ backgroundColor: colour }} />
      <p style={{ color: colour, fontWeight: 650 }}>Invoice to</p>
      <p className="to">{props.invoiceName.trim() || 'Who pays'}</p>
      {invoice.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Sheet>
  );
}

/** An address typed on several lines, on one. */
function oneLine(text: string): string {
  return text
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
}
