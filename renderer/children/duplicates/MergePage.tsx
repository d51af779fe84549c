import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';
import { id } from '#shared/contract/common.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Autocomplete } from '#renderer/components/form/Autocomplete.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { NotYours } from '#renderer/components/NotYours.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { mergeAt } from '../addresses.ts';
import { searchChildren } from '../childSearch.ts';
import { MergeForm } from './MergeForm.tsx';

const route = getRouteApi('/frame/children/merge');
const crumbs = [
  { label: 'Children', to: '/children' },
  { label: 'Possible duplicates', to: '/children/duplicates' },
  { label: 'Compare' },
];

/** Two records beside each other, answer by answer, to be made one. */
export function MergePage() {
  const { keep, other } = route.useSearch();
  const may = usePermissions();
  const today = useToday();
  if (today === '') return null;
  if (!may('children.merge')) return <NotYours place="Possible duplicates" needs="children.merge" />;
  if (keep === undefined || other === undefined) return <ChooseOther keep={keep} />;
  return <Compare key={`${keep}-${other}`} keep={keep} other={other} />;
}

function Compare(props: { keep: number; other: number }) {
  const { keep, other } = props;
  const { data, problem, retry } = useRead('children.compare', { id: keep, otherId: other });
  const isThese = data?.kept.id === keep && data.gone.id === other;
  if (problem)
    return (
      <Page title="Compare two records" crumbs={crumbs}>
        <ProblemAlert problem={problem} onRetry={retry} />
      </Page>
    );
  return (
    <Late pending={!isThese} lines={8}>
      {isThese ? <MergeForm compared={data} crumbs={crumbs} /> : null}
    </Late>
  );
}

const chooseForm = z.object({ other: id });

/** A record that somebody thinks is the same child as another: which other? */
function ChooseOther(props: { keep: number | undefined }) {
  const { keep } = props;
  const navigate = useNavigate();
  const form = useOfficeForm({ schema: chooseForm });
  const search = useCallback(
    (query: string) => searchChildren(query, keep === undefined ? [] : [keep]),
    [keep],
  );
  return (
    <Page title="Compare two records" crumbs={crumbs}>
      <Card title="Which record may be the same child?">
        <Form
          form={form}
          label="Choose the other record"
          onSubmit={async ({ other }) => {
            await navigate(linkProps(keep === undefined ? mergeAt(other) : mergeAt(keep, other)));
            return undefined;
          }}
        >
          <Autocomplete
            control={form.control}
            name="other"
            label={keep === undefined ? 'The first record' : 'The other record'}
            hint="Type a name or a reference."
            search={search}
            missing="Choose the record."
            none="No record that you may see is called that"
            startHere
          />
          <Act kind="main" type="submit">
            Lay them beside each other
          </Act>
        </Form>
      </Card>
    </Page>
  );
}
