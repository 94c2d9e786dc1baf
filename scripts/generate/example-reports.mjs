/** Writes the report of each example project, so that what golive says of a whole project is read in review. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '@django-golive/core';
import { markdown } from '@django-golive/reporters';
import { auditLoaded, loadProject } from 'django-golive';
import { root } from '../command.mjs';

export const name = 'example reports';

const reportName = 'golive-report.md';
const examples = join(root, 'examples');
const today = '2026-11-20';

/**
 * The project as its owner has it: golive's own report is no evidence, and what git tracks here, in golive's
 * repository, would be all of it in the owner's.
 */
function projectAt(directory) {
  const project = loadProject(directory);
  return createProject({
    name: project.name,
    paths: project.paths.filter((path) => path !== reportName),
    skipped: project.skipped,
    read: (path) => project.file(path)?.text ?? '',
    tracked: () => true,
  });
}

export function files() {
  const projects = readdirSync(examples).filter((folder) => existsSync(join(examples, folder, 'manage.py')));
  return new Map(
    projects.map((folder) => [
      `examples/${folder}/${reportName}`,
      markdown(auditLoaded(projectAt(join(examples, folder)), { today })),
    ]),
  );
}
