/** The reports of one run, one a target, as one document of a format: what `--format` writes. */
import type { Report } from '@django-golive/core';
import { json } from './json.js';
import { markdown } from './markdown/markdown.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { sarif, sarifLog } from './sarif.js';
import { stylesFor } from './terminal/style.js';
import { terminal } from './terminal/terminal.js';

/** Renders the reports of a run. One report alone is rendered as its reporter does. */
export type RunReporter = (reports: readonly Report[], options?: ReporterOptions) => string;

/** `several` is asked only where there is more than one report, or none. */
const runReporterOf =
  (reporter: Reporter, several: RunReporter): RunReporter =>
  (reports, options = {}) => {
    const [report, another] = reports;
    return report && !another ? reporter(report, options) : several(reports, options);
  };

/** Every format by the name `--format` takes. */
export const runReporters: Readonly<Record<string, RunReporter>> = {
  terminal: runReporterOf(terminal, (reports, options = {}) => {
    const line = stylesFor(options.color ?? false).dim('─'.repeat(Math.min(options.columns ?? 100, 110)));
    return reports.map((report) => terminal(report, options)).join(`\n${line}\n\n`);
  }),
  markdown: runReporterOf(markdown, (reports, options) =>
    reports.map((report) => markdown(report, options)).join('\n---\n\n'),
  ),
  json: runReporterOf(json, (reports) => `${JSON.stringify(reports, null, 2)}\n`),
  sarif: runReporterOf(sarif, sarifLog),
};
