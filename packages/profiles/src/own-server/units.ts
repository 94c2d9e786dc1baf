/** The systemd units of the project: what runs beside Apache. */
import { defineFact, project } from '@django-golive/core';
import { readSystemdUnit, type SystemdUnit } from '../files/systemd-unit.js';
import { withoutTemplateEnding } from '../files/template-holes.js';

/** Every `.service` and `.socket` of the tree that starts something of the project. */
export const systemdUnits = defineFact({
  id: 'systemd-units',
  needs: { project },
  derive({ project }): readonly SystemdUnit[] {
    return project.paths
      .filter(
        (path) => /\.service$/.test(withoutTemplateEnding(path)) && !/(^|\/)(node_modules|tests?|docs?)\//.test(path),
      )
      .flatMap((path) => {
        const file = project.file(path);
        return file ? [readSystemdUnit(file)] : [];
      });
  },
});
