import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';

/** What is asked for with a reason. */
export type Asked = 'refuse' | 'return' | 'withdraw' | 'cancel';

const words: Record<Asked, { title: string; label: string; act: string; done: string; note: string }> = {
  refuse: {
    title: 'Refuse the request',
    label: 'Why',
    act: 'Refuse the request',
    done: 'Refused. The money is free again.',
    note: 'Whoever asked reads this.',
  },
  return: {
    title: 'Send it back with a question',
    label: 'Your question',
    act: 'Send it back',
    done: 'Sent back. The money is free again.',
    note: 'It can be put right and submitted again.',
  },
  withdraw: {
    title: 'Withdraw the request',
    label: 'Why',
    act: 'Withdraw the request',
    done: 'Withdrawn. The money is free again.',
    note: 'It stays in the list as withdrawn.',
  },
  cancel: {
    title: 'Cancel the order',
    label: 'Why',
    act: 'Cancel the order',
    done: 'Cancelled. The money is free again.',
    note: 'Its number stays taken. Tell the provider.',
  },
};

const schema = z.object({ reason: z.string().trim().min(1, 'Say why.').max(200) });

async function carryOut(
  asked: Asked,
  order: { id: number; version: number },
  reason: string,
): Promise<Problem | undefined> {
  const base = { id: order.id, version: order.version, reason };
  const result =
    asked === 'withdraw'
      ? await callOffice('orders.withdraw', base)
      : asked === 'cancel'
        ? await callOffice('orders.cancel', base)
        : await callOffice('orders.decide', { ...base, decision: asked });
  return result.ok ? undefined : result.problem;
}

/** Asks for the reason of an act that takes something back, and does it. */
export function ReasonDialog(props: { order: Output<'orders.get'>; asked: Asked; onClose: () => void }) {
  const { order, asked, onClose } = props;
  const text = words[asked];
  const toasts = useToasts();
  const form = useOfficeForm({ schema, defaultValues: { reason: '' } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={order.number ? `${text.title} ${order.number}` : text.title}
      width={520}
      footer={
        <>
          <Act onPress={onClose}>Go back</Act>
          <Act kind={asked === 'return' ? 'main' : 'danger'} type="submit" form="reason" keys="Ctrl+Enter">
            {text.act}
          </Act>
        </>
      }
    >
      <Form
        id="reason"
        form={form}
        label={text.title}
        onSubmit={async ({ reason }) => {
          const problem = await carryOut(asked, order, reason);
          if (problem) return problem;
          toasts.done(text.done);
          onClose();
          return undefined;
        }}
      >
        <TextArea control={form.control} name="reason" label={text.label} hint={text.note} rows={3} />
      </Form>
    </Dialog>
  );
}
