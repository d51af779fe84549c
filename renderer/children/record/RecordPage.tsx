import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Page } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { elementAt, recordAt } from '../addresses.ts';
import { isLive } from '../words.ts';
import { RecordContext, type OpenRecord } from './recordContext.ts';

const route = getRouteApi('/frame/children/$child');

/** A child's record: read once, and handed to whichever part of it is shown. */
export function RecordPage() {
  const childId = Number(route.useParams().child);
  const { caf: earlierCaf } = route.useSearch();
  const may = usePermissions();
  const navigate = useNavigate();
  const today = useToday();
  const personId = useRead('access.status', {}).data?.person?.id ?? 0;
  const asked = earlierCaf === undefined ? { id: childId } : { id: childId, cafId: earlierCaf };
  const { data, problem, retry: reload } = useRead('children.get', asked);
  // An answer for the record before this one is never shown under this address.
  // A record that was made one with another opens as that one.
  const movedTo = data && data.id !== childId && data.formerRefs.length > 0 ? data.id : undefined;
  useEffect(() => {
    if (movedTo !== undefined) void navigate({ ...linkProps(recordAt(movedTo)), replace: true });
  }, [movedTo, navigate]);
  const isThis = data?.id === childId && (earlierCaf === undefined || data.caf?.id === earlierCaf);
  const record = isThis ? data : undefined;
  const open = useMemo((): OpenRecord | null => {
    if (!record || today === '') return null;
    // What was opened by exception is looked at, not changed.
    const canChange = may('children.write') && record.depth === 'full' && record.opening === null;
    return {
      record,
      today,
      personId,
      reload,
      earlierCaf,
      canChange: canChange && earlierCaf === undefined,
      canWrite: canChange && isLive(record.caf),
      at: (part) => recordAt(record.id, part, earlierCaf),
      atElement: (element) => elementAt(record.id, element, earlierCaf),
    };
  }, [record, today, may, personId, earlierCaf, reload]);
  if (problem && !record)
    return (
      <Page title="Record" crumbs={[{ label: 'Children', to: '/children' }, { label: 'Record' }]}>
        <ProblemAlert problem={problem} onRetry={reload} />
      </Page>
    );
  return (
    <Late pending={open === null} lines={8}>
      {open ? (
        <RecordContext value={open}>
          <Outlet />
        </RecordContext>
      ) : null}
    </Late>
  );
}
