import Maximize2 from 'lucide-react/icons/maximize-2';
import type { Output } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { DocumentPreview } from '#renderer/documents/DocumentPreview.tsx';
import { useRead } from '#renderer/office/useRead.ts';

type Order = Output<'orders.get'>;

/** What the provider will see, small beside the lines and life size on demand: the very sheets that are printed. */
export function ProviderView(props: { order: Order; open: boolean; onOpen: (open: boolean) => void }) {
  const { order, open, onOpen } = props;
  const { data: paper, problem } = useRead('orders.paper', { id: order.id });
  if (problem) return <ProblemAlert problem={problem} />;
  return (
    <Card
      title="What the provider will see"
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
      <div
        style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 13rem) minmax(0, 1fr)', gap: '1.25rem' }}
      >
        <div aria-hidden="true" inert>
          {paper ? <DocumentPreview job={{ document: 'purchase-order', data: paper }} /> : null}
        </div>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '1rem', alignContent: 'start' }}>
          <Lists
            title="On the order"
            items={[
              'Lines, prices, VAT, dates',
              `Reference ${order.neutralRef}`,
              'Your name, office and number',
            ]}
          />
          <Lists
            title="Kept in this office"
            items={[
              'Name, birth date, address, school',
              'The plan, the need, family words',
              'CAF number, other agencies',
            ]}
          />
        </div>
      </div>
      <Dialog
        open={open && paper !== undefined}
        onClose={() => onOpen(false)}
        title="What the provider will see"
        width={880}
      >
        {paper ? <DocumentPreview job={{ document: 'purchase-order', data: paper }} /> : null}
      </Dialog>
    </Card>
  );
}

function Lists({ title, items }: { title: string; items: string[] }) {
  return (
    <div>
      <h3 style={{ margin: '0 0 0.25rem', fontSize: '0.875rem', fontWeight: 600 }}>{title}</h3>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
