/** How a project shows that it is meant for Heroku. */
import {
  type Detection,
  defineDetector,
  defineFact,
  type Evidence,
  type Location,
  lineSpan,
  type Project,
  project,
  type SourceFile,
} from '@django-golive/core';
import { appJson } from '../files/app-json.js';
import { procfile } from '../files/procfile.js';
import { calledAfter, firstMention, readmeOf } from '../platform/mention.js';
import { buildManifest } from './build-manifest.js';

/** Files by which other platforms that read a Procfile, or ignore it, are told what to run: at the root, or in a directory of it. */
const otherPlatform =
  /^(?:[^/]+\/)?(render\.ya?ml|railway\.(json|toml)|nixpacks\.toml|fly\.toml|koyeb\.ya?ml|\.do\/app\.ya?ml|\.platform\.app\.ya?ml|\.ebextensions\/.+\.config|vercel\.json|zbpack\.json|CHECKS)$/;
const herokuWords = /herokuapp\.com|django[_-](?:on[_-])?heroku|["']DYNO["']|HEROKU_APP_NAME/;
/** Those that are not the address of a page: such a one may be another's, which signs in or is allowed to ask. */
const ownWords = /(?<!\/\/[\w.-]{0,80})herokuapp\.com|django[_-](?:on[_-])?heroku|["']DYNO["']|HEROKU_APP_NAME/;
/** What only code that runs there has use for; an address may be one of a list of platforms. */
const runsThere = /django[_-](?:on[_-])?heroku|["']DYNO["']|HEROKU_APP_NAME/;
/** Addresses and variables that other platforms give. */
const otherHosts =
  /\b(?:onrender\.com|railway\.app|fly\.dev|koyeb\.app|ondigitalocean\.app|elasticbeanstalk\.com|azurewebsites\.net)\b/;
const otherVariables = /\b(?:RENDER_[A-Z]+_\w+|RAILWAY_[A-Z]\w+|FLY_APP_NAME|KOYEB_[A-Z]\w+)\b/;

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
    for (const file of buildFiles(project)) {
      say(starts ? 0.7 : 0.3, file.at(lineSpan(file.text, 1)), `\`${file.path}\` is read by Heroku's build.`);
    }
    // Who wrote several files that nothing but Heroku reads deploys there, whatever else can be started elsewhere.
    if (appJson?.forHeroku && starts && buildFiles(project).length > 0) confidence = 0.95;
    const pushed = pushedByCi(project);
    if (pushed) say(0.95, pushed, `\`${pushed.path}\` deploys to Heroku.`);
    const named = firstMention(project, herokuWords);
    const { found } = procfile;
    const release = found?.entry('release');
    const readme = readmeOf(project);
    const inReadme = readme?.text.search(/\bheroku\b/i) ?? -1;
    const file = project.paths.find((path) => otherPlatform.test(path));
    const host = firstMention(project, otherHosts) ?? firstMention(project, otherVariables);
    const lives = inReadme < 0 && otherHosts.test(readme?.text ?? '') ? readme?.path : undefined;
    const other = file ?? host?.path ?? lives;
    const ofOther = file !== undefined && firstMention(project, runsThere) === undefined;
    if (found && named && !ofOther) say(0.85, found.at, 'There is a `Procfile`, and the code speaks of Heroku.');
    // Several platforms read a Procfile; the file that only one of them reads says which it is.
    else if (found && other !== undefined)
      say(0.4, found.at, `There is a \`Procfile\`, but \`${other}\` speaks of another platform.`);
    else if (release) say(0.65, release.at, 'The `Procfile` has a release phase.');
    else if (found?.entry('web')) say(0.55, found.at, 'There is a `Procfile` with a web process.');
    if (procfile.misnamed) say(0.4, procfile.misnamed, `\`${procfile.misnamed.path}\` looks like a \`Procfile\`.`);
    const own = firstMention(project, ownWords);
    if (own && !ofOther) say(0.6, own, 'The code speaks of Heroku.');
    else if (named) say(0.3, named, 'The code names an address at Heroku.');
    // A README that tells of another platform as well may speak of the past.
    if (
      readme &&
      inReadme >= 0 &&
      (confidence === 0 || (found && other === undefined && !otherHosts.test(readme.text)))
    )
      say(found ? 0.75 : 0.3, readme.at({ start: inReadme, end: inReadme + 6 }), 'The README mentions Heroku.');
    const called = confidence === 0 && calledAfter(project, /(^|[-_.])heroku([-_.]|$)/i);
    if (called) say(0.3, called, `The project is called \`${project.name}\`.`);
    return confidence === 0 ? undefined : { target: 'heroku', confidence, reasons };
  },
);

/** A step of CI that deploys to Heroku: by dpl, by an action made for it, or by a push to its registry or repository. */
const deploys =
  /--provider[= ]heroku\b|^[ \t]*provider:\s*heroku\b|uses:\s*["']?[\w-]+\/heroku-deploy|git\.heroku\.com|\bheroku container:release\b/m;
const ciFile =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|bitbucket-pipelines\.ya?ml|\.travis\.ya?ml|\.circleci\/config\.ya?ml)$/;

function pushedByCi(project: Project): Location | undefined {
  for (const path of project.paths) {
    const file = ciFile.test(path) ? project.file(path) : undefined;
    const found = file && deploys.exec(file.text.replaceAll(/#.*$/gm, (comment) => ' '.repeat(comment.length)));
    if (file && found) return file.at({ start: found.index, end: found.index + found[0].length });
  }
  return undefined;
}

/** Whether more than a Procfile, which other platforms read as well, speaks of Heroku. */
export const herokuShown = defineFact({
  id: 'heroku-shown',
  needs: { project, appJson, buildManifest },
  derive: ({ project, appJson, buildManifest }): boolean =>
    buildManifest !== undefined ||
    appJson?.forHeroku === true ||
    buildFiles(project).length > 0 ||
    firstMention(project, herokuWords) !== undefined ||
    /\bheroku\b/i.test(readmeOf(project)?.text ?? ''),
});

/** What Heroku's build looks for. */
function buildFiles(project: Project): readonly SourceFile[] {
  return ['bin/post_compile', 'bin/pre_compile', '.slugignore', 'Aptfile'].flatMap((path) => project.file(path) ?? []);
}
