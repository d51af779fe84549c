import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { ChildrenList } from './ChildrenList.tsx';
import { childrenSearch, mergeSearch, recordSearch, summarySearch } from './childrenSearch.ts';
import { DetailsPage } from './details/DetailsPage.tsx';
import { DuplicatesPage } from './duplicates/DuplicatesPage.tsx';
import { MergePage } from './duplicates/MergePage.tsx';
import { OpenCafPage } from './OpenCafPage.tsx';
import { AssessmentStart, AssessmentTab } from './record/assessment/AssessmentTab.tsx';
import { ConsentTab } from './record/ConsentTab.tsx';
import { FamilyTab } from './record/family/FamilyTab.tsx';
import { HistoryTab } from './record/HistoryTab.tsx';
import { MeetingPage } from './record/plan/MeetingPage.tsx';
import { PlanTab } from './record/plan/PlanTab.tsx';
import { RecordPage } from './record/RecordPage.tsx';
import { SpendingTab } from './record/SpendingTab.tsx';
import { SummaryTab } from './record/summary/SummaryTab.tsx';
import { TeamTab } from './record/TeamTab.tsx';
import { RestrictedPage } from './restricted/RestrictedPage.tsx';
import { StartPage } from './start/StartPage.tsx';

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/children',
  validateSearch: childrenSearch,
  component: ChildrenList,
});

const start = createRoute({ getParentRoute: () => frameRoute, path: '/children/new', component: StartPage });

const duplicates = createRoute({
  getParentRoute: () => frameRoute,
  path: '/children/duplicates',
  component: DuplicatesPage,
});
const merge = createRoute({
  getParentRoute: () => frameRoute,
  path: '/children/merge',
  validateSearch: mergeSearch,
  component: MergePage,
});

const restricted = createRoute({
  getParentRoute: () => frameRoute,
  path: '/children/restricted',
  component: RestrictedPage,
});

const record = createRoute({
  getParentRoute: () => frameRoute,
  path: '/children/$child',
  validateSearch: recordSearch,
  component: RecordPage,
});

const summary = createRoute({
  getParentRoute: () => record,
  path: '/',
  validateSearch: summarySearch,
  component: SummaryTab,
});
const assessment = createRoute({
  getParentRoute: () => record,
  path: 'assessment',
  component: AssessmentStart,
});
const element = createRoute({
  getParentRoute: () => record,
  path: 'assessment/$element',
  component: AssessmentTab,
});
const plan = createRoute({ getParentRoute: () => record, path: 'plan', component: PlanTab });
const meeting = createRoute({ getParentRoute: () => record, path: 'plan/meeting', component: MeetingPage });
const team = createRoute({ getParentRoute: () => record, path: 'team', component: TeamTab });
const family = createRoute({ getParentRoute: () => record, path: 'family', component: FamilyTab });
const spending = createRoute({ getParentRoute: () => record, path: 'spending', component: SpendingTab });
const consent = createRoute({ getParentRoute: () => record, path: 'consent', component: ConsentTab });
const history = createRoute({ getParentRoute: () => record, path: 'history', component: HistoryTab });
const open = createRoute({ getParentRoute: () => record, path: 'open', component: OpenCafPage });
const details = createRoute({ getParentRoute: () => record, path: 'details', component: DetailsPage });

/** The list of children, the way to start a CAF, and the record with its parts. */
export const childrenRoutes = [
  list,
  start,
  duplicates,
  merge,
  restricted,
  record.addChildren([
    summary,
    assessment,
    element,
    plan,
    meeting,
    team,
    family,
    spending,
    consent,
    history,
    open,
    details,
  ]),
] as const;

/** What the command palette offers. */
export const childrenPlaces: Place[] = [
  { kind: 'create', label: 'Start a CAF', to: { to: '/children/new' }, keys: 'Ctrl+Shift+N' },
  { kind: 'screen', label: 'Possible duplicates', to: { to: '/children/duplicates' } },
  { kind: 'screen', label: 'Restricted records', to: { to: '/children/restricted' } },
];
