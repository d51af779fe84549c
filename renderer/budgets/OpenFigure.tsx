import { styled } from '@mui/material/styles';
import { formatPounds, formatPoundsPlain } from '#shared/domain/money.ts';
import { look } from '#renderer/app/tokens.ts';
import { Figure } from '#renderer/components/Money.tsx';
import type { EntriesSearch } from './budgetsSearch.ts';
import { entriesTarget, stateWords } from './budgetWords.ts';

const Nothing = styled('span')({ color: look.ink3 });

/** A figure in pence that opens its entries, whose sum it is; nought has none, and a figure without `search` opens nothing. */
export function OpenFigure(props: { pence: number; whose: string; search: EntriesSearch | null }) {
  const { pence, whose, search } = props;
  const words = formatPoundsPlain(pence);
  if (pence === 0) return <Nothing>{words}</Nothing>;
  if (search === null) return <>{words}</>;
  const what = search.state === undefined ? 'Entries' : stateWords[search.state];
  const years = search.except === undefined ? '' : ' in other years';
  return (
    <Figure to={entriesTarget(search)} label={`${what}${years}, ${whose}: ${formatPounds(pence)}`}>
      {words}
    </Figure>
  );
}
