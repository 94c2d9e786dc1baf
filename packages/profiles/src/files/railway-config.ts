/** railway.json or railway.toml: how Railway builds and starts one service. */
import { defineFact, type Location, lineSpan, project } from '@django-golive/core';
import { listOf, readToml, tableAt } from '@django-golive/python-deps';
import { readJson } from './json-positions.js';
import { normalizePath } from './paths.js';

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
    const json = project.file('railway.json');
    const read = json && readJson(json);
    if (json && read)
      return configOf(json.path, json.at(lineSpan(json.text, 1)), read.value, (...path) => read.at(...path));
    const toml = project.file('railway.toml');
    if (!toml) return undefined;
    const document = readToml(toml.text);
    const first = toml.at(lineSpan(toml.text, 1));
    return configOf(toml.path, first, document.value, (...path) => {
      const span = document.spanOf(path);
      return span ? toml.at(span) : first;
    });
  },
});

function configOf(
  path: string,
  at: Location,
  value: unknown,
  place: (...path: readonly string[]) => Location,
): RailwayConfig {
  const text = (table: string, key: string): RailwayText | undefined => {
    const found = tableAt(value, table)[key];
    const words = (Array.isArray(found) ? listOf(found) : [found]).filter((item) => typeof item === 'string');
    const joined = words.join(' && ');
    return joined.trim() === '' ? undefined : { text: joined, at: place(table, key) };
  };
  return {
    path,
    at,
    builder: text('build', 'builder')?.text.toUpperCase(),
    dockerfile: normalizePath(text('build', 'dockerfilePath')?.text ?? 'Dockerfile') ?? 'Dockerfile',
    build: text('build', 'buildCommand'),
    start: text('deploy', 'startCommand'),
    preDeploy: text('deploy', 'preDeployCommand'),
    healthCheck: text('deploy', 'healthcheckPath'),
  };
}
