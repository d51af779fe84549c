import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { formatDayLong } from '#shared/domain/dates.ts';
import { roles } from '#shared/domain/roles.ts';
import { FrameInfoContext, type FrameInfo, type Hit } from '#renderer/app/frameInfo.ts';
import { router } from '#renderer/app/routes.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { ToastProvider } from '#renderer/components/Toasts.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { AtDeskContext } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { Bare } from './Bare.tsx';
import { Covered, CoverKeys } from './Covered.tsx';
import { LockWarning } from './LockWarning.tsx';
import { MoveDay } from './MoveDay.tsx';
import { News } from './News.tsx';
import { PracticeSignIn } from './PracticeSignIn.tsx';
import { SetUp } from './SetUp.tsx';
import { SignIn, type SignInProps } from './SignIn.tsx';
import { useIdleLock } from './useIdleLock.ts';
import { type Practice, usePractice } from './usePractice.ts';
import { type Status, useSession } from './useSession.ts';
import { Welcome } from './Welcome.tsx';

const hitGroups = { child: 'Children', order: 'Orders', provider: 'Providers', person: 'People' } as const;

async function find(query: string): Promise<Hit[]> {
  const result = await callOffice('work.find', { query });
  if (!result.ok) throw new Error(result.problem.code);
  const { hits, restrictedMatches } = result.data;
  const found = hits.map((hit) => ({
    id: `${hit.kind} ${hit.to}`,
    group: hitGroups[hit.kind],
    label: hit.title,
    detail: hit.detail,
    to: hit.to,
  }));
  if (restrictedMatches === 0) return found;
  const restricted = {
    id: 'restricted',
    group: hitGroups.child,
    label:
      restrictedMatches === 1 ? 'A restricted record fits' : `${restrictedMatches} restricted records fit`,
    detail: 'see who reads it, and ask them',
    to: '/children/restricted' as const,
  };
  return [...found, restricted];
}

/** Leads away from the page of the person before, whatever it had unsaved: that person was told so. */
const toWork = () => router.navigate({ ...linkProps('/work'), ignoreBlocker: true });

/**
 * The desk: set-up and sign-in while nobody is at it, the screens while somebody is. A lock covers the screens at once
 * and keeps them as they are, out of sight and out of reach, for whoever locked it.
 */
export function Desk() {
  const { status, problem, retry, session, cover, lock, enter, end, news, dismissNews } = useSession(toWork);
  const [isSettingUp, setSettingUp] = useState(false);
  const isHere = session !== null && cover === null;
  const { left, stay } = useIdleLock(isHere ? (status?.lockMinutes ?? null) : null, lock);
  const practice = usePractice(end);
  useStartInPractice(status, practice);
  const ready = useCallback(async () => {
    const now = await callOffice('access.status', {});
    if (now.ok) await enter(now.data);
    setSettingUp(false);
  }, [enter]);
  const begin = async () => {
    // Whoever practised before is no part of the office that is made now.
    await end();
    setSettingUp(true);
  };
  // With somebody at the desk, or half-way through the set-up, a question that got no answer takes nothing away.
  if (problem && !session && !isSettingUp) {
    return (
      <Bare title="The office does not answer" side={null}>
        <ProblemAlert problem={problem} onRetry={retry} />
      </Bare>
    );
  }
  if (!status) return null;
  const isLocked = session ? cover !== null : !isSettingUp;
  return (
    <>
      {isSettingUp || session ? (
        <Covered covered={isLocked}>
          {isSettingUp ? (
            <ToastProvider>
              <SetUp
                version={status.version}
                onBack={() => setSettingUp(false)}
                onReady={() => void ready()}
              />
            </ToastProvider>
          ) : (
            <>
              <Screens key={session?.number} status={status} onLock={lock}>
                <News news={news} onClose={dismissNews} />
              </Screens>
              {left === null ? null : <LockWarning left={left} onStay={stay} />}
            </>
          )}
        </Covered>
      ) : null}
      {isLocked ? (
        <CoverKeys>
          <ToastProvider>
            <Entrance
              status={status}
              cover={cover}
              practice={practice}
              onEnter={enter}
              onSetUp={() => void begin()}
            />
          </ToastProvider>
        </CoverKeys>
      ) : null}
    </>
  );
}

/** The way in: the welcome of a computer without an office, or one of the two sign-ins. */
function Entrance({ onSetUp, ...entry }: SignInProps & { onSetUp: () => void }) {
  const { status, practice } = entry;
  if (status.practice && status.hasPractice) return <PracticeSignIn {...entry} />;
  if (status.state === 'none')
    return <Welcome version={status.version} practice={practice} onSetUp={onSetUp} />;
  return <SignIn {...entry} />;
}

/** Goes straight to the practice office when the app was started with `--practice`. */
function useStartInPractice(status: Status | undefined, practice: Practice): void {
  const isDone = useRef(!window.shell.practice);
  useEffect(() => {
    if (isDone.current || !status) return;
    isDone.current = true;
    if (!status.practice && status.state !== 'open') practice.open();
  }, [status, practice]);
}

/** The rail, the top bar and the pages, for one person at the desk. */
function Screens(props: { status: Status; onLock: () => void; children: ReactNode }) {
  const { status, onLock, children } = props;
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
      ...(kept.practice
        ? { practice: { date: formatDayLong(kept.today), onMove: () => setMoving(true) } }
        : {}),
      warnings: kept.warnings,
      search: find,
      onLock,
    }),
    [kept, late, onLock],
  );
  return (
    <AtDeskContext value={kept}>
      <FrameInfoContext value={info}>
        <RouterProvider router={router} />
        <RouterContextProvider router={router}>{children}</RouterContextProvider>
        {isMoving ? <MoveDay today={kept.today} onClose={() => setMoving(false)} /> : null}
      </FrameInfoContext>
    </AtDeskContext>
  );
}
