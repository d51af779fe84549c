import type { Permission, Role } from '#shared/domain/roles.ts';

/**
 * Who may see and do what, by hand from the table of roles (domain 12.2) and what the design adds to it (the
 * director; the co-ordinator issues orders; who asks sees the money they ask for). Written apart from the program's
 * own `roles.ts`, so that the two are held against each other.
 */
const everybody: Role[] = [
  'practitioner',
  'lead_professional',
  'team_manager',
  'coordinator',
  'budget_manager',
  'director',
  'finance',
  'commissioner',
  'returns_officer',
  'auditor',
  'data_protection',
  'system_admin',
];
const without = (...out: Role[]) => everybody.filter((role) => !out.includes(role));

/** Who holds each right. A new right is added here by whoever read 12.2 for it. */
export const rights: { readonly [P in Permission]?: readonly Role[] } = {
  // CAF read: own, team, all unrestricted, summary.
  'children.read': ['practitioner', 'lead_professional', 'team_manager', 'coordinator', 'budget_manager'],
  // CAF write: own cases; the team manager's notes and approvals; the co-ordinator's registration and QA.
  'children.write': ['practitioner', 'lead_professional', 'team_manager', 'coordinator'],
  'children.register': ['coordinator'],
  // 12.3: named readers are given and taken by a co-ordinator or the data protection officer.
  'children.restrict': ['coordinator', 'data_protection'],
  // Registration and its repair: two records of one child made one.
  'children.merge': ['coordinator'],
  'people.read': everybody,
  'people.manage': ['system_admin'],
  'settings.read': everybody,
  'settings.manage': ['system_admin'],
  'providers.read': without('data_protection', 'system_admin'),
  'providers.manage': ['commissioner'],
  // What was bought for a case is part of it; money roles follow it by the neutral reference.
  'orders.read': [
    'practitioner',
    'lead_professional',
    'team_manager',
    'coordinator',
    'budget_manager',
    'director',
    'finance',
    'auditor',
  ],
  'orders.request': ['lead_professional', 'coordinator'],
  'orders.approve': ['team_manager', 'budget_manager', 'director'],
  'orders.issue': ['coordinator', 'finance'],
  'budgets.read': [
    'lead_professional',
    'team_manager',
    'coordinator',
    'budget_manager',
    'director',
    'finance',
    'auditor',
  ],
  'budgets.manage': ['budget_manager'],
  // Aggregates.
  'returns.read': [
    'coordinator',
    'budget_manager',
    'director',
    'finance',
    'commissioner',
    'returns_officer',
    'auditor',
  ],
  'assurance.read': [
    'budget_manager',
    'director',
    'returns_officer',
    'auditor',
    'data_protection',
    'system_admin',
  ],
  // Who audits and who answers for data take the trail out.
  'assurance.export': ['auditor', 'data_protection'],
  'backups.manage': ['coordinator', 'system_admin'],
  'takeout.export': ['director', 'data_protection'],
};

/** How one case stands to a reader in Hillcrest's East team. */
export const standings = ['own', 'team', 'area', 'other', 'restricted'] as const;
/** See {@link standings}. `restricted` is otherwise the reader's own. */
export type Standing = (typeof standings)[number];
/** The whole record, a summary, the neutral reference on money, or nothing at all. */
export type Sight = 'whole' | 'summary' | 'reference' | 'nothing';

const sights = (...each: Sight[]) => each;
const nothing: Sight = 'nothing';
const all = (sight: Sight, restricted: Sight = nothing) => sights(sight, sight, sight, sight, restricted);

/** What each reader sees of a case in each standing; a role placed elsewhere, named or excepted has a line of its own. */
export const readers: Record<string, { roles: Role[]; sees: Sight[]; more?: 'area' | 'named' | 'excepted' }> =
  {
    practitioner: { roles: ['practitioner'], sees: sights('whole', nothing, nothing, nothing, nothing) },
    lead_professional: {
      roles: ['lead_professional'],
      sees: sights('whole', nothing, nothing, nothing, nothing),
    },
    team_manager: { roles: ['team_manager'], sees: sights('whole', 'whole', nothing, nothing, nothing) },
    area_manager: {
      roles: ['team_manager'],
      sees: sights('whole', 'whole', 'whole', nothing, nothing),
      more: 'area',
    },
    coordinator: { roles: ['coordinator'], sees: all('whole') },
    budget_manager: { roles: ['budget_manager'], sees: all('summary', 'reference') },
    director: { roles: ['director'], sees: all('reference', 'reference') },
    finance: { roles: ['finance'], sees: all('reference', 'reference') },
    commissioner: { roles: ['commissioner'], sees: all(nothing) },
    // Pseudonymised figures: the returns, and no order.
    returns_officer: { roles: ['returns_officer'], sees: all(nothing) },
    // "Sampled, logged": no case is open to the auditor until a sample is drawn; all of the money is.
    auditor: { roles: ['auditor'], sees: all('reference', 'reference') },
    // "As authorised per request": none until a request authorises it.
    data_protection: { roles: ['data_protection'], sees: all(nothing) },
    system_admin: { roles: ['system_admin'], sees: all(nothing) },
    named_coordinator: { roles: ['coordinator'], sees: all('whole', 'whole'), more: 'named' },
    named_practitioner: {
      roles: ['practitioner'],
      sees: sights(nothing, nothing, nothing, nothing, 'whole'),
      more: 'named',
    },
    // Opened "other" and "restricted" by exception: to read only.
    excepted_practitioner: {
      roles: ['practitioner'],
      sees: sights(nothing, nothing, nothing, 'whole', 'whole'),
      more: 'excepted',
    },
  };
