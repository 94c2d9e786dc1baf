/** Services that run an image which this repository builds and publishes elsewhere: they tell which variables it is given. */
import type { GivenVariable, Project } from '@django-golive/core';
import type { ComposeProject, ComposeService } from '../files/compose-model.js';

const builders =
  /^\.github\/.*\.ya?ml$|^\.circleci\/.*\.ya?ml$|(^|\/)(\.gitlab-ci\.ya?ml|\.travis\.yml|bitbucket-pipelines\.yml|azure-pipelines\.yml|cloudbuild\.ya?ml|Jenkinsfile|(GNU)?[Mm]akefile)$|\.sh$/;

/** What a line says that gives a built image its name. `image:` alone says which one a job runs in. */
const naming =
  /(?:\b|_)(tags?|images|image[-_]name|[\w-]+-images?|repository)['"]?\s*[:=]|(^|\s)(-t|--tag)[\s=]|\bdocker (image )?push\b/i;

/** The variables that Compose gives to the published image. Whoever publishes it runs it with values of their own. */
export function variablesOfPublished(project: Project, compose: ComposeProject): readonly GivenVariable[] {
  const isPublished = publishedIn(project);
  return compose.services.filter(isPublished).flatMap(({ name, variables }) =>
    variables.map((variable) => ({
      name: variable.name,
      value: undefined,
      at: variable.at,
      by: `the service \`${name}\`, which runs the published image`,
    })),
  );
}

/** Tells whether a service runs an image that this repository builds elsewhere. */
export function publishedIn(project: Project): (service: ComposeService) => boolean {
  const texts = project.paths.filter((path) => builders.test(path)).map((path) => project.file(path)?.text ?? '');
  return ({ build, image }) => !build && image !== undefined && isNamedIn(texts, image.text);
}

/** Whether a build names an image so: its repository alone, since registries and tags have several names. */
function isNamedIn(texts: readonly string[], image: string): boolean {
  const repository = image
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .replace(/^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?\//, '');
  if (!/^[\w./-]+$/.test(repository)) return false;
  const whole = new RegExp(`(?<![\\w-])${repository.replace(/[.]/g, '\\.')}(?![\\w/-])`, 'i');
  return texts.some((text) => {
    let isList = false;
    return text.split(/\r?\n/).some((line) => {
      // `tags: |` has the names on the lines below it.
      isList =
        naming.test(line) || (isList && /^\s*(-\s*)?[\w$./{}: @-]+,?\s*$/.test(line) && !/^\s*[\w-]+:\s/.test(line));
      return isList && whole.test(line);
    });
  });
}
