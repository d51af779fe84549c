import { describe, expect, test } from 'vitest';
import { linesWith, sourcesIn } from './support/sources.ts';

/**
 * One reading scope (domain 12.2): the tables of case records are read by the children's queries alone. Looks for
 * their names wherever SQL could hold them, in builders and in raw text.
 */
const CASE_TABLES = [
  'children',
  'child_(?:checks|sounds|words|readers|restrictions|openings|openings_seen|services|merges|pairs)',
  'carers',
  'cafs',
  'caf_(?:levels|consents|elements|meetings|offers|referrals|transfers|disclosures)',
  'plan_(?:outcomes|actions)',
  'lead_professionals',
].join('|');

/** Files that look at whole tables, never at one record for somebody: the check of the office and the way out of it. */
const WHOLE_TABLES = [
  'electron/office/assurance/verify.queries.ts',
  'electron/office/takeout/takeout.queries.ts',
];

const inBuilder = new RegExp(
  String.raw`(?:From|[jJ]oin|insertInto|updateTable|replaceInto|table|ref)\(\s*\[?\s*['"\x60](?:${CASE_TABLES})(?:\.\w+)?(?: as \w+)?['"\x60]`,
);
const inText = new RegExp(
  String.raw`\b(?:from|join|into|update)\s+"?(?:${CASE_TABLES})"?(?=[\s,;()\x60'"]|$)`,
  'i',
);
const isComment = (line: string) => /^\S+ (?:\/?\*|\/\/)/.test(line);

const offenders = (name: string, text: string) =>
  [inBuilder, inText]
    .flatMap((pattern) => linesWith({ name, text }, pattern))
    .filter((line) => !isComment(line));

const office = sourcesIn('electron/office', ['.ts']);
const isChildrenQueries = (name: string) =>
  /^electron\/office\/children\/[\w.-]*queries[\w.-]*\.ts$/.test(name);

describe('the tables of case records', () => {
  test.each([
    ".selectFrom('cafs as ca')",
    ".innerJoin('children as ch', 'ch.id', 'o.child_id')",
    ".leftJoin('lead_professionals', 'x', 'y')",
    'sql`select name from people p join children c on 1`',
    'handle.prepare("SELECT * FROM caf_elements")',
    'sql`(select count(*) from plan_actions)`',
    "sql.table('carers')",
    "db.insertInto('child_readers')",
  ])('would be noticed in %s', (line) => {
    expect(offenders('x.ts', line)).not.toEqual([]);
  });

  test('are named in the children’s queries, and nowhere else in the office', () => {
    const allowed = ({ name }: { name: string }) =>
      isChildrenQueries(name) || WHOLE_TABLES.includes(name) || name.includes('/database/tables-');
    expect(
      office.filter((file) => !allowed(file)).flatMap(({ name, text }) => offenders(name, text)),
    ).toEqual([]);
    const own = office.filter(({ name }) => isChildrenQueries(name));
    expect(own.flatMap(({ name, text }) => offenders(name, text)).length).toBeGreaterThan(40);
  });
});

/**
 * Queries of the children's own that start at a table and not at the scope. Each is for the office itself (the
 * search before a new record, the gates, counts), for a record that its caller found in reach, or is joined to the
 * scope; a new one is added here on purpose or not at all.
 */
const BESIDE_THE_SCOPE: Record<string, string[]> = {
  'caf.queries.ts': [
    'findEpisodes',
    'lastNumber',
    'listConsents',
    'levelSince',
    'elementVersion',
    'listElements',
    'listMeetings',
  ],
  'duplicates.queries.ts': [
    'listComparable',
    'idsByNumber',
    'linkedIds',
    'pairs',
    'notCompared',
    'countNotCompared',
  ],
  'facts.queries.ts': [
    'findIdentity',
    'findIdentityOfChild',
    'listAtPostcode',
    'listCarerNames',
    'listHomes',
    'listCafIds',
    'diedIds',
  ],
  'family.queries.ts': [
    'listMembers',
    'findMember',
    'restrictedAmong',
    'listServices',
    'listFormerRefs',
    'motherDob',
  ],
  'course.queries.ts': ['firstLedOn', 'agenciesAtWork'],
  'flow.queries.ts': ['flowRows', 'firstStart'],
  'lead.queries.ts': ['listLeads', 'findLeadOn', 'countLed'],
  'list.queries.ts': ['filtered', 'mergedIds', 'diedIds', 'findByWords'],
  'merge.queries.ts': ['listCafs', 'listOffers', 'linesTo', 'findMerge', 'mergedSince', 'listMerges'],
  'openings.queries.ts': ['openedBy', 'findExactly', 'openings'],
  'offers.queries.ts': ['listOffers', 'openOffer'],
  'plan.queries.ts': [
    'insertOutcome',
    'insertAction',
    'cafOfOutcome',
    'listOutcomes',
    'listActions',
    'findAction',
  ],
  'restricted.queries.ts': ['findRestriction', 'listReaders', 'listRestricted', 'countRestricted'],
  'referrals.queries.ts': ['listReferrals', 'findTransfer'],
  'register.queries.ts': ['candidateIds', 'findCandidates', 'findCheck', 'neutralRefTaken', 'findNamed'],
};

test('which of the children’s queries start beside the scope is known', () => {
  const found: Record<string, string[]> = {};
  for (const { name, text } of office.filter((file) => isChildrenQueries(file.name))) {
    const file = name.slice(name.lastIndexOf('/') + 1);
    if (file === 'scope.queries.ts') continue;
    const functions = text.split(/^(?:export )?(?:async )?function /m).slice(1);
    const beside = functions
      .filter((body) =>
        new RegExp(String.raw`\.selectFrom\(\s*['"](?:${CASE_TABLES})(?: as \w+)?['"]`).test(body),
      )
      .map((body) => body.slice(0, body.indexOf('(')));
    if (beside.length > 0) found[file] = beside;
  }
  expect(found).toEqual(BESIDE_THE_SCOPE);
});
