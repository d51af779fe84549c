import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { callOffice } from './client.ts';

/** Carries a problem through the query cache. */
class ReadFailure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a screen knows of something it reads. `data` stays while a newer answer is on its way. */
export type Reading<N extends OperationName> = {
  data: Output<N> | undefined;
  problem: Problem | undefined;
  loading: boolean;
  retry: () => void;
};

/** What the sign-in says over the covered screens; below it, what had been read stays as it was. */
const saidByCover = new Set<Problem['code']>(['not_signed_in', 'office_stopped']);

/** Reads through the contract and reads again by itself whenever the office says that the feature changed. */
export function useRead<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean } = {},
): Reading<N> {
  const query = useQuery<Output<N>, ReadFailure>({
    queryKey: [name.split('.')[0], name, input],
    queryFn: async () => {
      const result = await callOffice(name, input);
      if (!result.ok) throw new ReadFailure(result.problem);
      return result.data;
    },
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
  const problem = query.error?.problem;
  const isCovered = query.data !== undefined && problem !== undefined && saidByCover.has(problem.code);
  return {
    data: query.data,
    problem: isCovered ? undefined : problem,
    loading: query.isPending && query.fetchStatus !== 'idle',
    retry: () => void query.refetch(),
  };
}
