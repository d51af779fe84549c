import type Database from 'better-sqlite3';

/** A few thousand children and CAFs at once, spread over areas, levels and days: for looking at query plans. */
export function fillWithCases(handle: Database.Database, children: number): void {
  const day = (base: number, step: number) => new Date(base + step * 86_400_000).toISOString().slice(0, 10);
  const start = Date.UTC(2006, 3, 1);
  const check = handle
    .prepare(
      "INSERT INTO child_checks (query, found, checked_by, checked_on, checked_at) VALUES ('{}', '[]', 1, '2006-04-01', '') RETURNING id",
    )
    .get() as { id: number };
  const child = handle.prepare(
    `INSERT INTO children (neutral_ref, given_names, family_name, sex, dob, postcode, area_id, check_id, created_at, created_by)
     VALUES (?, ?, ?, 'U', ?, ?, ?, ?, '', 1) RETURNING id`,
  );
  const words = handle.prepare('INSERT INTO child_words (rowid, words) VALUES (?, ?)');
  const sound = handle.prepare('INSERT INTO child_sounds VALUES (?, ?)');
  const caf = handle.prepare(
    `INSERT INTO cafs (child_id, reference, episode_no, status, contact_source, initiating_agency, area_id, reason, level,
       start_level, start_on, next_review_on, closed_on, closure_reason, last_entry_on, created_at, created_by)
     VALUES (?, ?, ?, ?, '2A', 'PRI', ?, 'x', ?, ?, ?, ?, ?, ?, ?, '', 1) RETURNING id`,
  );
  const lead = handle.prepare(
    "INSERT INTO lead_professionals (caf_id, person_id, from_day, agreed_by_family, appointed_by) VALUES (?, 1, '2008-01-01', 1, 1)",
  );
  const letters = (n: number) =>
    n.toString(26).replaceAll(/[0-9a-p]/g, (c) => String.fromCharCode(97 + Number.parseInt(c, 26)));
  handle.transaction(() => {
    for (let n = 0; n < children; n += 1) {
      const [given, family] = [`G${letters((n * 37) % 400)}`, `F${letters((n * 101) % 3000)}`];
      const area = (n % 2) + 1;
      const { id } = child.get(
        `R${n}`,
        given,
        family,
        day(start, -(n % 5000)),
        `MF${n % 90} 1AA`,
        area,
        check.id,
      ) as { id: number };
      words.run(id, `${given} ${family} caf 2007 ${n}`.toLowerCase());
      sound.run(id, `S${n % 900}`);
      for (let episode = 1; episode <= (n % 6 === 0 ? 2 : 1); episode += 1) {
        const open = n % 3 === 0 && episode === (n % 6 === 0 ? 2 : 1);
        const from = (n % 850) + (episode - 1) * 30;
        const level = (n % 4) + 1;
        const closed = open ? null : day(start, from + 20);
        const row = caf.get(
          id,
          `X-${n}-${episode}`,
          episode,
          open ? 'tac_active' : 'closed',
          area,
          level,
          level,
          day(start, from),
          open ? day(start, 700 + (n % 300)) : null,
          closed,
          open ? null : 'NM',
          day(start, from + 10),
        ) as { id: number };
        if (open && n % 9 !== 0) lead.run(row.id);
      }
    }
  })();
  handle.exec('ANALYZE');
}
