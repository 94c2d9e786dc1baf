/** The directory that is pushed to Heroku where it may be another than the repository's root. */
import { defineFact, type Located, lineSpan, project, purposeOf } from '@django-golive/core';
import { directoryOf } from '../files/paths.js';

/** A directory with a Procfile of its own, below a root that has none. */
export interface PushedDirectory extends Located {
  readonly path: string;
}

/** Where a Procfile lies below the root alone, that directory is pushed, or a build pack moves it to the root. */
export const pushedDirectory = defineFact({
  id: 'heroku-pushed-directory',
  needs: { project },
  derive({ project }): PushedDirectory | undefined {
    if (project.file('Procfile')) return undefined;
    const [found, ...others] = project.paths.filter(
      (path) => path.endsWith('/Procfile') && purposeOf(path) !== 'development' && purposeOf(path) !== 'other',
    );
    const file = found === undefined || others.length > 0 ? undefined : project.file(found);
    return file && { path: directoryOf(file.path), at: file.at(lineSpan(file.text, 1)), subject: 'Procfile' };
  },
});
