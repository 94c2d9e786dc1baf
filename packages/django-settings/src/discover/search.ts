/** What the parts of discovery share: the project's own files, and what the operator says. */
import type { Operator, Project } from '@django-golive/core';

/** What discovery works with. */
export interface Search {
  readonly project: Project;
  readonly operator: Operator;
  /** The project's own Python files, nearest first. */
  readonly python: readonly string[];
  /** Those of them that look like settings modules. */
  readonly settingsPaths: readonly string[];
  /** Directories with a `manage.py`, nearest to the root first. */
  readonly managed: readonly string[];
  secondary(path: string): boolean;
}
