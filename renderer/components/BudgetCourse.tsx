import { Status } from './Status.tsx';

/** Used money this far from the year's course, as a share of the whole, is worth a word (FM-11). */
const FAR = 0.2;

export type BudgetCourseProps = {
  /** Pence. */
  allocated: number;
  /** Pence spent, accrued and committed. */
  used: number;
  /** How much of the year is over, 0 to 1. */
  yearGone: number;
};

/** How a budget runs against the year: on course, fast, or slow enough to ask why. Nothing outside its year. */
export function BudgetCourse({ allocated, used, yearGone }: BudgetCourseProps) {
  if (allocated === 0 || yearGone === 0 || yearGone === 1) return null;
  const share = used / allocated;
  if (share > yearGone + FAR) return <Status kind="attention">Fast</Status>;
  if (share < yearGone - FAR) return <Status kind="attention">Slow, ask why</Status>;
  return (
    <Status kind="course" quiet>
      On course
    </Status>
  );
}
