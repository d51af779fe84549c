import { Card } from '#renderer/components/Card.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import type { Practice } from './usePractice.ts';

/** How far the making of the practice office has come, or why it could not be made. */
export function PracticeJob({ practice }: { practice: Practice }) {
  const { progress, problem, cancel } = practice;
  if (problem) return <ProblemAlert problem={problem} />;
  if (!progress) return null;
  return (
    <Card label="Making the practice office">
      <JobProgress
        label={progress.label || 'Opening the practice office'}
        done={progress.done}
        total={progress.total}
        onCancel={cancel}
      />
    </Card>
  );
}
