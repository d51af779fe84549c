import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';
import { id } from '#shared/contract/common.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Autocomplete, type Option } from '#renderer/components/form/Autocomplete.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Page } from '#renderer/components/Page.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';

const route = getRouteApi('/frame/orders/new');
const schema = z.object({ childId: id, actionId: id });

async function findChildren(query: string): Promise<Option[]> {
  const found = await callOffice('children.list', { search: query, status: 'open', pageSize: 12 });
  if (!found.ok) throw new Error(found.problem.code);
  return found.data.rows.map((row) => ({
    id: row.id,
    label: row.name ?? row.neutralRef,
    detail: row.cafReference ?? 'No CAF yet',
  }));
}

const Narrow = styled('div')({ maxWidth: rem(760) });

/**
 * A purchase begins with the child and the action of the plan that it is for: without them no gate would pass.
 * Coming from a plan, both are there already.
 */
export function NewOrderPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const start = useWrite('orders.start');
  const form = useOfficeForm({
    schema,
    defaultValues: {
      ...(search.child ? { childId: search.child } : {}),
      ...(search.action ? { actionId: search.action } : {}),
    },
  });
  const childId = form.watch('childId');
  const { data: record } = useRead('children.get', { id: childId ?? 1 }, { enabled: childId !== undefined });
  const chosen = record && record.id === childId ? record : undefined;
  const actions = (chosen?.caf?.outcomes ?? []).flatMap((outcome) =>
    outcome.actions.map((action) => ({
      value: action.id,
      label: `${outcome.number}.${action.number} ${action.action}`,
      group: `Outcome ${outcome.number}: ${outcome.desired}`,
    })),
  );
  const find = useCallback((query: string) => findChildren(query), []);
  return (
    <Page title="New order" crumbs={[{ label: 'Orders', to: '/orders' }, { label: 'New' }]}>
      <Narrow>
        <Card title="What is it for?" note="An order serves one action of one child’s plan.">
          <Form
            form={form}
            label="New order"
            onSubmit={async ({ actionId }) => {
              const cafId = chosen?.caf?.id;
              if (!cafId)
                return {
                  code: 'invalid',
                  message: 'This child has no CAF. Start one first.',
                  field: 'childId',
                };
              const result = await start.run({
                cafId,
                actionId,
                providerId: null,
                budgetId: null,
                lines: [],
              });
              if (!result.ok) return result.problem;
              await navigate({ to: '/orders/$order', params: { order: String(result.data.id) } });
              return undefined;
            }}
          >
            <FieldStack>
              <Autocomplete
                control={form.control}
                name="childId"
                label="Child"
                hint="Type a few letters of the name, or the CAF’s reference."
                search={find}
                selected={
                  chosen
                    ? {
                        id: chosen.id,
                        label: chosen.givenNames
                          ? `${chosen.givenNames} ${chosen.familyName}`
                          : chosen.neutralRef,
                        detail: chosen.caf?.reference ?? '',
                      }
                    : null
                }
              />
              <SelectField
                control={form.control}
                name="actionId"
                label="Action of the plan"
                hint={
                  chosen && actions.length === 0
                    ? 'The plan has no actions yet. Write one under Plan & reviews first.'
                    : 'What the purchase helps to do.'
                }
                options={actions}
              />
              <div>
                <Act kind="main" type="submit" keys="Ctrl+Enter" busy={start.busy}>
                  Start the request
                </Act>
              </div>
            </FieldStack>
          </Form>
        </Card>
      </Narrow>
    </Page>
  );
}
