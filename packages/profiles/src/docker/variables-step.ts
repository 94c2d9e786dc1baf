/** The step that gives the containers their variables. */
import type { ChecklistItem, Project, Settings } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode, otherVariables, variablesToGive } from '../checklist-variables.js';
import { printedKey } from '../new-key.js';
import type { Container } from './containers.js';
import { environmentFileCommands } from './environment-file.js';

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
    }${otherVariables(wanted)}${key.sentence}`,
    [...key.commands, ...(docker ? [...files, `${docker} config`] : [])],
    [],
    ['docker/env-not-injected'],
  );
}
