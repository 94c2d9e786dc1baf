/** Images whose build loads the settings: what these demand must be there then, too. */
import type { Project } from '../../source.js';

const image = /(^|\/)(Dockerfile|Containerfile)(\.[\w.-]+)?$|\.Dockerfile$/i;
const runsDjango = /^[ \t]*RUN\b[^\n]*\b(manage\.py|django-admin)[ \t]+[a-z_]+/m;

/** The image whose build loads the settings and does not name a variable. */
export function builtWithout(project: Project, variable: string): string | undefined {
  return project.paths.find((one) => {
    if (!image.test(one)) return false;
    const text = (project.file(one)?.text ?? '').replace(/\\\r?\n/g, ' ');
    return runsDjango.test(text) && !new RegExp(`\\b${variable}\\b`).test(text);
  });
}

/** The end of a remedy that demands a variable: which build needs a value for it. Empty where none does. */
export function alsoAtBuild(project: Project, variable: string): string {
  const path = builtWithout(project, variable);
  return path === undefined
    ? ''
    : ` \`${path}\` runs \`manage.py\` as the image is built: give that step a value for \`${variable}\`, which may be made up.`;
}
