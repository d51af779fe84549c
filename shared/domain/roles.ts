/**
 * Who may do what (domain 12.2): least privilege, roles add up. A permission is the name of what may be done,
 * never of who may do it; every operation of the contract names one.
 */
export const roles = {
  practitioner: 'Practitioner',
  lead_professional: 'Lead professional',
  team_manager: 'Team manager',
  coordinator: 'Co-ordinator',
  budget_manager: 'Budget manager',
  director: 'Director or panel chair',
  finance: 'Finance officer',
  commissioner: 'Commissioner',
  returns_officer: 'Returns officer',
  auditor: 'Auditor',
  data_protection: 'Data protection officer',
  system_admin: 'System administrator',
} as const;

/** The code of a role. */
export type Role = keyof typeof roles;
/** Every role's code. */
export const roleCodes = Object.keys(roles) as Role[];

/** Everything an operation may ask for. */
export const permissions = [
  'children.read',
  'children.write',
  'children.register',
  'children.restrict',
  'children.merge',
  'people.read',
  'people.manage',
  'settings.read',
  'settings.manage',
  'providers.read',
  'providers.manage',
  'budgets.read',
  'budgets.manage',
  'orders.read',
  'orders.request',
  'orders.approve',
  'orders.issue',
  'returns.read',
  'assurance.read',
  'assurance.export',
  'backups.manage',
  'takeout.export',
] as const;
/** The name of something that may be done. */
export type Permission = (typeof permissions)[number];

const everyone: Permission[] = ['settings.read', 'people.read', 'providers.read'];

const granted: Record<Role, readonly Permission[]> = {
  practitioner: [...everyone, 'children.read', 'children.write', 'orders.read'],
  lead_professional: [
    ...everyone,
    'children.read',
    'children.write',
    'orders.read',
    'orders.request',
    'budgets.read',
  ],
  team_manager: [
    ...everyone,
    'children.read',
    'children.write',
    'orders.read',
    'orders.approve',
    'budgets.read',
  ],
  coordinator: [
    ...everyone,
    'children.read',
    'children.write',
    'children.register',
    'children.restrict',
    'children.merge',
    'orders.read',
    'orders.request',
    'orders.issue',
    'budgets.read',
    'returns.read',
    'backups.manage',
  ],
  budget_manager: [
    ...everyone,
    'children.read',
    'orders.read',
    'orders.approve',
    'budgets.read',
    'budgets.manage',
    'returns.read',
    'assurance.read',
  ],
  director: [
    ...everyone,
    'orders.read',
    'orders.approve',
    'budgets.read',
    'returns.read',
    'assurance.read',
    'takeout.export',
  ],
  finance: [...everyone, 'orders.read', 'orders.issue', 'budgets.read', 'returns.read'],
  commissioner: [...everyone, 'providers.manage', 'returns.read'],
  returns_officer: [...everyone, 'returns.read', 'assurance.read'],
  auditor: [...everyone, 'orders.read', 'budgets.read', 'returns.read', 'assurance.read', 'assurance.export'],
  data_protection: [
    'settings.read',
    'people.read',
    'children.restrict',
    'assurance.read',
    'assurance.export',
    'takeout.export',
  ],
  system_admin: [
    'settings.read',
    'people.read',
    'people.manage',
    'settings.manage',
    'backups.manage',
    'assurance.read',
  ],
};

/** Everything these roles together allow. */
export function permissionsOf(held: readonly Role[]): Set<Permission> {
  return new Set(held.flatMap((role) => granted[role]));
}

/** How far a person's reading of case records reaches (12.2). */
export type Reach = 'none' | 'own' | 'team' | 'all';
/**
 * How much of a record is shown: the whole, a summary without the child's words and assessment, or only the
 * neutral reference.
 */
export type Depth = 'full' | 'summary' | 'neutral';
/** One role's reach and depth. */
export type CaseScope = { reach: Reach; depth: Depth };

const scopes: Record<Role, CaseScope> = {
  practitioner: { reach: 'own', depth: 'full' },
  lead_professional: { reach: 'own', depth: 'full' },
  team_manager: { reach: 'team', depth: 'full' },
  coordinator: { reach: 'all', depth: 'full' },
  budget_manager: { reach: 'all', depth: 'summary' },
  director: { reach: 'all', depth: 'neutral' },
  finance: { reach: 'all', depth: 'neutral' },
  commissioner: { reach: 'none', depth: 'neutral' },
  returns_officer: { reach: 'all', depth: 'neutral' },
  auditor: { reach: 'all', depth: 'neutral' },
  data_protection: { reach: 'none', depth: 'neutral' },
  system_admin: { reach: 'none', depth: 'neutral' },
};

/**
 * Roles that follow every pound: they see the orders of restricted children too, by the neutral reference alone, which
 * names nobody (12.2, 12.3). Without them the money would not add up and nobody could decide, issue or audit.
 */
const moneyRoles: readonly Role[] = ['budget_manager', 'director', 'finance', 'auditor'];

/** Whether one of these roles follows every pound, restricted or not. */
export function followsMoney(held: readonly Role[]): boolean {
  return held.some((role) => moneyRoles.includes(role));
}

const depthOrder: Depth[] = ['neutral', 'summary', 'full'];
const reachOrder: Reach[] = ['none', 'own', 'team', 'all'];

/** The case records that roles reach at `depth` or deeper: the widest of them. */
export function reachAt(held: readonly Role[], depth: Depth): Reach {
  const wanted = depthOrder.indexOf(depth);
  const found = held
    .map((role) => scopes[role])
    .filter((scope) => depthOrder.indexOf(scope.depth) >= wanted)
    .map((scope) => reachOrder.indexOf(scope.reach));
  return reachOrder[Math.max(0, ...found)] ?? 'none';
}
