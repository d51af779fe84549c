/**
 * The reading scope for other features: ids of the CAFs a person may read, as a subquery. Theirs is the only way
 * to what belongs to a case.
 */
export { visibleCafs as visibleCafIds } from './scope.queries.ts';
