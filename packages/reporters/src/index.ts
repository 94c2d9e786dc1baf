/** `@django-golive/reporters`: a report as text. Pure functions, for terminals, people and programs. */
import { comparisonMarkdown } from './comparison/markdown.js';
import { comparisonTerminal } from './comparison/terminal.js';
import { json } from './json.js';
import { checklist } from './markdown/checklist.js';
import { markdown } from './markdown/markdown.js';
import type { Reporter } from './reporter.js';
import { type RunReporter, runReporters } from './run-reporters.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal/terminal.js';

export type { Reporter, ReporterOptions } from './reporter.js';
export {
  checklist,
  comparisonMarkdown,
  comparisonTerminal,
  json,
  markdown,
  type RunReporter,
  runReporters,
  sarif,
  terminal,
};

/** Every reporter of a single report, by its format's name. */
export const reporters: Readonly<Record<string, Reporter>> = { terminal, markdown, json, sarif };
