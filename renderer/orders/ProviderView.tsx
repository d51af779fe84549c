import { styled } from '@mui/material/styles';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import Maximize2 from 'lucide-react/icons/maximize-2';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Icon, type IconShape } from '#renderer/components/Icon.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { DocumentPreview } from '#renderer/documents/DocumentPreview.tsx';
import { useRead } from '#renderer/office/useRead.ts';

type Order = Output<'orders.get'>;

const Pair = styled('div')({
  display: 'grid',
  gridTemplateColumns: `${rem(206)} minmax(0, 1fr)`,
  gap: rem(20),
  '& .sheet': {
    alignSelf: 'start',
    overflow: 'hidden',
    border: `1px solid ${look.line}`,
    borderRadius: rem(4),
    // Paper is white in every look. Only the first sheet is shown at this size.
    backgroundColor: '#FFFFFF',
    aspectRatio: '210 / 297',
  },
  '& .lists': {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignContent: 'start',
    gap: rem(20),
  },
  '& h3': {
    display: 'flex',
    alignItems: 'center',
    gap: rem(8),
    marginBottom: rem(4),
    fontSize: rem(14),
    lineHeight: rem(20),
    fontWeight: 600,
  },
  '& h3 svg': { color: look.teal },
  '& li': { color: look.ink2, lineHeight: rem(22) },
  '& .note': { gridColumn: '1 / -1', color: look.ink2, fontSize: rem(13) },
  '@container page (max-width: 40rem)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& .lists': { gridTemplateColumns: `repeat(auto-fit, minmax(${rem(160)}, 1fr))` },
  },
});

// Paper is white: on the desk's colour its edges can be seen, over the whole width of the dialog.
const Desk = styled('div')({
  margin: `${rem(-16)} ${rem(-24)} ${rem(-20)}`,
  padding: `${rem(20)} ${rem(24)} ${rem(4)}`,
  backgroundColor: look.page,
  '& > *': { maxWidth: '210mm', marginInline: 'auto' },
});

/** What the provider will see, small beside the lines and life size on demand: the very sheets that are printed. */
export function ProviderView(props: { order: Order; open: boolean; onOpen: (open: boolean) => void }) {
  const { order, open, onOpen } = props;
  const { data: paper, problem } = useRead('orders.paper', { id: order.id });
  if (problem) return <ProblemAlert problem={problem} />;
  const title = order.number === null ? 'What the provider will see' : 'What the provider sees';
  return (
    <Card
      title={title}
      actions={
        <Act
          kind="text"
          small
          icon={Maximize2}
          keys="Ctrl+P"
          keysLabel="See the paper full size"
          onPress={() => onOpen(true)}
        >
          Full size
        </Act>
      }
    >
      <Pair>
        <div className="sheet" aria-hidden="true" inert>
          {paper ? <DocumentPreview job={{ document: 'purchase-order', data: paper }} /> : null}
        </div>
        <div className="lists">
          <Lists
            icon={Eye}
            title="On the order"
            items={[
              'Lines, prices, VAT, dates',
              `Reference ${order.neutralRef}`,
              'Your name, office and number',
            ]}
          />
          <Lists
            icon={EyeOff}
            title="Kept in this office"
            items={[
              'Name, birth date, address, school',
              'The plan, the need, family words',
              'CAF number, other agencies',
            ]}
          />
          <p className="note">Who {order.neutralRef} is, this office knows. The paper does not say.</p>
        </div>
      </Pair>
      <Dialog open={open && paper !== undefined} onClose={() => onOpen(false)} title={title} width={880}>
        {paper ? (
          <Desk>
            <DocumentPreview job={{ document: 'purchase-order', data: paper }} />
          </Desk>
        ) : null}
      </Dialog>
    </Card>
  );
}

function Lists({ icon, title, items }: { icon: IconShape; title: string; items: string[] }) {
  return (
    <div>
      <h3>
        <Icon of={icon} size={16} />
        {title}
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
