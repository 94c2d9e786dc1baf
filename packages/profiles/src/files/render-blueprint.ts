/** render.yaml: the services, databases and variables that a Blueprint asks Render for. */
import { defineFact, type Location, project } from '@django-golive/core';
import { normalizePath } from './paths.js';
import { child, entryOf, itemsIn, readYaml, textOf, type YamlNode } from './yaml-tree.js';

/** Where a variable's value comes from. */
export type BlueprintSource = 'value' | 'generated' | 'dashboard' | 'resource';

/** An entry of `envVars`. */
export interface BlueprintVariable {
  readonly name: string;
  /** Spelled out; `undefined` where only Render knows it. */
  readonly value: string | undefined;
  readonly source: BlueprintSource;
  /** The database whose address or part it is. */
  readonly database?: string;
  readonly at: Location;
}

/** A command of a service. */
export interface BlueprintCommand {
  readonly text: string;
  readonly at: Location;
}

/** An entry of `services`. */
export interface BlueprintService {
  readonly name: string;
  /** `web`, `worker`, `pserv`, `cron`, `keyvalue`, `redis`. */
  readonly type: string;
  /** `python`, `docker`, `image`, `node`, `static`. */
  readonly runtime: string;
  readonly plan: string | undefined;
  /** The directory that commands start in, relative to the repository's root. */
  readonly root: string;
  readonly build: BlueprintCommand | undefined;
  readonly start: BlueprintCommand | undefined;
  readonly preDeploy: BlueprintCommand | undefined;
  /** Where the Dockerfile lies, for the runtime `docker`. */
  readonly dockerfile: string;
  /** Where its disk is mounted. */
  readonly disk: { readonly path: string; readonly at: Location } | undefined;
  readonly variables: readonly BlueprintVariable[];
  readonly at: Location;
  /** Where its plan is named. */
  readonly planAt: Location | undefined;
}

/** What render.yaml says. */
export interface Blueprint {
  readonly path: string;
  readonly at: Location;
  readonly services: readonly BlueprintService[];
  readonly databases: readonly {
    readonly name: string;
    readonly plan: string | undefined;
    readonly at: Location;
    /** `postgresMajorVersion`, where it is written. */
    readonly release: { readonly version: string; readonly at: Location } | undefined;
  }[];
}

/** render.yaml at the root; `undefined` where there is none or it says nothing. */
export const blueprint = defineFact({
  id: 'render-blueprint',
  needs: { project },
  derive({ project }): Blueprint | undefined {
    const path = ['render.yaml', 'render.yml'].find((candidate) => project.file(candidate));
    const file = path === undefined ? undefined : project.file(path);
    const root = file && readYaml(file);
    if (path === undefined || root?.kind !== 'map') return undefined;
    const scopes = [
      root,
      ...itemsIn(child(root, 'ungrouped')),
      ...itemsIn(child(root, 'projects')).flatMap((item) => itemsIn(child(item, 'environments'))),
    ];
    const groups = scopes.flatMap((scope) => itemsIn(child(scope, 'envVarGroups')));
    return {
      path,
      at: root.entries[0]?.at ?? root.at,
      services: scopes.flatMap((scope) =>
        itemsIn(child(scope, 'services')).flatMap((item) => serviceOf(item, groups) ?? []),
      ),
      databases: scopes.flatMap((scope) =>
        itemsIn(child(scope, 'databases')).map((item) => ({
          name: textOf(child(item, 'name')) ?? 'database',
          plan: textOf(child(item, 'plan')),
          at: entryOf(item, 'plan')?.at ?? entryOf(item, 'name')?.at ?? item.at,
          release: releaseOf(item),
        })),
      ),
    };
  },
});

function releaseOf(item: YamlNode): Blueprint['databases'][number]['release'] {
  const entry = entryOf(item, 'postgresMajorVersion');
  const version = textOf(entry?.value);
  return entry && version !== undefined ? { version, at: entry.at } : undefined;
}

function serviceOf(item: YamlNode, groups: readonly YamlNode[]): BlueprintService | undefined {
  const type = textOf(child(item, 'type'));
  if (type === undefined) return undefined;
  const command = (...keys: readonly string[]): BlueprintCommand | undefined => {
    for (const key of keys) {
      const entry = entryOf(item, key);
      const text = textOf(entry?.value);
      if (entry && text !== undefined && text.trim() !== '') return { text, at: entry.at };
    }
    return undefined;
  };
  const disk = entryOf(item, 'disk');
  const mount = textOf(child(disk?.value, 'mountPath'));
  return {
    name: textOf(child(item, 'name')) ?? type,
    type,
    runtime: textOf(child(item, 'runtime')) ?? textOf(child(item, 'env')) ?? '',
    plan: textOf(child(item, 'plan')),
    root: normalizePath(textOf(child(item, 'rootDir')) ?? '') ?? '',
    build: command('buildCommand'),
    start: command('startCommand', 'dockerCommand'),
    preDeploy: command('preDeployCommand'),
    dockerfile: normalizePath(textOf(child(item, 'dockerfilePath')) ?? 'Dockerfile') ?? 'Dockerfile',
    disk: disk && mount !== undefined ? { path: mount, at: disk.at } : undefined,
    variables: variablesOf(child(item, 'envVars'), groups, true),
    at: entryOf(item, 'name')?.at ?? entryOf(item, 'type')?.at ?? item.at,
    planAt: entryOf(item, 'plan')?.at,
  };
}

/** Entries of `envVars`, those of the groups that it takes over among them. */
function variablesOf(
  node: YamlNode | undefined,
  groups: readonly YamlNode[],
  follows: boolean,
): readonly BlueprintVariable[] {
  return itemsIn(node).flatMap((item): readonly BlueprintVariable[] => {
    const group = textOf(child(item, 'fromGroup'));
    if (group !== undefined) {
      const found = follows ? groups.find((candidate) => textOf(child(candidate, 'name')) === group) : undefined;
      return variablesOf(child(found, 'envVars'), groups, false);
    }
    const key = entryOf(item, 'key');
    const name = textOf(key?.value);
    if (!key || name === undefined) return [];
    const value = entryOf(item, 'value');
    const text = textOf(value?.value);
    if (value && text !== undefined) return [{ name, value: text, source: 'value', at: value.at }];
    const generated = textOf(child(item, 'generateValue')) === 'true';
    const resource = child(item, 'fromDatabase') ?? child(item, 'fromService');
    const source = generated ? 'generated' : resource ? 'resource' : 'dashboard';
    const database = textOf(child(child(item, 'fromDatabase'), 'name'));
    return [{ name, value: undefined, source, ...(database === undefined ? {} : { database }), at: key.at }];
  });
}
