/** Plans the files of constraints that a build names, beside the manifests whose versions they bound. */
import type { Project } from '@django-golive/core';
import type { ManifestPlan } from './manifests.js';
import type { NamedConstraint } from './named-constraints.js';
import { resolveNamed } from './resolve-named.js';

/** The plans with those of constraints; what is only a constraint installs nothing, whatever its name looks like. */
export function withConstraints(
  project: Project,
  plans: readonly ManifestPlan[],
  constraints: readonly NamedConstraint[],
): readonly ManifestPlan[] {
  const added = constraints.flatMap((constraint): readonly ManifestPlan[] => {
    const path = constraintPath(project, constraint);
    if (path === undefined || plans.some((plan) => plan.path === path && plan.rank === 0)) return [];
    const over = constraint.over?.map((name) => resolveNamed(name, constraint.from, filesNamed(project, name)) ?? name);
    const because = `${constraint.by} takes its versions`;
    const bounds = { override: constraint.override, ...(over ? { over } : {}) };
    return [{ path, format: 'requirements', kind: 'runtime', rank: 0, because, bounds }];
  });
  return [...plans.filter(({ path }) => !added.some((one) => one.path === path)), ...added];
}

/** The file of the repository that one means. */
export function constraintPath(project: Project, { path, from }: NamedConstraint): string | undefined {
  return /[$`]|^\w+:\/\//.test(path) ? undefined : resolveNamed(path, from, filesNamed(project, path));
}

function filesNamed(project: Project, path: string): readonly { readonly path: string }[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return project.paths.flatMap((each) => (each === name || each.endsWith(`/${name}`) ? [{ path: each }] : []));
}
