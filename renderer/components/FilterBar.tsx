import { styled } from '@mui/material/styles';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';
import { TextButton } from './TextButton.tsx';

const Bar = styled('search')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(8),
  '& .end': { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: rem(8) },
});

const Field = styled('label')({
  flex: `0 1 ${rem(320)}`,
  minWidth: rem(180),
  display: 'flex',
  alignItems: 'center',
  gap: rem(8),
  height: rem(36),
  boxSizing: 'border-box',
  padding: `0 ${rem(12)}`,
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  backgroundColor: look.surface,
  color: look.ink3,
  '&:focus-within': {
    borderColor: look.teal,
    boxShadow: `0 0 0 1px ${look.teal}, 0 0 0 4px ${look.tealTint}`,
  },
  '& input': {
    flex: 1,
    minWidth: 0,
    border: 0,
    outline: 'none',
    background: 'none',
    color: look.ink,
    '&::placeholder': { color: look.ink3, opacity: 1 },
    '&::-webkit-search-cancel-button': { display: 'none' },
  },
});

const Chips = styled('ul')({ display: 'flex', flexWrap: 'wrap', gap: rem(6) });

const Chip = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(6),
  minHeight: rem(28),
  padding: `0 ${rem(8)} 0 ${rem(12)}`,
  borderRadius: rem(14),
  border: `1px solid ${look.tealLine}`,
  backgroundColor: look.tealTint,
  color: look.teal,
  fontSize: rem(13),
  fontWeight: 600,
  cursor: 'pointer',
  '&:hover': { borderColor: look.teal },
});

export type FilterChip = { id: string; label: string; onRemove: () => void };

export type FilterBarProps = {
  search?: { label: string; value: string; onChange: (value: string) => void };
  /** The filters in force, each removed by pressing it. */
  chips: FilterChip[];
  onClear?: () => void;
  /** Menus and selects that add a filter. */
  controls?: ReactNode;
  /** Saved views, export, columns. */
  end?: ReactNode;
};

/** What a list is narrowed by, in words that can be taken away one by one. */
export function FilterBar(props: FilterBarProps) {
  const { search, chips, onClear, controls, end } = props;
  return (
    <Bar>
      {search ? <SearchField {...search} /> : null}
      {controls}
      {chips.length > 0 ? (
        <Chips aria-label="Filters in force">
          {chips.map((chip) => (
            <li key={chip.id}>
              <Chip type="button" onClick={chip.onRemove} aria-label={`Remove filter: ${chip.label}`}>
                {chip.label}
                <Icon of={X} size={14} />
              </Chip>
            </li>
          ))}
        </Chips>
      ) : null}
      {chips.length > 1 && onClear ? <TextButton onPress={onClear}>Clear all</TextButton> : null}
      {end ? <div className="end">{end}</div> : null}
    </Bar>
  );
}

const pause = 200;

/** Keeps what is typed at once and hands it on after a short pause, so that the list is not asked at every letter. */
function SearchField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      latest.current(typed);
      setTyped(null);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field>
      <Icon of={Search} size={16} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
