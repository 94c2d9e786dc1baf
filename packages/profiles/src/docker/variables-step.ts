/** The step that gives the containers their variables. */
import { type ChecklistItem, type Project, type Settings, stringsOf } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode, otherVariables, variablesToGive } from '../checklist-variables.js';
import { printedKey } from '../new-key.js';
import type { Container } from './containers.js';
import { environmentFileCommands } from './environment-file.js';
import { healthCheckOf } from './health-check.js';

/** What the health check asks for is among the hosts, where a variable brings them: without it the container never gets healthy. */
function askedByCheck(settings: Settings, web: Container | undefined): string {
  const check = web && healthCheckOf(web);
  const { value, reads } = settings.get('ALLOWED_HOSTS');
  const [variable] = reads.filter((name) => /HOST|DOMAIN/i.test(name));
  if (!check?.failsOnRefusal || variable === undefined) return '';
  return stringsOf(value).some((entry) => entry === '*' || entry.toLowerCase() === check.host)
    ? ''
    : ` \`${variable}\` holds \`${check.host}\` as well, which the health check asks for.`;
}

/** The step; none where nothing is to be given and no file to be made. `docker`: the command of Compose. */
export function variablesStep(
  project: Project,
  settings: Settings,
  web: Container | undefined,
  docker: string | undefined,
): ChecklistItem | undefined {
  const given = (name: string): boolean =>
    web?.variables.some((variable) => variable.name === name.replace(/=.*/, '')) ?? false;
  const all = variablesToGive(settings);
  const wanted = {
    ...all,
    needed: all.needed.filter((name) => !given(name)),
    others: all.others.filter((name) => !given(name)),
  };
  const files = environmentFileCommands(project, web?.service);
  if (wanted.needed.length === 0 && files.length === 0) return undefined;
  const key = printedKey(settings, wanted.needed);
  return item(
    'variables',
    'before',
    `${
      wanted.needed.length === 0
        ? `The environment file of \`${web?.name}\` is there.`
        : `The environment of production gives what the settings demand: ${inCode(wanted.needed)}.`
    }${askedByCheck(settings, web)}${otherVariables(wanted)}${key.sentence}`,
    [...key.commands, ...(docker ? [...files, `${docker} config --quiet`] : [])],
    [],
    ['docker/env-not-injected'],
  );
}
