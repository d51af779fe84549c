import { styled } from '@mui/material/styles';
import { labelIn } from '#shared/codes/list.ts';
import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { roles } from '#shared/domain/roles.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { OfficePage } from './OfficePage.tsx';

const Kinds = styled('ul')({
  marginTop: rem(8),
  '& li': { padding: `${rem(4)} 0`, fontWeight: 600 },
});

type Policy = Output<'settings.policy'>;
const subtitle = 'What every order and every record is judged by. This version has no screen to change them.';

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
const weeks = (count: number) => `${count} ${count === 1 ? 'week' : 'weeks'}`;

/** The steps of approval, the lowest first; each reaches as far as the one above begins. */
function LadderCard({ policy }: { policy: Policy }) {
  return (
    <Card
      title="Who approves a purchase"
      note="by its gross amount"
      padded={false}
      footer="Whoever stands lower in the table may approve all that those above may. Above their own limit, nobody decides on a request they made or entered."
    >
      <TableScroll label="Who approves a purchase">
        <Table>
          <caption>Who approves a purchase</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col" className="num">
                Up to
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">The budget holder alone, once trained</th>
              <td className="num">their own limit, at first {formatPounds(policy.ownLimitPence)}</td>
            </tr>
            {policy.ladder.map((tier) => (
              <tr key={tier.role}>
                <th scope="row">{roles[tier.role]}</th>
                <td className="num">
                  {tier.upToPence === null ? 'any amount' : formatPounds(tier.upToPence)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Card>
  );
}

function AlwaysCard({ policy }: { policy: Policy }) {
  const kinds = policy.alwaysSecondApprover.map((code) => labelIn(purchaseCategories, code));
  return (
    <Card title="Always a second approver">
      {kinds.length > 0 ? (
        <>
          <p>Whatever the amount, somebody else approves:</p>
          <Kinds>
            {kinds.map((kind) => (
              <li key={kind}>{kind}</li>
            ))}
          </Kinds>
        </>
      ) : (
        <p>No kind of purchase.</p>
      )}
    </Card>
  );
}

function TimesCard({ policy }: { policy: Policy }) {
  return (
    <Card title="Times">
      <Details>
        <Detail label="Split purchases">
          {`Orders to one provider within ${days(policy.splitWindowDays)} are added together before the amount is judged.`}
        </Detail>
        <Detail label="Overlap">
          {`A purchase of the same kind for the same child or household within ${days(policy.overlapWindowDays)} is shown before an order goes out.`}
        </Detail>
        <Detail label="Reviews">{`A plan is reviewed at least every ${weeks(policy.reviewWeeks)}.`}</Detail>
        <Detail label="Gone quiet">
          {`A record without an entry for ${days(policy.quietDays)} is listed on Work.`}
        </Detail>
        <Detail label="Opened by exception">
          {`A record opened by exception can be read for ${policy.openingMinutes} minutes.`}
        </Detail>
      </Details>
    </Card>
  );
}

function SinceCard({ policy }: { policy: Policy }) {
  return (
    <Card title="In force">
      <Details>
        <Detail label="Since">{formatDay(policy.validFrom)}</Detail>
        <Detail label="Why">{policy.reason}</Detail>
      </Details>
    </Card>
  );
}

/** The rules in force today, in words. */
export function RulesPage() {
  const { data: policy, problem, loading, retry } = useRead('settings.policy', {});
  return (
    <OfficePage part="Rules" subtitle={subtitle}>
      {policy ? (
        <PageColumns>
          <Stack>
            <LadderCard policy={policy} />
            <TimesCard policy={policy} />
          </Stack>
          <Stack>
            <AlwaysCard policy={policy} />
            <SinceCard policy={policy} />
          </Stack>
        </PageColumns>
      ) : (
        <Card label="Rules">
          {problem ? (
            <ProblemAlert problem={problem} onRetry={retry} />
          ) : (
            <Late pending={loading}>Reading.</Late>
          )}
        </Card>
      )}
    </OfficePage>
  );
}
