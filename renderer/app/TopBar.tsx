import { styled } from '@mui/material/styles';
import Lock from 'lucide-react/icons/lock';
import Search from 'lucide-react/icons/search';
import { Act } from '#renderer/components/Act.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { KeyCap } from '#renderer/components/KeyCap.tsx';
import { Initials } from '#renderer/components/Person.tsx';
import type { FrameInfo } from './frameInfo.ts';
import { look, rem } from './tokens.ts';

const Bar = styled('header')({
  gridArea: 'top',
  minHeight: rem(56),
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  gap: rem(16),
  padding: `${rem(8)} ${rem(24)}`,
  borderBottom: `1px solid ${look.line}`,
  '@container frame (max-width: 44rem)': { padding: `${rem(8)} ${rem(12)}`, gap: rem(8) },
});

const Field = styled('button')({
  flex: `0 1 ${rem(520)}`,
  minWidth: 0,
  height: rem(36),
  display: 'flex',
  alignItems: 'center',
  gap: rem(10),
  padding: `0 ${rem(8)} 0 ${rem(12)}`,
  borderRadius: rem(6),
  border: `1px solid ${look.lineField}`,
  backgroundColor: look.surface,
  color: look.ink3,
  fontSize: rem(14),
  textAlign: 'left',
  cursor: 'text',
  '&:hover': { borderColor: look.ink3 },
  '& .words': { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '@container frame (max-width: 60rem)': { '& kbd': { display: 'none' } },
});

const Who = styled('div')({
  flex: 'none',
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: rem(10),
  minWidth: 0,
  '& .name': { fontSize: rem(13), lineHeight: rem(17), fontWeight: 600, whiteSpace: 'nowrap' },
  '& .role': { fontSize: rem(12), lineHeight: rem(16), color: look.ink3, whiteSpace: 'nowrap' },
  '& .words': { overflow: 'hidden' },
  '@container frame (max-width: 76rem)': { '& .office': { display: 'none' } },
  '@container frame (max-width: 50rem)': { '& .words': { display: 'none' } },
});

const LockPlace = styled('div')({
  flex: 'none',
  '& button': { color: look.ink, padding: `${rem(4)} ${rem(11)}` },
  '@container frame (max-width: 60rem)': { '& kbd': { display: 'none' } },
});

/** Search, who is signed in, and Lock. */
export function TopBar(props: { person: FrameInfo['person']; onSearch: () => void; onLock: () => void }) {
  const { person, onSearch, onLock } = props;
  return (
    <Bar>
      <Field type="button" onClick={onSearch} aria-haspopup="dialog" aria-keyshortcuts="Control+K">
        <Icon of={Search} size={16} />
        <span className="words">Search children, orders, providers, screens</span>
        <KeyCap keys="Ctrl+K" silent />
      </Field>
      <Who title={`${person.name}, ${person.role}`}>
        <Initials name={person.name} teal />
        <div className="words">
          <div className="name">{person.name}</div>
          <div className="role">
            {person.role}
            <span className="office">, {person.office}</span>
          </div>
        </div>
      </Who>
      <LockPlace>
        <Act icon={Lock} onPress={onLock} shownKeys="Ctrl+L">
          Lock
        </Act>
      </LockPlace>
    </Bar>
  );
}
