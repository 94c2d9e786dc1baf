/** railway.json or railway.toml: how Railway builds and starts one service. */
import { defineFact, type Location, lineSpan, project, type SourceFile } from '@django-golive/core';
import { normalizePath } from './paths.js';
import { readToml } from './toml-tree.js';
import { child, entryOf, itemsIn, readYaml, textOf, type YamlNode } from './yaml-tree.js';

/** A text of the file with its line. */
export interface RailwayText {
  readonly text: string;
  readonly at: Location;
}

/** What the file says. */
export interface RailwayConfig {
  readonly path: string;
  readonly at: Location;
  /** In capitals: `RAILPACK`, `NIXPACKS`, `DOCKERFILE`. */
  readonly builder: string | undefined;
  readonly dockerfile: string;
  readonly build: RailwayText | undefined;
  readonly start: RailwayText | undefined;
  readonly preDeploy: RailwayText | undefined;
  readonly healthCheck: RailwayText | undefined;
}

/** The configuration at the root; `undefined` where there is none or nothing of it can be read. */
export const railwayConfig = defineFact({
  id: 'railway-config',
  needs: { project },
  derive({ project }): RailwayConfig | undefined {
    const file = project.file('railway.json') ?? project.file('railway.toml');
    // JSON is YAML.
    const root = file && (file.path.endsWith('.json') ? readYaml(file) : readToml(file));
    return file && root ? configOf(file, root) : undefined;
  },
});

function configOf(file: SourceFile, root: YamlNode): RailwayConfig {
  const text = (table: string, key: string): RailwayText | undefined => {
    const entry = entryOf(child(root, table), key);
    // A list of commands runs one after the other.
    const joined = itemsIn(entry?.value)
      .flatMap((item) => textOf(item) ?? [])
      .join(' && ');
    return entry && joined.trim() !== '' ? { text: joined, at: entry.at } : undefined;
  };
  return {
    path: file.path,
    at: file.at(lineSpan(file.text, 1)),
    builder: text('build', 'builder')?.text.toUpperCase(),
    dockerfile: normalizePath(text('build', 'dockerfilePath')?.text ?? 'Dockerfile') ?? 'Dockerfile',
    build: text('build', 'buildCommand'),
    start: text('deploy', 'startCommand'),
    preDeploy: text('deploy', 'preDeployCommand'),
    healthCheck: text('deploy', 'healthcheckPath'),
  };
}
