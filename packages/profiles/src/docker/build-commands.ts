/** The commands of Django that the build of an image runs, and the environment that each has there. */
import type { BuildCommand, Project } from '@django-golive/core';
import { type ContainerImage, type GivenArgument, imageOf } from '../files/container-image.js';
import { managementCommandOf } from '../files/django-command.js';
import { type DockerInstruction, invocationsOf } from '../files/dockerfile.js';
import type { Invocation } from '../files/invocation.js';
import type { Container } from './containers.js';

/** Whether a shell reads variables, or a mount brings them, in ways that are not followed. */
export function readsFurther({ flags, text }: DockerInstruction): boolean {
  return flags.has('mount') || /\b(source|export|set -a|env|dotenv)\b|(^|&&|;)\s*\.\s/.test(text);
}

/** The variables that a command of the build has; `undefined` for a value that is not in the repository. */
export function environmentAt(
  image: ContainerImage,
  instruction: DockerInstruction,
  invocation: Invocation,
  args: readonly GivenArgument[] = [],
): ReadonlyMap<string, string | undefined> {
  const given = new Map<string, string | undefined>();
  const fixed = new Set<string>();
  for (const earlier of image.instructions) {
    if (earlier === instruction) break;
    if (earlier.keyword === 'ARG') {
      const [, name, value] = /^\s*(\w+)(?:=["']?([^"'\s]*))?/.exec(earlier.text) ?? [];
      const told = args.find((one) => one.name === name);
      // One without a default is given on the command line of the build, or not at all.
      if (name !== undefined && !fixed.has(name))
        given.set(name, told ? told.value : (value ?? image.dockerfile.defaults.get(name)));
    }
    if (earlier.keyword === 'ENV')
      for (const { name, value, at } of image.variables.values())
        if (at.span.start >= earlier.at.span.start && at.span.end <= earlier.at.span.end) {
          fixed.add(name);
          given.set(name, value);
        }
  }
  for (const { name, value, literal } of invocation.variables) given.set(name, literal ? value : undefined);
  return given;
}

/** Each collectstatic of the build whose files the image has. */
export function collectstaticAtBuild(project: Project, { image, service }: Container): readonly BuildCommand[] {
  if (!image) return [];
  const from = image.instructions.flatMap(({ flags }) => flags.get('from') ?? []);
  const copied = image.dockerfile.stages.filter(({ name }) => name !== undefined && from.includes(name));
  const { context, dockerfile } = image;
  const args = service?.build?.args ?? [];
  return [
    image,
    ...copied.map(({ name = '' }) => imageOf(project, dockerfile, { context, target: name, args })),
  ].flatMap((built) =>
    built.instructions.flatMap((instruction) =>
      instruction.keyword !== 'RUN'
        ? []
        : invocationsOf(instruction).flatMap((invocation): readonly BuildCommand[] => {
            const command = managementCommandOf(invocation);
            if (command?.name !== 'collectstatic') return [];
            const given = environmentAt(built, instruction, invocation, args);
            return [
              {
                at: instruction.at,
                variables: Object.fromEntries(given),
                module: command.settings?.text ?? given.get('DJANGO_SETTINGS_MODULE'),
                certain: !readsFurther(instruction) && !invocation.conditional,
              },
            ];
          }),
    ),
  );
}
