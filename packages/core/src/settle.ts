/** Settling: which findings a comment in the source accepts, and which a baseline already knows. */
import type { Finding, Status, Suppression } from './finding.js';
import type { Verdict } from './rule.js';
import { lineSpan, type Project, type SourceFile } from './source.js';

/** The fingerprints of findings that are known: only new ones count against `--fail-on`. */
export interface Baseline {
  readonly version: 1;
  readonly fingerprints: readonly string[];
}

/** A suppression comment, with the lines it speaks for. */
export interface SuppressionComment extends Suppression {
  /** One-based lines whose findings it accepts; `undefined` for the whole file. */
  readonly lines: readonly [first: number, last: number] | undefined;
  /** What is wrong with the comment itself. */
  readonly fault?: 'no-reason' | 'no-rules' | 'expired';
}

const comment = /(?:#|\/\/|--|<!--)\s*golive:\s*(ignore-file|ignore)\s*(?:\[([^\]]*)\])?\s*(.*?)\s*(?:-->)?\s*$/;
const until = /\s*\(until (\d{4}-\d{2}-\d{2})\)\s*$/;

/**
 * The suppression comments of a file: `# golive: ignore[rule, …] reason (until YYYY-MM-DD)` at the end of a line or
 * on the line before, and `# golive: ignore-file[rule, …] reason` for the whole file.
 */
export function suppressionsIn(file: SourceFile, today: string): readonly SuppressionComment[] {
  if (!file.text.includes('golive:')) return [];
  const found: SuppressionComment[] = [];
  for (const [index, line] of file.text.split(/\r\n|\n|\r/).entries()) {
    const match = line.includes('golive:') ? comment.exec(line) : null;
    if (!match) continue;
    const [, scope, list = '', rest = ''] = match;
    const limit = until.exec(rest)?.[1];
    const reason = rest.replace(until, '').trim();
    const rules = list
      .split(',')
      .map((rule) => rule.trim())
      .filter((rule) => rule !== '');
    const own = line.slice(0, match.index).trim() === '';
    const number = index + 1;
    const fault =
      rules.length === 0 ? 'no-rules' : reason === '' ? 'no-reason' : limit && limit < today ? 'expired' : undefined;
    const span = lineSpan(file.text, number);
    found.push({
      rules,
      at: file.at({ start: span.start + match.index, end: span.end }),
      reason,
      ...(limit === undefined ? {} : { until: limit }),
      lines: scope === 'ignore-file' ? undefined : own ? [number, number + 1] : [number, number],
      ...(fault === undefined ? {} : { fault }),
    });
  }
  return found;
}

/** Findings with their status, and the comments that accepted nothing. */
export interface Settled {
  readonly findings: readonly Finding[];
  readonly unused: readonly SuppressionComment[];
  readonly faulty: readonly SuppressionComment[];
}

/** Give each finding its status. Every finding stays; none is dropped. */
export function settle(
  findings: readonly Finding[],
  comments: readonly SuppressionComment[],
  baseline: Baseline | undefined,
): Settled {
  const known = new Set(baseline?.fingerprints);
  const used = new Set<SuppressionComment>();
  const settled = findings.map((finding): Finding => {
    const by = comments.find((suppression) => !suppression.fault && covers(suppression, finding));
    if (by) used.add(by);
    return { ...finding, status: statusOf(finding, by, known) };
  });
  return {
    findings: settled,
    unused: comments.filter((suppression) => !suppression.fault && !used.has(suppression)),
    faulty: comments.filter((suppression) => suppression.fault !== undefined),
  };
}

function statusOf(finding: Finding, by: Suppression | undefined, known: ReadonlySet<string>): Status {
  if (by) return { kind: 'suppressed', by };
  return known.has(finding.fingerprint) ? { kind: 'baselined' } : { kind: 'open' };
}

function covers(suppression: SuppressionComment, finding: Finding): boolean {
  if (suppression.at.path !== finding.location.path || !suppression.rules.includes(finding.rule)) return false;
  if (!suppression.lines) return true;
  const [first, last] = suppression.lines;
  return finding.location.start.line <= last && finding.location.end.line >= first;
}

/** The suppression comments of some files of a project. */
export function suppressionsOf(
  project: Project,
  paths: Iterable<string>,
  today: string,
): readonly SuppressionComment[] {
  return [...new Set(paths)].flatMap((path) => {
    const file = project.file(path);
    return file ? suppressionsIn(file, today) : [];
  });
}

/** What is said of a comment that accepts nothing or is not complete. */
export function verdictOn(suppression: SuppressionComment): Verdict {
  return {
    kind: 'problem',
    message: suppression.fault ?? 'unused',
    about: {
      at: suppression.at,
      current: `golive: ignore[${suppression.rules.join(', ')}]${suppression.reason ? ` ${suppression.reason}` : ''}`,
      subject: `suppression:${suppression.at.path}:${suppression.rules.join(',')}`,
    },
    data: { rules: suppression.rules.join(', ') || 'nothing', until: suppression.until ?? '' },
  };
}
