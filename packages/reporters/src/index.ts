/** `@django-golive/reporters`: a report as text. Pure functions, for terminals, people and programs. */
import { json } from './json.js';
import { markdown } from './markdown/markdown.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal/terminal.js';

export type { Reporter, ReporterOptions } from './reporter.js';
export { json, markdown, sarif, terminal };

/** Every reporter by the name `--format` takes. */
export const reporters: Readonly<Record<string, Reporter>> = { terminal, markdown, json, sarif };
