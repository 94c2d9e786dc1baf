/** One finding on a terminal: what, where, how we know, the risk, and the lines to write. */
import type { Report, ReportFinding, Severity } from '@django-golive/core';
import { codeOf, duration, type FindingGroup, importsGo, place, placeOfRemedy, points, weighingOf } from '../words.js';
import { harmless, type Style, type Styles, wrap } from './style.js';

/** The style a severity is shown in. */
export function styleOf(severity: Severity, styles: Styles): Style {
  return severity === 'critical' || severity === 'high'
    ? styles.red
    : severity === 'medium'
      ? styles.yellow
      : styles.blue;
}

/** A finding, without a trailing line break. */
export function showFinding(finding: ReportFinding, report: Report, styles: Styles, columns: number): string {
  const mark = styleOf(finding.severity, styles)('✗');
  const sure = finding.confidence === 'certain' ? '' : styles.dim(` (${finding.confidence})`);
  const known = finding.status === 'baselined' ? styles.dim(' (known)') : '';
  const lines = [
    `  ${mark} ${styles.bold(wrap(harmless(finding.message), columns - 4, '    ').trimStart())}${sure}${known}`,
    `    ${styles.cyan(place(finding.location))}${finding.current ? `  ${styles.dim(harmless(clip(finding.current, columns - place(finding.location).length - 8)))}` : ''}`,
  ];
  const steps = finding.evidence.filter(
    (step) => place(step.location) !== place(finding.location) || finding.evidence.length > 1,
  );
  for (const step of steps.slice(-6)) {
    lines.push(
      `      ${styles.dim(`${place(step.location)}  ${harmless(clip(step.note, columns - place(step.location).length - 10))}`)}`,
    );
  }
  lines.push(labelled('risk', harmless(finding.risk), columns, styles));
  const weighing = weighingOf(report, finding);
  if (weighing !== undefined) lines.push(labelled('weighed', harmless(weighing), columns, styles));
  if (finding.remedy) {
    const where = finding.remedy.code === undefined ? '' : placeOfRemedy(finding, (path) => path);
    lines.push(labelled('mend', harmless(`${finding.remedy.summary}${where ? ` (${where})` : ''}`), columns, styles));
    const { code, imports } = codeOf(finding);
    const show = (text: string) => {
      for (const line of text.split('\n')) lines.push(`         ${styles.green('│')} ${harmless(line)}`);
    };
    if (code) show(code);
    if (imports) {
      lines.push(`         ${importsGo}:`);
      show(imports);
    }
  }
  const gain = finding.gain > 0 ? `, +${points(finding.gain)} points` : '';
  lines.push(`    ${styles.dim(`${finding.rule} · ${duration(finding.effort)}${gain}`)}`);
  return lines.join('\n');
}

/** The findings of one rule: the first in full, and where there are many, the rest a line each. */
export function showGroup({ shown, folded }: FindingGroup, report: Report, styles: Styles, columns: number): string {
  const blocks = shown.map((finding) => showFinding(finding, report, styles, columns));
  if (folded.length === 0) return blocks.join('\n\n');
  const width = Math.min(40, Math.max(...folded.map((finding) => place(finding.location).length)));
  const rows = folded.map((finding) => {
    const where = place(finding.location).padEnd(width);
    const change = finding.remedy ? ` ${finding.remedy.summary}` : '';
    return `      ${styles.cyan(where)}  ${harmless(clip(finding.message + change, columns - where.length - 8))}`;
  });
  return `${blocks.join('\n\n')}\n    ${styles.bold(`and ${folded.length} more`)}\n${rows.join('\n')}`;
}

function labelled(label: string, text: string, columns: number, styles: Styles): string {
  return `    ${styles.dim(label)} ${wrap(text, columns, '         ').trimStart()}`;
}

function clip(text: string, width: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > Math.max(20, width) ? `${line.slice(0, Math.max(20, width) - 1)}…` : line;
}
