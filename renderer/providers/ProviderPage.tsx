import { styled } from '@mui/material/styles';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { providerChecks } from '#shared/domain/providerChecks.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { DataTable, type Column } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { GateList, type GateItem } from '#renderer/components/GateList.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { PriceList } from './PriceList.tsx';
import { counted, kindWord, statusLook, type Provider } from './providerWords.ts';
import { StatusActs } from './StatusActs.tsx';

const route = getRouteApi('/frame/providers/$provider');
const crumbs = [{ label: 'Providers', to: '/providers' }];

const Details = styled('dl')({
  display: 'grid',
  gridTemplateColumns: `minmax(${rem(96)}, auto) minmax(0, 1fr)`,
  gap: `${rem(8)} ${rem(16)}`,
  '& dt': { color: look.ink2, fontSize: rem(13) },
  '& dd': { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  '& .none': { color: look.ink3 },
});

function Detail(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children || <span className="none">Not recorded</span>}</dd>
    </>
  );
}

function vatWords(provider: Provider): string {
  if (!provider.vatRegistered) return 'Not registered';
  return provider.vatNumber ? `Registered, ${provider.vatNumber}` : 'Registered';
}

function DetailsCard(props: { provider: Provider }) {
  const { provider } = props;
  return (
    <Card title="Details">
      <Details>
        <Detail label="Kind">{kindWord(provider.kind)}</Detail>
        <Detail label="Address">{provider.address}</Detail>
        <Detail label="Telephone">{provider.phone}</Detail>
        <Detail label="Orders to">{provider.orderEmail}</Detail>
        <Detail label="Supplier no.">{provider.supplierNumber}</Detail>
        <Detail label="VAT">{vatWords(provider)}</Detail>
        {provider.spellings.length > 0 ? (
          <Detail label="Finance writes">{provider.spellings.join('\n')}</Detail>
        ) : null}
      </Details>
    </Card>
  );
}

/** The checks that keep it from being approved, or from new orders, with the way to put each right. */
function ChecksCard(props: { provider: Provider; today: string }) {
  const { provider, today } = props;
  const may = usePermissions();
  const gates = providerChecks(provider, today).map((check): GateItem => {
    // An imported provider says so only because nobody has said anything else: it is to be looked at before approval.
    const isAssumed = check.id === 'contact' && provider.status !== 'approved';
    const verdict = isAssumed ? 'warn' : check.verdict;
    const isOpen = verdict !== 'pass' && may('providers.manage');
    return {
      id: check.id,
      verdict,
      sentence: check.sentence,
      detail: check.detail,
      fix: isOpen
        ? { label: isAssumed ? 'Change it' : 'Record it', to: `/providers/${provider.id}/change` }
        : undefined,
    };
  });
  return (
    <GateList
      title={provider.status === 'approved' ? 'Checks' : 'Before it can be approved'}
      gates={gates}
      footer={provider.status === 'approved' ? 'Every order is checked again on its own day.' : undefined}
    />
  );
}

const paymentColumns: Column<Provider['payments'][number]>[] = [
  { key: 'what', label: 'What for', cell: (row) => row.description || 'Not said' },
  { key: 'paidOn', label: 'Paid', kind: 'date', cell: (row) => formatDay(row.paidOn) },
  {
    key: 'amount',
    label: 'Net, £',
    kind: 'money',
    cell: (row) => <Money pence={row.netPence} sign={false} />,
  },
];

function PaymentsCard(props: { provider: Provider }) {
  const { payments, paymentsTotal } = props.provider;
  const isPart = payments.length < paymentsTotal.count;
  return (
    <Card
      title="What Finance paid"
      note={isPart ? `last ${payments.length} of ${counted(paymentsTotal.count, 'payment')}` : undefined}
      padded={false}
    >
      <DataTable
        label="What Finance paid"
        dense
        columns={paymentColumns}
        rows={payments}
        rowKey={(row) => payments.indexOf(row)}
        totals={{ amount: <Money pence={paymentsTotal.netPence} sign={false} strong /> }}
        totalsLabel={`${isPart ? 'All ' : ''}${counted(paymentsTotal.count, 'payment')}`}
        empty={
          <EmptyState title="No payments known">
            Payments come with the file that Finance publishes; they show what was bought here before.
          </EmptyState>
        }
      />
    </Card>
  );
}

function approvalWords({ approvedOn, approvedBy, status }: Provider): string | undefined {
  if (approvedOn === null || status !== 'approved') return undefined;
  return `Approved ${formatDay(approvedOn)}${approvedBy ? ` by ${approvedBy}` : ''}`;
}

/** One provider: its price list with history, its checks, and what Finance paid it before. */
export function ProviderPage() {
  const { provider: providerId } = route.useParams();
  const { data: provider, problem, loading, retry } = useRead('providers.get', { id: Number(providerId) });
  const today = useToday();
  if (problem || !provider || provider.id !== Number(providerId) || today === '')
    return (
      <Page title="Provider" crumbs={crumbs}>
        <Card label="Provider">
          {problem ? (
            <ProblemAlert problem={problem} onRetry={retry} />
          ) : (
            <Late pending={loading}>Looking for it.</Late>
          )}
        </Card>
      </Page>
    );
  const { kind, word } = statusLook(provider.status);
  return (
    <Page
      title={provider.name}
      crumbs={crumbs}
      tag={<Status kind={kind}>{word}</Status>}
      subtitle={approvalWords(provider)}
      actions={<StatusActs provider={provider} today={today} />}
    >
      <PageColumns>
        <Stack>
          <PriceList provider={provider} today={today} />
          <PaymentsCard provider={provider} />
        </Stack>
        <Stack>
          <ChecksCard provider={provider} today={today} />
          <DetailsCard provider={provider} />
        </Stack>
      </PageColumns>
    </Page>
  );
}
