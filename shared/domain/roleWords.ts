import { type Permission, permissionsOf, type Role, roleCodes, roles } from './roles.ts';

/** What each role may do (domain 12.2), in one plain sentence for whoever gives the roles. */
export const roleWords: Record<Role, string> = {
  practitioner: 'Reads and writes the records of the children they work with, and sees their orders.',
  lead_professional:
    'Reads and writes the records of the children they lead, asks for purchases for them, and sees budgets.',
  team_manager: 'Reads and writes the records of their team, and approves purchases up to a limit.',
  coordinator:
    'Reads and writes every record that is not restricted, says who reads those that are, registers children, issues orders, sees returns, and makes backups.',
  budget_manager:
    'Sets budgets, records training, sets own limits, and approves purchases; sees records in summary.',
  director:
    'Approves the largest purchases, sees budgets, returns and assurance with no child named, and takes data out.',
  finance: 'Issues orders, and sees budgets and returns, with no child named.',
  commissioner: 'Approves providers and keeps their prices, and sees returns; opens no child’s record.',
  returns_officer: 'Sees returns and assurance, with no child named.',
  auditor:
    'Sees orders, budgets, returns, assurance and the audit trail, with no child named, and changes nothing.',
  data_protection:
    'Takes the office’s data out as files, reads the audit trail, and says who reads restricted records; opens no child’s record on the screen.',
  system_admin:
    'Adds people, gives roles, changes the office’s settings, and makes backups; opens no child’s record.',
};

function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** Who holds a permission, for the line that stands where a button would: `a budget manager or a director`. */
export function whoMay(permission: Permission): string {
  return roleCodes
    .filter((role) => permissionsOf([role]).has(permission))
    .map((role) => withArticle(roles[role].toLocaleLowerCase('en-GB')))
    .join(' or ');
}
