import { OfficeProblem, type Problem, type Result } from '#shared/problems.ts';

/** The data of an answer; a problem is thrown as it came. */
export function dataOf<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw thrown(result.problem);
}

/** A problem as something to throw. */
export function thrown(problem: Problem): OfficeProblem {
  const { code, message, ...more } = problem;
  return new OfficeProblem(code, message, more);
}
