import { getRouteApi } from '@tanstack/react-router';
import { Card } from '#renderer/components/Card.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { OrderReview } from './OrderReview.tsx';

const route = getRouteApi('/frame/orders/$order');

/** One order: a form while it is written, a page to check, decide, issue and print afterwards. */
export function OrderPage() {
  const { order: orderId } = route.useParams();
  const { data: order, problem, loading, retry } = useRead('orders.get', { id: Number(orderId) });
  if (problem || !order || order.id !== Number(orderId)) {
    return (
      <Page title="Order" crumbs={[{ label: 'Orders', to: '/orders' }]}>
        <Card label="Order">
          {problem ? (
            <ProblemAlert problem={problem} onRetry={retry} inset />
          ) : (
            <Late pending={loading}>
              <p>Looking for the order.</p>
            </Late>
          )}
        </Card>
      </Page>
    );
  }
  return order.may.edit ? <DraftEditor key={order.id} order={order} /> : <OrderReview order={order} />;
}
