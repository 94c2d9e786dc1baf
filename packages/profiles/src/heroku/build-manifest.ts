/** heroku.yml: an app that Heroku builds from a Dockerfile instead of with build packs. */
import { defineFact, type Location, project } from '@django-golive/core';
import { child, entriesIn, entryOf, itemsIn, readYaml, textOf, type YamlNode } from '../files/yaml-tree.js';

/** A command of heroku.yml. */
export interface ManifestCommand {
  readonly name: string;
  readonly command: string;
  readonly at: Location;
}

/** What heroku.yml says. */
export interface BuildManifest {
  readonly path: string;
  readonly at: Location;
  /** Dockerfiles by process name. */
  readonly dockerfiles: readonly { readonly process: string; readonly path: string; readonly at: Location }[];
  readonly run: readonly ManifestCommand[];
  readonly release: ManifestCommand | undefined;
  /** Config vars that `setup` creates, and the variables of `build.config`, which only the build sees. */
  readonly config: readonly { readonly name: string; readonly value: string; readonly at: Location }[];
  readonly addons: readonly { readonly service: string; readonly as: string | undefined; readonly at: Location }[];
}

/** heroku.yml at the root; `undefined` where there is none or it says nothing. */
export const buildManifest = defineFact({
  id: 'heroku-build-manifest',
  needs: { project },
  derive({ project }): BuildManifest | undefined {
    const file = project.file('heroku.yml');
    const root = file && readYaml(file);
    if (!file || root?.kind !== 'map') return undefined;
    const docker = child(child(root, 'build'), 'docker');
    const release = entryOf(root, 'release');
    const releaseCommand = commandOf(
      child(release?.value, 'command') ?? (release?.value.kind === 'scalar' ? release.value : undefined),
    );
    return {
      path: 'heroku.yml',
      at: root.entries[0]?.at ?? root.at,
      dockerfiles: entriesIn(docker).flatMap((entry) => {
        const path = textOf(entry.value) ?? textOf(child(entry.value, 'dockerfile'));
        return path === undefined ? [] : [{ process: entry.key, path: path.replace(/^\.\//, ''), at: entry.at }];
      }),
      run: entriesIn(child(root, 'run')).flatMap((entry) => {
        const command = commandOf(entry.value.kind === 'map' ? child(entry.value, 'command') : entry.value);
        return command === undefined ? [] : [{ name: entry.key, command, at: entry.at }];
      }),
      release:
        release && releaseCommand !== undefined
          ? { name: 'release', command: releaseCommand, at: release.at }
          : undefined,
      config: entriesIn(child(child(root, 'setup'), 'config')).flatMap((entry) => {
        const value = textOf(entry.value);
        return value === undefined ? [] : [{ name: entry.key, value, at: entry.at }];
      }),
      addons: itemsIn(child(child(root, 'setup'), 'addons')).flatMap((item) => {
        const plan = textOf(child(item, 'plan')) ?? textOf(item);
        return plan === undefined
          ? []
          : [{ service: plan.split(':')[0] ?? plan, as: textOf(child(item, 'as')), at: item.at }];
      }),
    };
  },
});

/** A command is a line, or a list of lines that run one after the other. */
function commandOf(node: YamlNode | undefined): string | undefined {
  const lines = itemsIn(node).flatMap((item) => textOf(item) ?? []);
  return lines.length === 0 ? undefined : lines.join(' && ');
}
