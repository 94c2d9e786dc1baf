/** A script that the project runs in a Bash console to bring a new version: it shows where the code and its virtual environment lie. */
import { defineFact, type Location, type Project, project } from '@django-golive/core';

/** The script, as far as it is plain. */
export interface DeployScript {
  readonly path: string;
  /** Where it fetches the new version. */
  readonly at: Location;
  /** The directory that it enters, relative to the home directory of the account. */
  readonly directory: string | undefined;
  /** The virtual environment that it activates, relative to that directory. */
  readonly venv: string | undefined;
  /** Whether anything in it may load the new code, or tells somebody to do so. */
  readonly reloads: boolean;
}

/** The one script that updates the code with git and runs `manage.py`; `undefined` where there is none or several. */
export const deployScript = defineFact({
  id: 'pythonanywhere-deploy-script',
  needs: { project },
  derive({ project }): DeployScript | undefined {
    const found = project.paths.flatMap((path): DeployScript[] => {
      const file = /^(?:[^/]+\/)?[^/]+\.(?:sh|bash)$/.test(path) ? project.file(path) : undefined;
      const text = file?.text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length)) ?? '';
      const pull = /^[ \t]*git (?:-C \S+ )?(?:pull|fetch)\b[^\r\n]*/m.exec(text);
      if (!file || !pull || !/\bmanage\.py\b/.test(text)) return [];
      // Other servers are restarted by other words.
      if (/\b(?:systemctl|service|supervisorctl|docker|gunicorn|uwsgi|pm2|apachectl|nginx|ssh|runserver)\b/.test(text))
        return [];
      const entered =
        /^[ \t]*cd[ \t]+["']?(?:~|\$HOME|\$\{HOME\}|\/home\/\w+)\/([\w./-]*\w)\/?["']?[ \t]*(?:&&.*)?$/m.exec(text);
      const active = /^[ \t]*(?:source|\.)[ \t]+["']?(?:\.\/)?((?!\/)[\w./-]+)\/bin\/activate\b/m.exec(text);
      return [
        {
          path,
          at: file.at({ start: pull.index + pull[0].search(/\S/), end: pull.index + pull[0].length }),
          directory: entered?.[1],
          venv: active?.[1],
          reloads: /reload|recharg|recarg|\btouch\b|_wsgi\.py|\bpa(?:_| )|pythonanywhere\.com\/api/i.test(file.text),
        },
      ];
    });
    return found.length === 1 ? found[0] : undefined;
  },
});

/** Where the repository lies in the home directory: what the script enters, without the directory of `manage.py`. */
export function placeInHome(project: Project, script: DeployScript | undefined): string | undefined {
  const entered = script?.directory;
  if (entered === undefined) return undefined;
  if (project.file('manage.py')) return entered;
  const homes = project.paths.flatMap((path) => /^(.*)\/manage\.py$/.exec(path)?.[1] ?? []);
  const inner = homes.find((home) => entered.endsWith(`/${home}`));
  return inner === undefined ? entered : entered.slice(0, -inner.length - 1);
}
