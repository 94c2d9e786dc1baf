/** What an audit is given: the project, what the operator says of production, and the date. */
import { declareFact } from '../fact.js';
import type { Project } from '../source.js';

/** The files under audit. */
export const project = declareFact<Project>('project');

/** What a person says on the command line or in the configuration; it overrules what files say. */
export interface Operator {
  /** Environment variables of production (`--env`, `--env-file`). */
  readonly variables: Readonly<Record<string, string>>;
  /** The settings module (`--settings`), where named. */
  readonly settings?: string;
  /** The Django version (`--django`), as `major.minor` or more, where named. */
  readonly django?: string;
  /** The environment is exactly `variables`, and nothing is assumed (`--strict`). */
  readonly strict: boolean;
}

/** What the operator says. */
export const operator = declareFact<Operator>('operator');

/** The day of the audit, as `YYYY-MM-DD`. */
export const today = declareFact<string>('today');
