/** How a project shows that it is meant for PythonAnywhere. */
import {
  type Detection,
  defineDetector,
  type Evidence,
  type Location,
  type Project,
  project,
  type SourceFile,
} from '@django-golive/core';
import { codeOf } from '../files/python-code.js';
import { calledAfter } from '../platform/mention.js';
import { wsgiFile } from './wsgi-file.js';

const livesThere =
  /\b(?:site|website|app|application|project|it|which)\s+(?:is|are)\s+(?:currently\s+|now\s+)?(?:hosted|deployed|live|running)\s+(?:on|at)\s+\[?PythonAnywhere\b/i;

/** Recognises PythonAnywhere: its files lie outside the repository, so host names in the code are the surest sign. */
export const pythonanywhereDetector = defineDetector(
  { project, wsgiFile },
  ({ project, wsgiFile }): Detection | undefined => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (sure: number, at: Location, note: string): void => {
      confidence = Math.max(confidence, sure);
      reasons.push({ at, note });
    };
    if (wsgiFile) say(0.95, wsgiFile.at, `\`${wsgiFile.path}\` is a copy of PythonAnywhere's WSGI file.`);
    for (const file of settingsLike(project)) {
      const code = codeOf(file.text);
      const host = find(file, code, /(?<![\w.-])[\w.-]*\.pythonanywhere\.com/);
      const service = find(file, code, /(?<![\w.-])[\w.-]+\.pythonanywhere-services\.com/);
      const variable = find(file, code, /\b(?:ON_)?PYTHONANYWHERE(?:_SITE|_DOMAIN)?\b/);
      if (host) say(0.9, host, 'The settings name a host of pythonanywhere.com.');
      if (service) say(0.9, service, 'The settings name a database server of PythonAnywhere.');
      if (variable) say(0.75, variable, 'The settings ask whether they run on PythonAnywhere.');
    }
    for (const path of project.paths) {
      if (path.split('/').length > 3 || !/(^|\/)(\.env[\w.-]*|[\w.-]+\.(sh|ya?ml|toml|cfg|ini))$/.test(path)) continue;
      const file = project.file(path);
      const found =
        file &&
        find(
          file,
          file.text,
          /(?<![\w.-])[\w.-]*\.pythonanywhere(-services)?\.com|pa_autoconfigure_django|\bpa website create\b/,
        );
      if (found) say(0.6, found, `\`${path}\` names PythonAnywhere.`);
    }
    const scripts = project.paths.filter((path) => /^([\w-]+\/)?[\w.-]*pythonanywhere[\w.-]*\.(py|sh)$/i.test(path));
    const script = scripts.find((path) => /deploy/i.test(path)) ?? scripts[0];
    const scriptFile = script === undefined ? undefined : project.file(script);
    if (scriptFile)
      say(0.7, scriptFile.at({ start: 0, end: 0 }), `\`${scriptFile.path}\` is named for PythonAnywhere.`);
    const readme = project.paths
      .map((path) => (/^readme(\.\w+)?$/i.test(path) ? project.file(path) : undefined))
      .find((file) => file !== undefined);
    // Nobody who says where the site is means what developers start on their machines.
    const lives = readme && find(readme, readme.text, livesThere);
    if (lives) say(0.82, lives, 'The README says that the site is hosted on PythonAnywhere.');
    if (confidence === 0) {
      const found = readme && find(readme, readme.text, /pythonanywhere/i);
      if (found) say(0.3, found, 'The README mentions PythonAnywhere.');
      const called = calledAfter(project, /pythonanywhere/i);
      if (called) say(0.3, called, `The project is called \`${project.name}\`.`);
    }
    return confidence === 0 ? undefined : { target: 'pythonanywhere', confidence, reasons };
  },
);

function settingsLike(project: Project): readonly SourceFile[] {
  return project.paths
    .filter(
      (path) =>
        /(^|\/)(settings[^/]*\.py|settings\/[^/]+\.py|config\/[^/]+\.py|wsgi\.py)$/.test(path) &&
        !/(^|\/)(site-packages|node_modules|tests?)\//.test(path),
    )
    .flatMap((path) => project.file(path) ?? []);
}

function find(file: SourceFile, text: string, pattern: RegExp): Location | undefined {
  const match = pattern.exec(text);
  return match ? file.at({ start: match.index, end: match.index + match[0].length }) : undefined;
}
