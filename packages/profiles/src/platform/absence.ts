/** Where a file that is missing at the root is pointed at: a finding needs a place. */
import { type Located, lineSpan, type Project } from '@django-golive/core';

/** A line of the file that stands nearest to what is absent. `subject` names the absence. */
export function absenceAt(project: Project, subject: string): Located {
  const path =
    ['manage.py', 'requirements.txt', 'pyproject.toml', 'Pipfile'].find((candidate) => project.file(candidate)) ??
    project.paths.find((candidate) => candidate.endsWith('manage.py')) ??
    project.paths[0] ??
    '';
  const file = project.file(path);
  const at = file?.at(lineSpan(file.text, 1)) ?? {
    path,
    span: { start: 0, end: 0 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
  return { at, subject };
}
