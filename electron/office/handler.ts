import type { Feature } from '#shared/contract/common.ts';
import type { OperationName, Output, Parsed } from '#shared/contract/index.ts';
import type { Context } from './context.ts';

/** A use case: the contract's input, already checked, to the contract's output. */
export type Handler<N extends OperationName> = (
  context: Context,
  input: Parsed<N>,
) => Promise<Output<N>> | Output<N>;

/** One for every operation; a missing one does not compile. */
export type Handlers = { [N in OperationName]: Handler<N> };

/** The operations of one feature. */
export type FeatureHandlers<F extends Feature> = {
  [N in OperationName as N extends `${F}.${string}` ? N : never]: Handler<N>;
};
