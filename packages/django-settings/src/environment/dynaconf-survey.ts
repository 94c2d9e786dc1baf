/** What an operator would set for the variable that names dynaconf's environment: the section that is meant for production. */
import type { Project } from '@django-golive/core';
import type { Expected } from './survey.js';

const PRODUCTION = 'production|prod|live';
const SECTIONS: Readonly<Record<string, RegExp>> = {
  toml: new RegExp(`^[ \\t]*\\[[ \\t]*"?(${PRODUCTION})"?[ \\t]*[\\].]`, 'imu'),
  yaml: new RegExp(`^"?(${PRODUCTION})"?[ \\t]*:`, 'imu'),
  yml: new RegExp(`^"?(${PRODUCTION})"?[ \\t]*:`, 'imu'),
  json: new RegExp(`^[ \\t{]*"(${PRODUCTION})"[ \\t]*:[ \\t]*\\{`, 'imu'),
};

/** The variable with what it is taken to be; `undefined` where nothing shows that dynaconf has sections. */
export function expectedEnvironment(
  project: Project,
  sources: readonly string[],
): readonly [variable: string, expected: Expected] | undefined {
  const text = sources.filter((source) => /^[ \t]*(?:from|import)[ \t]+dynaconf\b/mu.test(source)).join('\n');
  const inDjango = /\bDjangoDynaconf\b/u.test(text);
  if (text === '' || !(inDjango || /\benvironments[ \t]*=[ \t]*True\b/u.test(text))) return undefined;
  const [, written] = /\benv_switcher(?:_for_dynaconf)?[ \t]*=[ \t]*["'](\w+)["']/iu.exec(text) ?? [];
  const variable = written ?? (inDjango ? 'DJANGO_ENV' : 'ENV_FOR_DYNACONF');
  for (const path of project.paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const section = SECTIONS[name.slice(name.lastIndexOf('.') + 1)];
    const isRead = /^(?:settings|\.secrets)\./u.test(name) || text.includes(name);
    if (!section || !isRead || project.tracked(path) === false) continue;
    const [, found] = section.exec(project.file(path)?.text ?? '') ?? [];
    if (found === undefined) continue;
    const why = `\`${variable}\` names the environment, and \`${path}\` has a section \`${found}\``;
    return [variable, { value: found, why }];
  }
  return undefined;
}
