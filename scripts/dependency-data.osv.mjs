/** Turns OSV records into the compact facts of the advisory snapshot: one row a package and vulnerability. */

/**
 * Rows `[package, id, aliases, published, events, score?]`, sorted; one row where records share an alias.
 * Events read `i4.0 f4.3`: introduced in, fixed in, `l` last affected, `v` one affected version.
 */
export async function factsFrom(osv) {
  const records = osv.filter((record) => typeof record?.id === 'string').flatMap(affectedPackages);
  const merged = mergeAliases(records.filter((record) => !record.withdrawn && record.events.length > 0));
  const rows = [];
  for (const record of merged) {
    const score = await scoreOf(record.severity);
    const aliases = [...record.aliases].filter((alias) => alias !== record.id).sort();
    const events = record.events.map(([kind, version]) => `${kind}${version}`).join(' ');
    rows.push([record.package, record.id, aliases, record.published, events, ...(score === undefined ? [] : [score])]);
  }
  return rows.sort((a, b) => compare(a[0], b[0]) || compare(a[3], b[3]) || compare(a[1], b[1]));
}

/** The day of the newest change in some records, `YYYY-MM-DD`; `''` where none says when it was made. */
export function newestChange(osv) {
  const days = osv.map((record) => String(record?.modified ?? record?.published ?? '').slice(0, 10));
  return days.sort().at(-1) ?? '';
}

/** One entry a package of a record. A record may also be flat already: `package` and `ranges` (lists of events) at the top. */
function affectedPackages(record) {
  const affected = record.affected ?? [
    {
      package: { name: record.package, ecosystem: 'PyPI' },
      ranges: (record.ranges ?? []).map((events) => ({ type: 'ECOSYSTEM', events })),
      versions: record.versions,
      severity: record.severity,
    },
  ];
  return affected
    .filter((entry) => entry.package?.ecosystem === 'PyPI')
    .map((entry) => ({
      id: record.id,
      aliases: new Set(record.aliases ?? []),
      package: entry.package.name.replace(/[-_.]+/g, '-').toLowerCase(),
      published: String(record.published).slice(0, 10),
      withdrawn: (record.withdrawn ?? undefined) !== undefined,
      events: eventsOf(entry),
      severity: entry.severity ?? record.severity ?? [],
    }));
}

/** `[kind, version]`; single versions are named only where a record has no ranges. */
function eventsOf(entry) {
  const ranges = (entry.ranges ?? []).filter((range) => range.type !== 'GIT').flatMap((range) => range.events);
  const events = ranges.flatMap((event) =>
    Object.entries(event)
      .filter(([kind]) => kind === 'introduced' || kind === 'fixed' || kind === 'last_affected')
      .map(([kind, version]) => [kind[0], version]),
  );
  return events.length > 0 ? events : (entry.versions ?? []).map((version) => ['v', version]);
}

function mergeAliases(records) {
  const byName = new Map();
  for (const record of records) {
    const names = [record.id, ...record.aliases].map((name) => `${record.package} ${name}`);
    const known = names.map((name) => byName.get(name)).find((entry) => entry !== undefined);
    const kept = known ?? record;
    if (known) {
      for (const name of [record.id, ...record.aliases]) known.aliases.add(name);
      if (record.published < known.published) known.published = record.published;
      if (known.severity.length === 0) known.severity = record.severity;
      known.events = unionOf(known.events, record.events);
    }
    for (const name of names) byName.set(name, kept);
  }
  return new Set(byName.values());
}

/** Two records of one vulnerability that name different single versions both hold; ranges are taken from the first. */
function unionOf(first, second) {
  const singles = second.filter(([kind, version]) => kind === 'v' && !first.some((event) => event[1] === version));
  return [...first, ...singles];
}

/** The base score of CVSS 3 where there is one, as most tools show it, else of CVSS 4. */
async function scoreOf(severity) {
  const vector = ['CVSS_V3', 'CVSS_V4']
    .map((type) => severity.find((entry) => entry.type === type)?.score)
    .find(Boolean);
  if (vector === undefined) return undefined;
  const module = await import('ae-cvss-calculator');
  const { Cvss3P0, Cvss3P1, Cvss4P0 } = module.default;
  const Vector = vector.startsWith('CVSS:4') ? Cvss4P0 : vector.startsWith('CVSS:3.0') ? Cvss3P0 : Cvss3P1;
  const scores = new Vector(vector).calculateScores();
  return scores.base ?? scores.overall;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
