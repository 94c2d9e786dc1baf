/** What fly.toml and the image give a machine. */
import type { GivenVariable } from '@django-golive/core';
import type { ContainerImage } from '../files/container-image.js';
import type { FlyConfig } from '../files/fly-config.js';

/** One a name: `[env]` wins over the image. */
export function machineVariablesOf(
  { variables }: FlyConfig,
  image: ContainerImage | undefined,
): readonly GivenVariable[] {
  const own = variables.map(
    ({ name, text, at }): GivenVariable => ({ name, value: text, at, by: '`[env]` of fly.toml' }),
  );
  const names = new Set(own.map(({ name }) => name));
  const brought = [...(image?.variables.values() ?? [])]
    .filter(({ name }) => !names.has(name))
    .map((variable): GivenVariable => ({ ...variable, by: `\`ENV\` of \`${image?.dockerfile.path ?? ''}\`` }));
  return [...brought, ...own];
}
