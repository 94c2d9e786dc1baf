/** The table of third-party packages: what each is worth today, until when, and where to go from it. */
import type { DependencyStatus, Report, ReportDependency } from '@django-golive/core';
import { place } from '../words.js';
import { code, inline, table } from './text.js';

const statusTitles: Readonly<Record<DependencyStatus, string>> = {
  vulnerable: '**vulnerable**',
  ended: '**support ended**',
  unmaintained: 'not maintained',
  'security-only': 'security fixes only',
  supported: 'supported',
  clear: 'no known advisory',
  unknown: 'unknown',
};

/** What production installs, and whatever else has an advisory. */
export function dependencies({ dependencies, manifests, tool }: Report): string {
  const shown = dependencies.filter((row) => row.kind === 'runtime' || row.advisories.length > 0);
  if (shown.length === 0) return '';
  const rows = shown.map((row): readonly string[] => [
    inline(row.name),
    inline((row.version ?? row.specifier) || 'any'),
    row.kind,
    statusTitles[row.status],
    row.supportedUntil ?? 'unknown',
    noteOf(row),
    code(place(row.location)),
  ]);
  const { from, asOf } = tool.advisories;
  const dates =
    asOf === ''
      ? ''
      : `Advisories: ${inline(from)}, as of ${asOf}. What was published later is not known here, nor is the support of packages other than Django and Wagtail. Only exact versions are looked up.\n\n`;
  const headings = ['Package', 'Version', 'Kind', 'Status', 'Support until', 'Note', 'Declared at'];
  return `## Dependencies\n\n${installedFrom(manifests)}${dates}${table(headings, rows)}`;
}

/** The files that are taken for production's, each with the reason: a wrong one makes every row below wrong. */
function installedFrom(manifests: Report['manifests']): string {
  const own = manifests.filter(({ kind }) => kind === 'runtime');
  if (own.length === 0) return '';
  const rows = own.map(({ path, because }) => `- ${code(path)}${because === null ? '' : `: ${inline(because)}`}`);
  return `What production installs is read from:\n\n${rows.join('\n')}\n\n`;
}

function noteOf(row: ReportDependency): string {
  const parts = [
    ...(row.upgrade === null ? [] : [`nearest version without a known advisory: ${inline(row.upgrade)}`]),
    ...(row.advisories.length === 0 ? [] : [advisoriesOf(row)]),
    ...(row.note === '' ? [] : [inline(row.note)]),
  ];
  return parts.join('; ');
}

/** How many are known, what mends them, and the worst few by name. */
function advisoriesOf({ advisories }: ReportDependency): string {
  const worst = [...advisories].sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1));
  const named = worst.slice(0, 3).map(({ id, fixed, score }) => {
    const more = [...(score === null ? [] : [`CVSS ${score}`]), ...(fixed === null ? [] : [`fixed in ${fixed}`])];
    return inline(more.length === 0 ? id : `${id} (${more.join(', ')})`);
  });
  const more = worst.length > named.length ? ` and ${worst.length - named.length} more` : '';
  return `${worst.length} known: ${named.join(', ')}${more}`;
}
