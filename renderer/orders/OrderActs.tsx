import FileDown from 'lucide-react/icons/file-down';
import Printer from 'lucide-react/icons/printer';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { focusFirstStop } from '#renderer/components/GateList.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { PrintDialog } from './PrintDialog.tsx';
import { type Asked, ReasonDialog } from './ReasonDialog.tsx';

type Order = Output<'orders.get'>;

/** What can be done with an order now; one main act, named for what it does. */
export function OrderActs(props: { order: Order; stops: number; onPreview: () => void }) {
  const { order } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {order.status === 'submitted' ? <DecisionActs {...props} ask={setAsked} /> : null}
      {order.status === 'approved' ? <IssueActs {...props} ask={setAsked} /> : null}
      {order.number !== null ? <PaperActs {...props} ask={setAsked} /> : null}
      {asked ? <ReasonDialog order={order} asked={asked} onClose={close} /> : null}
    </>
  );
}

type ActsProps = { order: Order; stops: number; ask: (asked: Asked) => void };

function DecisionActs({ order, stops, ask }: ActsProps) {
  const decide = useWrite('orders.decide');
  const toasts = useToasts();
  if (!order.may.decide) {
    return order.may.withdraw ? (
      <Act kind="text" onPress={() => ask('withdraw')}>
        Withdraw the request
      </Act>
    ) : null;
  }
  const approve = async () => {
    if (stops > 0) {
      focusFirstStop();
      return;
    }
    const result = await decide.run({
      id: order.id,
      version: order.version,
      decision: 'approve',
      reason: '',
    });
    if (result.ok) toasts.done('Approved. It can be issued now.');
    else toasts.problem(result.problem);
  };
  return (
    <>
      <Act kind="danger" onPress={() => ask('refuse')}>
        Refuse
      </Act>
      <Act onPress={() => ask('return')}>Send back with a question</Act>
      <Act kind="main" keys="Ctrl+Enter" busy={decide.busy} onPress={() => void approve()}>
        Approve the request
      </Act>
    </>
  );
}

function IssueActs({ order, stops, ask }: ActsProps) {
  const issue = useWrite('orders.issue');
  const toasts = useToasts();
  const press = async () => {
    if (stops > 0) {
      focusFirstStop();
      return;
    }
    const result = await issue.run({ id: order.id, version: order.version });
    if (result.ok)
      toasts.done(`Order ${result.data.number} is issued. Print it or save it for the provider.`);
    else toasts.problem(result.problem);
  };
  return (
    <>
      {order.may.withdraw ? (
        <Act kind="text" onPress={() => ask('withdraw')}>
          Withdraw
        </Act>
      ) : null}
      {order.may.issue ? (
        <Act kind="main" keys="Ctrl+Enter" busy={issue.busy} onPress={() => void press()}>
          {`Issue order to ${order.provider ?? 'the provider'}`}
        </Act>
      ) : null}
    </>
  );
}

function PaperActs({ order, ask }: ActsProps) {
  const [printing, setPrinting] = useState(false);
  const [saving, setSaving] = useState(false);
  const may = usePermissions();
  const toasts = useToasts();
  const save = async () => {
    setSaving(true);
    const result = await window.shell.saveOrderPdf(order.id);
    setSaving(false);
    if (!result.ok) toasts.problem(result.problem);
    else if (result.data) toasts.done(`Saved as ${result.data.name}.`);
  };
  return (
    <>
      {order.status === 'issued' && may('orders.issue') ? (
        <Act kind="text" onPress={() => ask('cancel')}>
          Cancel the order
        </Act>
      ) : null}
      <Act icon={FileDown} busy={saving} onPress={() => void save()} keys="Ctrl+S">
        Save as PDF
      </Act>
      <Act kind="main" icon={Printer} onPress={() => setPrinting(true)} keys="Ctrl+Enter">
        {`Print order ${order.number ?? ''}`}
      </Act>
      <PrintDialog order={order} open={printing} onClose={() => setPrinting(false)} />
    </>
  );
}
