import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import type { Printer } from '#shared/contract/shell.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';

const schema = z.object({
  device: z.string().min(1, 'Choose a printer.'),
  copies: z.coerce.number<number>().int().min(1).max(9),
  asCopy: z.boolean(),
});

function usePrinters(open: boolean) {
  const [found, setFound] = useState<{ printers: Printer[] | null; problem: Problem | null }>({
    printers: null,
    problem: null,
  });
  useEffect(() => {
    if (!open) return;
    void window.shell
      .printers()
      .then((result) =>
        setFound(
          result.ok
            ? { printers: result.data.printers, problem: null }
            : { printers: [], problem: result.problem },
        ),
      );
  }, [open]);
  return found;
}

/** Sends the order to a printer of this computer: exactly the sheets of the preview. */
export function PrintDialog(props: { order: Output<'orders.get'>; open: boolean; onClose: () => void }) {
  const { order, open, onClose } = props;
  const { printers, problem } = usePrinters(open);
  const first = printers?.find((printer) => printer.isDefault) ?? printers?.[0];
  if (!open || printers === null) return null;
  return (
    <PrintForm
      order={order}
      printers={printers}
      problem={problem}
      device={first?.device ?? ''}
      onClose={onClose}
    />
  );
}

type PrintFormProps = {
  order: Output<'orders.get'>;
  printers: Printer[];
  problem: Problem | null;
  device: string;
  onClose: () => void;
};

function PrintForm({ order, printers, problem, device, onClose }: PrintFormProps) {
  const toasts = useToasts();
  const printedBefore = order.prints.some((print) => print.how === 'printed');
  const form = useOfficeForm({ schema, defaultValues: { device, copies: 1, asCopy: printedBefore } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Print order ${order.number ?? ''}`}
      width={480}
      footer={
        <>
          <Act onPress={onClose}>Go back</Act>
          <Act kind="main" type="submit" form="print" keys="Ctrl+Enter" disabled={printers.length === 0}>
            Print
          </Act>
        </>
      }
    >
      {problem ? <ProblemAlert problem={problem} /> : null}
      {printers.length === 0 && !problem ? (
        <p>This computer has no printer. Save the order as PDF instead, or ask IT to add one.</p>
      ) : (
        <Form
          id="print"
          form={form}
          label="Print"
          onSubmit={async (values) => {
            const result = await window.shell.printOrder(order.id, values);
            if (!result.ok) return result.problem;
            toasts.done(`Order ${order.number ?? ''} went to the printer.`);
            onClose();
            return undefined;
          }}
        >
          <FieldStack>
            <SelectField
              control={form.control}
              name="device"
              label="Printer"
              options={printers.map((printer) => ({ value: printer.device, label: printer.name }))}
            />
            <SelectField
              control={form.control}
              name="copies"
              label="Copies"
              options={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({ value, label: String(value) }))}
            />
            <CheckField
              control={form.control}
              name="asCopy"
              label="Mark it COPY"
              hint={
                printedBefore
                  ? 'It was printed before: a second original could be supplied twice.'
                  : 'For your own file.'
              }
            />
          </FieldStack>
        </Form>
      )}
    </Dialog>
  );
}
