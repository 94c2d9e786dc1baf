/** A virtual environment under version control: other people's code, as one machine had it on one day. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { isIgnored } from '../secrets/gitignore.js';
import { untrack } from '../secrets/untrack.js';

export const virtualenvCommitted = defineRule({
  id: 'structure/virtualenv-committed',
  title: 'A virtual environment is in the repository',
  sound: 'Virtual environments are kept out of the repository',
  category: 'structure',
  severity: 'low',
  effort: minutes(10),
  risk: 'Its programs name the directories of one machine and run nowhere else, and what it holds is installed in place of what is declared.',
  references: [web('Python: venv', 'https://docs.python.org/3/library/venv.html')],
  since: '0.1.0',
  needs: { deployment, project },
  problems: { committed: 'The virtual environment `{directory}/` is under version control.' },
  // The build of Heroku stops at one, which a rule of its own tells.
  when: ({ deployment, project }) => deployment.target !== 'heroku' && environments(project).length > 0,
  *check({ project }, { problem }) {
    for (const { directory, mark } of environments(project)) {
      // Where the index is not known, what is ignored counts as left out.
      const left = project.tracked(mark) === false || (!project.tracked(mark) && isIgnored(project, mark));
      const at = left ? undefined : project.file(mark)?.at({ start: 0, end: 0 });
      if (!at) continue;
      yield {
        ...problem('committed', { at, subject: directory }, { directory }),
        confidence: project.tracked(mark) ? 'certain' : 'tentative',
        remedy: {
          summary: 'Take it out of version control, and let `.gitignore` keep it out.',
          code: untrack(project, `${directory}/`),
          language: 'bash',
        },
      };
    }
  },
});

/** The directories that a mark of theirs shows, those inside another one left out. */
function environments(project: Project): readonly { readonly directory: string; readonly mark: string }[] {
  return project.paths.flatMap((mark) => {
    const directory = /^(.+)\/(?:pyvenv\.cfg|(?:bin|Scripts)\/activate)$/.exec(mark)?.[1];
    // A project that lies in the directory of its environment is not to be taken out with it.
    if (directory !== undefined && project.file(`${directory}/manage.py`)) return [];
    return directory === undefined || (!mark.endsWith('.cfg') && project.file(`${directory}/pyvenv.cfg`))
      ? []
      : [{ directory, mark }];
  });
}
