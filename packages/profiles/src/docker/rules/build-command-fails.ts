/** A command of Django in the build of an image that the settings refuse, since the build has no environment. */
import {
  changedText,
  defineRule,
  docs,
  entryPoints,
  hasFinalValues,
  minutes,
  project,
  type Settings,
  settings,
  settingsUnset,
  type VariableRead,
  web,
} from '@django-golive/core';
import type { ContainerImage } from '../../files/container-image.js';
import { managementCommandOf } from '../../files/django-command.js';
import { type DockerInstruction, invocationsOf } from '../../files/dockerfile.js';
import { ignores, readDockerIgnore } from '../../files/dockerignore.js';
import type { Invocation } from '../../files/invocation.js';
import { environmentAt, readsFurther } from '../build-commands.js';
import { containers } from '../containers.js';

export const buildCommandFails = defineRule({
  id: 'docker/build-command-fails',
  title: 'The build of the image stops at the settings',
  sound: "The settings start in the image's build",
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'The image cannot be built where the variable is not set, which is everywhere: a build gets no environment of its own.',
  references: [
    web('Docker: RUN', 'https://docs.docker.com/reference/dockerfile/#run'),
    docs('howto/deployment/checklist', 'secret-key'),
  ],
  since: '0.1.0',
  needs: { project, containers, entryPoints, settings, settingsUnset },
  problems: {
    required: '`{path}` runs `{command}`, and `{module}` stops without `{variable}`, which the build does not have.',
  },
  // What the build loads is known only where it is the web process's module.
  when: ({ containers, settings, settingsUnset }) =>
    hasFinalValues(settings) && settingsUnset.module === settings.module && commandsIn(containers).length > 0,
  *check({ project, containers, entryPoints, settings, settingsUnset }, { problem }) {
    const seen = new Set<string>();
    for (const { image, instruction, invocation, command } of commandsIn(containers)) {
      const key = `${instruction.at.path}:${instruction.at.span.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const given = environmentAt(image, instruction, invocation);
      if (!loads(given, command, entryPoints.all, settings)) continue;
      const read = stopsAt(settingsUnset);
      // Another variable may lead past the line that asks for this one.
      const others = settingsUnset.environment.filter(
        ({ name }) => given.has(name) && name !== 'DJANGO_SETTINGS_MODULE',
      );
      if (!read || given.has(read.name) || (others.length > 0 && !asks(settings, read.name))) continue;
      if (isBroughtAlong(project, settings, image)) continue;
      yield {
        ...problem(
          'required',
          { at: instruction.at, subject: `${instruction.at.path}:${command.name}` },
          {
            path: instruction.at.path,
            command: `manage.py ${command.name}`,
            module: settings.module,
            variable: read.name,
          },
        ),
        confidence: others.length === 0 ? 'firm' : 'tentative',
        evidence: read.reads.slice(0, 1).map((at) => ({ at, note: `\`${read.name}\` is asked for here.` })),
        remedy: {
          summary: 'Give the command a stand-in on its own line: it is gone with the line.',
          ...changedText(project, instruction.at, (text) =>
            text.replace(
              /(\S*python[\d.]*\s+)?\S*manage\.py\b/,
              (words) =>
                `${[...missingIn(settingsUnset, settings, given)].map((name) => `${name}=build`).join(' ')} ${words}`,
            ),
          ),
          language: 'dockerfile',
        },
      };
    }
  },
});

type Containers = { readonly all: readonly { readonly django: boolean; readonly image: ContainerImage | undefined }[] };

interface BuildCommand {
  readonly image: ContainerImage;
  readonly instruction: DockerInstruction;
  readonly invocation: Invocation;
  readonly command: NonNullable<ReturnType<typeof managementCommandOf>>;
}

/** The commands of Django that end the build when they fail. */
function commandsIn(containers: { readonly all: readonly object[] }): readonly BuildCommand[] {
  return (containers as Containers).all.flatMap(({ django, image }) => {
    if (!django || !image) return [];
    return image.instructions.flatMap((instruction): readonly BuildCommand[] => {
      // A mounted secret or file may give the environment, and what a shell reads before it is not followed.
      if (instruction.keyword !== 'RUN' || readsFurther(instruction)) return [];
      return invocationsOf(instruction).flatMap((invocation) => {
        const command = managementCommandOf(invocation);
        const forgiven = invocation.conditional || /\|\|/.test(instruction.text);
        if (!command || forgiven) return [];
        return [{ image, instruction, invocation, command }];
      });
    });
  });
}

/** Whether the command loads the module that the settings were read from. */
function loads(
  given: ReadonlyMap<string, string | undefined>,
  command: BuildCommand['command'],
  entries: readonly { readonly role: string; readonly module: string | undefined }[],
  settings: Settings,
): boolean {
  if (command.settings) return command.settings.text === settings.module;
  if (given.has('DJANGO_SETTINGS_MODULE')) return given.get('DJANGO_SETTINGS_MODULE') === settings.module;
  const manage = entries.filter(({ role }) => role === 'manage');
  return manage.length > 0 && manage.every(({ module }) => module === settings.module);
}

/** The variable without which the settings stop when nothing is given. */
function stopsAt(unset: Settings): VariableRead | undefined {
  // What Django's own loader refuses is another matter.
  if (unset.startup.ok !== false || unset.startup.error.setting !== undefined) return undefined;
  const { at } = unset.startup.error;
  const required = unset.environment.filter((read) => read.required);
  return (
    required.find(({ reads }) => reads.some(({ path, start }) => path === at.path && start.line === at.start.line)) ??
    (required.length === 1 ? required[0] : undefined)
  );
}

const asks = (settings: Settings, name: string): boolean =>
  settings.environment.some((read) => read.name === name && read.required);

/** All that the settings demand and the build does not have. */
function missingIn(
  unset: Settings,
  settings: Settings,
  given: ReadonlyMap<string, string | undefined>,
): ReadonlySet<string> {
  return new Set(
    [...unset.environment, ...settings.environment]
      .filter(({ name, required }) => required && !given.has(name))
      .map(({ name }) => name),
  );
}

/** Whether a file that the settings read may come along from the machine that builds. */
function isBroughtAlong(
  project: Parameters<typeof readDockerIgnore>[0],
  settings: Settings,
  image: ContainerImage,
): boolean {
  const ignore = readDockerIgnore(project, image.context, image.dockerfile.path);
  const inContext = (path: string): string =>
    image.context !== '' && path.startsWith(`${image.context}/`) ? path.slice(image.context.length + 1) : path;
  return settings.overrides.some(({ path }) => !ignores(ignore, inContext(path)));
}
