import { styled } from '@mui/material/styles';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { FieldPath } from 'react-hook-form';
import type { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import { stopsOf } from '#shared/domain/gates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { goToField } from '#renderer/components/form/ErrorSummary.tsx';
import { tidy, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { focusFirstStop, GateList } from '#renderer/components/GateList.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { ProgressTracker } from '#renderer/components/ProgressTracker.tsx';
import { Status, Tag } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { DraftLines } from './DraftLines.tsx';
import { draftFields, type DraftForm, draftSchema } from './draftSchema.ts';
import { DraftWords } from './DraftWords.tsx';
import { gateItems, orderStatusLook, orderSteps, type PutRight } from './orderWords.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type Saving, useAutosave } from './useAutosave.ts';

type Order = Output<'orders.get'>;
const FORM = 'draft';

/** Saves what the form holds, if it has the shape of a draft; half-finished is fine, an unreadable figure is not. */
async function saveDraft(order: Order, form: DraftForm, version: number) {
  const parsed = draftSchema.safeParse(tidy(draftSchema, form.getValues()));
  if (!parsed.success) {
    const message =
      'Something typed cannot be read yet, so the last change is not saved. Look at the quantities and dates.';
    return { ok: false as const, problem: { code: 'invalid' as const, message } };
  }
  const result = await callOffice('orders.save', {
    ...parsed.data,
    cafId: order.cafId,
    id: order.id,
    version,
  });
  return result.ok
    ? { ok: true as const, version: result.data.version }
    : { ok: false as const, problem: result.problem };
}

// The gates stay beside what is typed, however long the form.
const InSight = styled('div')({
  position: 'sticky',
  top: rem(16),
  '@container page (max-width: 60rem)': { position: 'static' },
});

/** A purchase while it is written: it saves itself, and the gates beside it are the office's own, judged as it saves. */
export function DraftEditor({ order }: { order: Order }) {
  const form = useOfficeForm({ schema: draftSchema, defaultValues: draftFields(order) });
  const save = useCallback((version: number) => saveDraft(order, form, version), [order, form]);
  const { saving, changed, flush, isDirty } = useAutosave(order.version, save);
  useEffect(
    () =>
      form.subscribe({ formState: { values: true }, callback: ({ name }) => (name ? changed() : undefined) }),
    [form, changed],
  );
  const guard = useUnsavedGuard({
    dirty: isDirty && saving.problem !== undefined,
    save: async () => (await flush()) !== null,
    what: 'this order',
  });
  const stops = stopsOf(order.gates).length;
  const putRight: PutRight = (field, words) => {
    if (words !== undefined) {
      form.setValue(field as FieldPath<z.input<typeof draftSchema>>, words);
      changed();
    }
    goToField(FORM, field);
  };
  return (
    <Page
      title={order.provider ? `Order from ${order.provider}` : 'New order'}
      crumbs={[{ label: 'Orders', to: '/orders' }, { label: `Draft ${order.id}` }]}
      subtitle={`For ${order.childName ?? order.neutralRef}${order.cafReference ? `, ${order.cafReference}` : ''}`}
      tag={<Tag kind="writing">{orderStatusLook(order.status).word}</Tag>}
      actions={<ProgressTracker label="Where this order is" steps={orderSteps(order)} />}
      footer={<SavedWords saving={saving} stops={stops} />}
      footerEnd={<DraftActs order={order} flush={flush} />}
    >
      {guard}
      {saving.problem ? <ProblemAlert problem={saving.problem} /> : null}
      <Sent order={order} />
      <PageColumns side={400}>
        <Form id={FORM} form={form} keep={false} label="Order" onSubmit={() => undefined}>
          <Stack>
            <DraftLines form={form} order={order} onChanged={changed} />
            <DraftWords form={form} order={order} />
          </Stack>
        </Form>
        <InSight>
          <GateList
            gates={gateItems(order.gates, putRight)}
            footer="Judged by the rules in force today, each time it saves."
          />
        </InSight>
      </PageColumns>
    </Page>
  );
}

const Asked = styled('div')({
  padding: `${rem(10)} ${rem(16)}`,
  border: `1px solid ${look.amberLine}`,
  borderLeft: `${rem(3)} solid ${look.amberMark}`,
  borderRadius: rem(8),
  backgroundColor: look.amberTint,
});

/** The question it was sent back with. */
function Sent({ order }: { order: Order }) {
  const last = order.decisions.at(-1);
  if (order.status !== 'returned' || !last) return null;
  return (
    <Asked role="note">
      <Status kind="attention">{`${last.by} asks`}</Status>
      <p>{last.reason}</p>
    </Asked>
  );
}

function SavedWords({ saving, stops }: { saving: Saving; stops: number }) {
  const at = saving.at?.toLocaleTimeString('en-GB');
  const words = saving.problem
    ? 'Not saved'
    : saving.state === 'saved'
      ? at
        ? `Saved ${at}`
        : 'Saved'
      : 'Saving';
  return (
    <>
      {stops > 0 ? (
        <Status kind="stop">{`${stops} ${stops === 1 ? 'stop' : 'stops'} to put right first`}</Status>
      ) : null}
      <output>{words}</output>
    </>
  );
}

function DraftActs({ order, flush }: { order: Order; flush: () => Promise<number | null> }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const [busy, setBusy] = useState(false);
  const toasts = useToasts();
  const navigate = useNavigate();
  const submit = async () => {
    const version = await flush();
    if (version === null) return;
    setBusy(true);
    const result = await callOffice('orders.submit', { id: order.id, version });
    setBusy(false);
    // The office judges what was just saved; the list on the page may still be the one before.
    if (!result.ok && result.problem.code === 'gates_stop' && focusFirstStop()) return;
    if (!result.ok) toasts.problem(result.problem);
    else
      toasts.done(
        result.data.status === 'approved'
          ? 'Within the own limit: it can be issued now.'
          : 'Submitted. The money is held until somebody decides.',
      );
  };
  return (
    <>
      <Act kind="text" onPress={() => setWithdrawing(true)}>
        Withdraw
      </Act>
      <Act
        onPress={() =>
          void flush().then((version) => (version === null ? undefined : navigate({ to: '/orders' })))
        }
      >
        Keep as draft
      </Act>
      <Act kind="main" keys="Ctrl+Enter" busy={busy} onPress={() => void submit()}>
        Submit the request
      </Act>
      {withdrawing ? (
        <ReasonDialog order={order} asked="withdraw" onClose={() => setWithdrawing(false)} />
      ) : null}
    </>
  );
}
