import { styled } from '@mui/material/styles';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { rem } from '#renderer/app/tokens.ts';

/** Fields side by side that need room, such as a choice of four; its choices fold when there is not even room for one. */
export const WideRow = styled(FieldRow)({
  gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${rem(430)}), 1fr))`,
  '@container page (max-width: 32rem)': { '& [role=radiogroup]': { flexWrap: 'wrap' } },
});
