import FileUp from 'lucide-react/icons/file-up';
import { useEffect } from 'react';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Page, PageColumns } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { ProgressTracker, type ProgressStep } from '#renderer/components/ProgressTracker.tsx';
import { useLate } from '#renderer/components/Skeleton.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { counted } from '../providerWords.ts';
import { ColumnsCard } from './ColumnsCard.tsx';
import { DepartmentsCard } from './DepartmentsCard.tsx';
import { FoldsCard, RefusalsCard, ReportFigures } from './ReportCards.tsx';
import type { Stage } from './importStage.ts';
import { useImport } from './useImport.ts';

type Import = ReturnType<typeof useImport>;

const steps = [
  { at: 'file', label: 'File' },
  { at: 'columns', label: 'Columns' },
  { at: 'check', label: 'Check' },
  { at: 'done', label: 'Import' },
] as const;

function trackedSteps(at: Stage['at']): ProgressStep[] {
  const now = steps.findIndex((step) => step.at === at);
  return steps.map(({ label }, index) => ({
    label,
    state: at === 'done' || index < now ? 'done' : index === now ? 'now' : 'later',
  }));
}

function Progress(props: { of: Import }) {
  const { job, trial } = props.of;
  const running = job.busy ? job : trial;
  const isLate = useLate(running.busy);
  if (!running.progress || !(isLate || job.busy)) return null;
  const { done, total, label } = running.progress;
  return (
    <Card label="Progress" padded>
      <JobProgress label={label || 'Reading the file'} done={done} total={total} onCancel={running.cancel} />
    </Card>
  );
}

function Body(props: { of: Import }) {
  const { stage, choose, busy, changeMapping, setDepartments, check } = props.of;
  if (stage.at === 'file')
    return (
      <Card label="Choose the file">
        <EmptyState
          title="Start from what Finance already pays"
          icon={FileUp}
          action={
            <Act kind="main" icon={FileUp} busy={busy} onPress={() => void choose()} keys="Ctrl+O">
              Choose the payments file
            </Act>
          }
        >
          Take the list of payments that the council publishes, saved as CSV, as it is: a report heading above
          the table, other departments and odd rows do no harm. Nothing is imported before you have seen what
          would come of it.
        </EmptyState>
      </Card>
    );
  if (stage.at === 'columns')
    return (
      <PageColumns>
        <ColumnsCard
          read={stage.read}
          mapping={stage.mapping}
          onChange={(next) => void changeMapping(next)}
        />
        {stage.mapping.department === null ? null : (
          <DepartmentsCard
            departments={stage.read.departments}
            chosen={stage.departments}
            onChange={setDepartments}
          />
        )}
      </PageColumns>
    );
  return (
    <>
      <ReportFigures report={stage.report} />
      {stage.at === 'check' ? (
        <FoldsCard
          folds={stage.report.folds}
          agreed={stage.agreed}
          onChange={(agreed) => void check(agreed)}
        />
      ) : null}
      <RefusalsCard refusals={stage.report.refusals} />
    </>
  );
}

function needsDepartment(stage: Stage): boolean {
  return stage.at === 'columns' && stage.mapping.department !== null && stage.departments.length === 0;
}

function Foot(props: { of: Import }) {
  const { stage } = props.of;
  if (stage.at === 'done')
    return <Status kind="done">Imported. Every row of the file is accounted for.</Status>;
  if (needsDepartment(stage)) return <Status kind="attention">Keep at least one department.</Status>;
  if (stage.at === 'check') return <>Nothing is written yet.</>;
  return null;
}

function Acts(props: { of: Import }) {
  const { stage, busy, back, check, run, choose } = props.of;
  if (stage.at === 'file') return null;
  if (stage.at === 'done')
    return (
      <>
        <Act onPress={() => void choose()}>Import another file</Act>
        <Act kind="main" to="/providers" keys="Ctrl+Enter">
          See the providers
        </Act>
      </>
    );
  if (stage.at === 'columns')
    return (
      <>
        <Act disabled={busy} onPress={() => void choose()}>
          Choose another file
        </Act>
        <Act
          kind="main"
          busy={busy}
          disabled={needsDepartment(stage)}
          onPress={() => void check()}
          keys="Ctrl+Enter"
        >
          Check the file
        </Act>
      </>
    );
  const rows = stage.report.imported + stage.report.folded;
  return (
    <>
      <Act disabled={busy} onPress={back}>
        Back to the columns
      </Act>
      <Act kind="main" busy={busy} disabled={rows === 0} onPress={() => void run()} keys="Ctrl+Enter">
        {rows === 0 ? 'Nothing to import' : `Import ${counted(rows, 'row')}`}
      </Act>
    </>
  );
}

/** What comes next starts at the top, wherever one had scrolled to. */
function StartAtTop() {
  useEffect(() => document.getElementById('page')?.scrollTo({ top: 0 }), []);
  return null;
}

/** Makes providers of the suppliers in Finance's payments file: choose it, name its columns, see what would come, import. */
export function ImportPage() {
  const all = useImport();
  const { stage, problem } = all;
  const name = stage.at === 'columns' || stage.at === 'check' ? stage.file.name : null;
  return (
    <Page
      title="Import providers"
      crumbs={[{ label: 'Providers', to: '/providers' }]}
      subtitle={
        stage.at === 'done'
          ? stage.report.fileName
          : (name ?? 'From the file of payments that Finance publishes')
      }
      actions={<ProgressTracker label="Steps of the import" steps={trackedSteps(stage.at)} />}
      footer={
        stage.at === 'file' ? undefined : (
          <output>
            <Foot of={all} />
          </output>
        )
      }
      footerEnd={stage.at === 'file' ? undefined : <Acts of={all} />}
    >
      <StartAtTop key={stage.at} />
      {problem ? <ProblemAlert problem={problem} /> : null}
      <Progress of={all} />
      <Body of={all} />
    </Page>
  );
}
