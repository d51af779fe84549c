import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { roles } from '#shared/domain/roles.ts';
import { FrameInfoContext, type FrameInfo, type Hit } from '#renderer/app/frameInfo.ts';
import { router } from '#renderer/app/routes.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { ToastProvider } from '#renderer/components/Toasts.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { Bare } from './Bare.tsx';
import { MoveDay } from './MoveDay.tsx';
import { PracticeSignIn } from './PracticeSignIn.tsx';
import { SetUp } from './SetUp.tsx';
import { SignIn } from './SignIn.tsx';
import { usePractice } from './usePractice.ts';
import { type Status, useSession } from './useSession.ts';
import { Welcome } from './Welcome.tsx';

const hitGroups = { child: 'Children', order: 'Orders', provider: 'Providers', person: 'People' } as const;

async function find(query: string): Promise<Hit[]> {
  const result = await callOffice('work.find', { query });
  if (!result.ok) throw new Error(result.problem.code);
  return result.data.hits.map((hit) => ({
    id: `${hit.kind} ${hit.to}`,
    group: hitGroups[hit.kind],
    label: hit.title,
    detail: hit.detail,
    to: hit.to,
  }));
}

const toWork = () => router.navigate(linkProps('/work'));

/**
 * The desk: set-up and sign-in while nobody is at it, the screens while somebody is. A lock covers the screens at once
 * and keeps them as they are, out of sight and out of reach, for whoever locked it.
 */
export function Desk() {
  const { status, problem, retry, session, cover, lock, enter, end } = useSession(toWork);
  const [isSettingUp, setSettingUp] = useState(false);
  const practice = usePractice(end);
  const ready = useCallback(async () => {
    const now = await callOffice('access.status', {});
    if (now.ok) await enter(now.data);
    setSettingUp(false);
  }, [enter]);
  if (problem) {
    return (
      <Bare title="The office does not answer" side={null}>
        <ProblemAlert problem={problem} onRetry={retry} />
      </Bare>
    );
  }
  if (!status) return null;
  const isCovered = cover !== null || session === null || isSettingUp;
  const entry = { status, cover, practice, onEnter: enter };
  return (
    <>
      {session ? (
        <div hidden={isCovered} inert={isCovered} style={isCovered ? undefined : { display: 'contents' }}>
          <Screens key={session.number} status={status} onLock={lock} />
        </div>
      ) : null}
      {isCovered ? (
        <ToastProvider>
          {isSettingUp ? (
            <SetUp version={status.version} onBack={() => setSettingUp(false)} onReady={() => void ready()} />
          ) : status.practice ? (
            <PracticeSignIn {...entry} />
          ) : status.state === 'none' ? (
            <Welcome version={status.version} practice={practice} onSetUp={() => setSettingUp(true)} />
          ) : (
            <SignIn {...entry} />
          )}
        </ToastProvider>
      ) : null}
    </>
  );
}

/** The rail, the top bar and the pages, for one person at the desk. */
function Screens({ status, onLock }: { status: Status; onLock: () => void }) {
  const [isMoving, setMoving] = useState(false);
  const { data: today } = useRead('work.today', {}, { enabled: status.state === 'open' });
  const late = today?.groups.reduce((sum, group) => sum + group.late, 0) ?? 0;
  const [kept, setKept] = useState(status);
  // A locked office has nobody in it, but the covered screens stay as they were.
  if (status.person && status !== kept) setKept(status);
  const info = useMemo(
    (): FrameInfo => ({
      person: {
        name: kept.person?.name ?? '',
        role: kept.person?.jobTitle || (kept.person?.roles.map((role) => roles[role]).join(', ') ?? ''),
        office: kept.trustName ?? '',
      },
      late,
      ...(kept.practice ? { practice: { date: formatDay(kept.today), onMove: () => setMoving(true) } } : {}),
      search: find,
      onLock,
    }),
    [kept, late, onLock],
  );
  return (
    <FrameInfoContext value={info}>
      <RouterProvider router={router} />
      {isMoving ? <MoveDay today={kept.today} onClose={() => setMoving(false)} /> : null}
    </FrameInfoContext>
  );
}
