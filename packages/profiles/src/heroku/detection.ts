/** How a project shows that it is meant for Heroku. */
import {
  type Detection,
  defineDetector,
  type Evidence,
  type Location,
  lineSpan,
  type Project,
  project,
} from '@django-golive/core';
import { appJson } from '../files/app-json.js';
import { procfile } from '../files/procfile.js';
import { buildManifest } from './build-manifest.js';

/** Files by which other platforms that read a Procfile, or ignore it, are told what to run. */
const otherPlatform =
  /^(render\.ya?ml|railway\.(json|toml)|nixpacks\.toml|fly\.toml|koyeb\.ya?ml|\.do\/app\.ya?ml|\.platform\.app\.ya?ml|\.ebextensions\/.+\.config|vercel\.json|zbpack\.json|CHECKS)$/;

/** Recognises Heroku. A Procfile alone is read by other platforms as well. */
export const herokuDetector = defineDetector(
  { project, procfile, appJson, buildManifest },
  ({ project, procfile, appJson, buildManifest }): Detection | undefined => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (sure: number, at: Location, note: string): void => {
      confidence = Math.max(confidence, sure);
      reasons.push({ at, note });
    };
    if (buildManifest) say(0.9, buildManifest.at, '`heroku.yml` is read by Heroku alone.');
    if (appJson?.forHeroku) say(0.9, appJson.at, '`app.json` describes a Heroku app.');
    // Without a Procfile nothing is started there: such a file may be left over.
    const starts = procfile.found !== undefined || buildManifest !== undefined || procfile.misnamed !== undefined;
    for (const path of ['bin/post_compile', 'bin/pre_compile', '.slugignore', 'Aptfile']) {
      const file = project.file(path);
      if (file) say(starts ? 0.7 : 0.3, file.at(lineSpan(file.text, 1)), `\`${path}\` is read by Heroku's build.`);
    }
    const named = mention(project);
    const { found } = procfile;
    const release = found?.entry('release');
    const other = project.paths.find((path) => otherPlatform.test(path));
    if (found && named) say(0.85, found.at, 'There is a `Procfile`, and the code speaks of Heroku.');
    // Several platforms read a Procfile; the file that only one of them reads says which it is.
    else if (found && other !== undefined)
      say(0.4, found.at, `There is a \`Procfile\`, but \`${other}\` is for another platform.`);
    else if (release) say(0.65, release.at, 'The `Procfile` has a release phase.');
    else if (found?.entry('web')) say(0.55, found.at, 'There is a `Procfile` with a web process.');
    if (procfile.misnamed) say(0.4, procfile.misnamed, `\`${procfile.misnamed.path}\` looks like a \`Procfile\`.`);
    if (named) say(0.6, named, 'The code speaks of Heroku.');
    const readme = confidence === 0 ? project.paths.find((path) => /^readme(\.\w+)?$/i.test(path)) : undefined;
    const text = readme === undefined ? undefined : project.file(readme);
    const index = text?.text.search(/\bheroku\b/i) ?? -1;
    if (text && index >= 0) say(0.3, text.at({ start: index, end: index + 6 }), 'The README mentions Heroku.');
    return confidence === 0 ? undefined : { target: 'heroku', confidence, reasons };
  },
);

/** A place in the project's own Python or requirements that only makes sense on Heroku. */
function mention(project: Project): Location | undefined {
  for (const path of project.paths) {
    const settings =
      /(^|\/)(settings[^/]*\.py|settings\/[^/]+\.py|config\/[^/]+\.py)$/.test(path) ||
      path === 'requirements.txt' ||
      path === 'Pipfile' ||
      path === 'pyproject.toml';
    if (!settings || /(^|\/)(node_modules|site-packages|tests?)\//.test(path)) continue;
    const file = project.file(path);
    const match =
      file && /herokuapp\.com|django[_-](?:on[_-])?heroku|["']DYNO["']|HEROKU_APP_NAME/.exec(codeOf(file.text));
    if (file && match) return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

/** A text with its comment lines blanked, offsets kept. */
function codeOf(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length));
}
