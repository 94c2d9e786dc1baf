/** Images whose build loads the settings: what these demand must be there then, too. */
import type { Project } from '../../source.js';

const image = /(^|\/)(Dockerfile|Containerfile)(\.[\w.-]+)?$|\.Dockerfile$/i;
const runsDjango = /\b(manage\.py|django-admin)["']?[ \t]+[a-z_]+/;
/** A module for tests, development or the build itself, which is not the one that production's variables are written into. */
const otherModule =
  /(DJANGO_SETTINGS_MODULE|--settings)[ =]["']?[\w.]*\b(tests?|testing|ci|build|docker_build|dev\w*|local)["']?(\s|$)/;

/** The image whose build loads the settings and does not name a variable. */
export function builtWithout(project: Project, variable: string): string | undefined {
  return project.paths.find((one) => {
    // A workspace of developers is no image of the site.
    if (!image.test(one) || /gitpod|devcontainer|codespace/i.test(one)) return false;
    const text = (project.file(one)?.text ?? '').replace(/\\\r?\n/g, ' ');
    return loadsSettings(text) && !new RegExp(`\\b${variable}\\b`).test(text);
  });
}

/** Whether a step runs Django, and not only writes down how to. */
function loadsSettings(text: string): boolean {
  return text
    .split(/\r?\n/)
    .filter((line) => /^[ \t]*RUN\b/i.test(line) && !otherModule.test(line))
    .flatMap((line) => line.replace(/^[ \t]*RUN\b/i, '').split(/&&|\|\||;/))
    .some((command) => !/^\s*(echo|printf)\b/.test(command) && runsDjango.test(command));
}

/** The end of a remedy that demands a variable: which build needs a value for it. Empty where none does. */
export function alsoAtBuild(project: Project, variable: string): string {
  const path = builtWithout(project, variable);
  return path === undefined
    ? ''
    : ` \`${path}\` runs \`manage.py\` as the image is built: give that step a value for \`${variable}\`, which may be made up.`;
}
