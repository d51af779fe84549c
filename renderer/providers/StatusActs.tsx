import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { canMove, type ProviderState } from '#shared/domain/lifecycle.ts';
import { providerChecks } from '#shared/domain/providerChecks.ts';
import { Act } from '#renderer/components/Act.tsx';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import { focusFirstStop } from '#renderer/components/GateList.tsx';
import { MoreMenu, type MoreItem } from '#renderer/components/MoreMenu.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { statusLook, type Provider } from './providerWords.ts';

type Asked = 'suspended' | 'ended';

const questions: Record<
  Asked,
  { title: (name: string) => string; words: string; act: (name: string) => string }
> = {
  suspended: {
    title: (name) => `Suspend ${name}?`,
    words: 'No new order can be sent to it until it is approved again. Orders already issued go on.',
    act: (name) => `Suspend ${name}`,
  },
  ended: {
    title: (name) => `End with ${name}?`,
    words: 'It leaves the lists that orders choose from. Its record, prices and past orders stay.',
    act: (name) => `End with ${name}`,
  },
};

const verbs: [ProviderState, string][] = [
  ['checking', 'Start checking'],
  ['prospective', 'Put back to prospective'],
  ['suspended', 'Suspend'],
  ['ended', 'End with this provider'],
];

/** Moves a provider along its life-cycle and says how that went. */
function useMove(provider: Provider) {
  const write = useWrite('providers.setStatus');
  const toasts = useToasts();
  const move = async (status: ProviderState) => {
    const result = await write.run({ id: provider.id, version: provider.version, status });
    if (result.ok) toasts.done(`${provider.name}: ${statusLook(status).word.toLowerCase()}.`);
    else toasts.problem(result.problem);
  };
  return { move, busy: write.busy };
}

/** What can be done with a provider next: approve it, change it, and behind three dots the rest. */
export function StatusActs(props: { provider: Provider; today: string }) {
  const { provider, today } = props;
  const may = usePermissions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { move, busy } = useMove(provider);
  if (!may('providers.manage')) return null;
  const mayApprove =
    canMove('provider', provider.status, 'approved') || canMove('provider', provider.status, 'checking');
  const stops = providerChecks(provider, today).some((check) => check.verdict === 'stop');
  const more = verbs
    .filter(([status]) => canMove('provider', provider.status, status))
    .map(([status, label]): MoreItem => {
      const isAsked = status === 'suspended' || status === 'ended';
      return {
        label,
        onPress: () => (isAsked ? setAsked(status) : void move(status)),
        danger: status === 'ended',
      };
    });
  return (
    <>
      <Act icon={Pencil} to={`/providers/${provider.id}/change`}>
        Change details
      </Act>
      {mayApprove ? (
        <Act
          kind="main"
          keys="Ctrl+Enter"
          keysLabel="Approve this provider"
          busy={busy}
          onPress={() => (stops ? void focusFirstStop() : void move('approved'))}
        >
          Approve provider
        </Act>
      ) : null}
      {more.length > 0 ? <MoreMenu label={`More for ${provider.name}`} items={more} /> : null}
      {asked ? (
        <ConfirmDialog
          open
          danger
          title={questions[asked].title(provider.name)}
          act={questions[asked].act(provider.name)}
          onClose={() => setAsked(null)}
          onAct={async () => {
            await move(asked);
            setAsked(null);
          }}
        >
          {questions[asked].words}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
