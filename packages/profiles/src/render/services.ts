/** Which services of a Blueprint run this Django project: others may be a frontend or a cache. */
import type { GivenVariable, Project } from '@django-golive/core';
import type { Blueprint, BlueprintService } from '../files/render-blueprint.js';

/** Services that run Python or an image, in a directory that holds Python of the project. */
export function ownServices(project: Project, blueprint: Blueprint): readonly BlueprintService[] {
  return blueprint.services.filter(
    ({ runtime, root }) =>
      (runtime === 'python' || runtime === 'docker') &&
      (root === '' || project.paths.some((path) => path.startsWith(`${root}/`) && path.endsWith('.py'))),
  );
}

/** The service that visitors reach; `undefined` where there is none or more than one. */
export function webService(project: Project, blueprint: Blueprint | undefined): BlueprintService | undefined {
  const found = blueprint ? ownServices(project, blueprint).filter(({ type }) => type === 'web') : [];
  return found.length === 1 ? found[0] : undefined;
}

/** What building, releasing and starting a service runs. */
export function commandsOf({ build, preDeploy, start }: BlueprintService): readonly (string | undefined)[] {
  return [build?.text, preDeploy?.text, start?.text];
}

/** What a Blueprint gives a service. */
export function variablesOf({ name, variables }: BlueprintService): readonly GivenVariable[] {
  return variables.map((one) => ({
    name: one.name,
    value: one.value,
    at: one.at,
    by: `render.yaml \`envVars\` of ${name}`,
  }));
}
