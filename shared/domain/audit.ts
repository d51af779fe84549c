/** What a line of the audit trail says was done (the audit trail), and the word for it on the screen. */
export const auditActions = {
  view: 'Looked at',
  create: 'Added',
  update: 'Changed',
  print: 'Printed',
  export: 'Took out',
  approve: 'Decided',
  override: 'Overrode',
  restrict: 'Restricted',
  delete: 'Destroyed',
  sign_in: 'Signed in',
  lock: 'Locked',
  backup: 'Backed up',
  restore: 'Restored',
  check: 'Checked',
  warning: 'Warning',
} as const;
/** The code of an action. */
export type AuditAction = keyof typeof auditActions;
/** Every action's code. */
export const auditActionCodes = Object.keys(auditActions) as AuditAction[];

/** The records of a case, and the order that belongs to one. */
export const caseKinds = ['child', 'caf', 'order'] as const;
/** One of {@link caseKinds}. */
export type CaseKind = (typeof caseKinds)[number];

/** What the first word of an operation's verb means: `addFund` adds, `recordPrint` prints. Longest match first. */
const verbs: [RegExp, AuditAction][] = [
  [/^recordPrint|^print/, 'print'],
  [/^export|^takeOut|^save[A-Z]\w*(?:Csv|Pdf)$/, 'export'],
  [/^(?:decide|approve|agree|answer|give|take(?!Out)|refuse|grant|countersign)/, 'approve'],
  [/^(?:override|breakGlass)/, 'override'],
  [/^(?:restrict|unrestrict|nameReader|letIn|letOut|lift)/, 'restrict'],
  [/^(?:destroy|forget)/, 'delete'],
  [/^(?:signIn|recover|unlock)/, 'sign_in'],
  [/^(?:lock|signOut|leave)/, 'lock'],
  [/^(?:restore|putBack)/, 'restore'],
  [/^(?:check|verify|find)/, 'check'],
  [
    /^(?:add|register|open|start|allocate|issue|import|setUp|make|new|create|transfer|receive|offer|refer|reopen)/,
    'create',
  ],
  [/^(?:save|set|record|keep|submit|withdraw|cancel|close|complete|hold|appoint|confirm|move)/, 'update'],
  [
    /^(?:change|end|leaver|remove|rename|rekey|deputise|turn|put|drop|reset|renew|choose|see|decline|begin|come|merge|unmerge|judge)/,
    'update',
  ],
];

/**
 * What an operation does, in the trail's words: what it declares, else what its verb says, else `view` for what only
 * reads. Null for a verb that nobody gave a meaning; the contract's test refuses those.
 */
export function auditActionOf(
  name: string,
  entry: { writes: boolean; action?: AuditAction | undefined },
): AuditAction | null {
  if (entry.action) return entry.action;
  if (!entry.writes) return 'view';
  const [feature, verb = ''] = name.split('.');
  if (feature === 'backups') return verb.startsWith('restore') ? 'restore' : 'backup';
  return verbs.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
}

/** Seconds by which a clock may go back before it is remarked on: time servers set a clock right by less. */
export const CLOCK_SLACK_S = 120;

/** By how many seconds this moment lies before the one before it; 0 when it does not, or by so little that it is nothing. */
export function secondsBack(before: string, now: string): number {
  const back = Math.round((Date.parse(before) - Date.parse(now)) / 1000);
  return back > CLOCK_SLACK_S ? back : 0;
}
/** A hash as it is printed: the first sixteen bytes in groups of four, which is more than anybody can forge. */
export function printedHash(hash: string): string {
  return (hash.slice(0, 32).match(/.{1,4}/g) ?? []).join(' ');
}

/** A hash as somebody types it from paper: without spaces, in small letters; null when it is none. */
export function typedHash(text: string): string | null {
  const plain = text.replaceAll(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{32,64}$/.test(plain) ? plain : null;
}
