import CalendarClock from 'lucide-react/icons/calendar-clock';
import DoorOpen from 'lucide-react/icons/door-open';
import FilePen from 'lucide-react/icons/file-pen';
import Moon from 'lucide-react/icons/moon';
import PackageCheck from 'lucide-react/icons/package-check';
import Printer from 'lucide-react/icons/printer';
import Stamp from 'lucide-react/icons/stamp';
import UserCheck from 'lucide-react/icons/user-check';
import UserPlus from 'lucide-react/icons/user-plus';
import type { Output } from '#shared/contract/index.ts';
import { daysBetween, formatDayLong, formatDayShort } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type DateWordProps, dueWords } from '#renderer/components/DateWord.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { GroupedList, type WorkGroup, type WorkRow } from '#renderer/components/GroupedList.tsx';
import type { IconShape } from '#renderer/components/Icon.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Tile, TileStrip } from '#renderer/components/TileStrip.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { BackupCard } from './BackupCard.tsx';
import { BudgetsCard } from './BudgetsCard.tsx';

type Today = Output<'work.today'>;
type Group = Today['groups'][number];

const icons: Record<Group['key'], IconShape> = {
  approvals: Stamp,
  reviews: CalendarClock,
  to_issue: PackageCheck,
  to_print: Printer,
  drafts: FilePen,
  quiet: Moon,
  openings: DoorOpen,
  proposals: UserCheck,
};

/** Rows of a group; the list behind its heading has the rest. */
const ROWS = 6;

function dateOf(
  task: Group['tasks'][number],
  today: string,
): { date: DateWordProps } | Record<string, never> {
  if (!task.day) return {};
  const kind = task.dayKind;
  if (kind === 'entry') {
    const days = daysBetween(task.day, today);
    return { date: { bold: `Quiet for ${days} days`, line: `last entry ${formatDayShort(task.day)}` } };
  }
  if (kind === 'opened') return { date: { bold: 'Opened', line: formatDayShort(task.day), late: true } };
  if (kind === 'written' || kind === 'issued')
    return {
      date: {
        bold: kind === 'written' ? 'Draft' : 'Issued',
        line: `${kind} ${formatDayShort(task.day)}`,
        late: task.late,
      },
    };
  return { date: dueWords(task.day, today, kind) };
}

function workGroups(today: Today): WorkGroup[] {
  return today.groups
    .filter((group) => group.tasks.length > 0)
    .map((group) => ({
      id: group.key,
      icon: icons[group.key],
      title: group.label,
      summary: [group.count, group.sumPence ? formatPounds(group.sumPence) : null]
        .filter((part) => part !== null)
        .join(' · '),
      ...(group.count > ROWS ? { more: { label: `${group.count - ROWS} more`, to: group.to } } : {}),
      rows: group.tasks.slice(0, ROWS).map((task, index): WorkRow => ({
        id: `${group.key}-${index}`,
        title: task.title,
        ...(task.provider ? { provider: task.provider } : {}),
        line: task.detail,
        amount: task.amountPence,
        verb: task.verb,
        to: task.to,
        ...dateOf(task, today.today),
      })),
    }));
}

function StartActs() {
  const may = usePermissions();
  return (
    <>
      {may('children.register') ? (
        <Act icon={UserPlus} to="/children/new">
          Start a CAF
        </Act>
      ) : null}
      {may('orders.request') ? (
        <Act kind="main" to="/orders/new">
          New order
        </Act>
      ) : null}
    </>
  );
}

/** "25 things to do, 7 of them late". */
function toDoWords(today: Today): string {
  const count = today.groups.reduce((sum, group) => sum + group.count, 0);
  const late = today.groups.reduce((sum, group) => sum + group.late, 0);
  if (count === 0) return 'Nothing to do';
  return `${count} ${count === 1 ? 'thing' : 'things'} to do${late > 0 ? `, ${late} of them late` : ''}`;
}

/** What needs this person today: what waits, how late, and each budget against the year. */
export function WorkPage() {
  const { data: today, problem, retry } = useRead('work.today', {});
  if (problem) {
    return (
      <Page title="Work">
        <ProblemAlert problem={problem} onRetry={retry} />
      </Page>
    );
  }
  return (
    <Page
      title={today ? formatDayLong(today.today) : 'Work'}
      subtitle={today ? toDoWords(today) : 'Looking'}
      actions={<StartActs />}
    >
      {today ? <TodayBody today={today} /> : null}
    </Page>
  );
}

function TodayBody({ today }: { today: Today }) {
  const groups = workGroups(today);
  return (
    <>
      {today.groups.length > 0 ? (
        <TileStrip label="Work by kind">
          {today.groups.map((group) => (
            <Tile
              key={group.key}
              label={group.label}
              figure={group.count}
              line={group.note}
              attention={group.late > 0}
              to={group.to}
            />
          ))}
        </TileStrip>
      ) : null}
      <PageColumns>
        {groups.length > 0 ? (
          <Card label="To do" padded={false}>
            <GroupedList groups={groups} />
          </Card>
        ) : (
          <Card label="To do">
            <EmptyState title="Nothing waits for you">
              Approvals, reviews, orders to issue and to print come here by themselves when they are yours to
              do.
            </EmptyState>
          </Card>
        )}
        <Stack>
          <BudgetsCard today={today} />
          <BackupCard lastAt={today.lastBackupAt} />
        </Stack>
      </PageColumns>
    </>
  );
}
