/** One service of a Compose file, from its YAML, with variables interpolated as Compose does it. */
import type { Location, Project } from '@django-golive/core';
import type {
  ComposeBuild,
  ComposeCommand,
  ComposeDependency,
  ComposeEnvFile,
  ComposeMount,
  ComposeService,
  ComposeVariable,
} from './compose-model.js';
import { mountOf } from './compose-mount.js';
import { namesOf } from './compose-names.js';
import { portOf } from './compose-port.js';
import { display, interpolate } from './compose-text.js';
import { readEnvFile } from './env-file.js';
import { invocationsOfLine, invocationsOfWords } from './invocation.js';
import { normalizePath } from './paths.js';
import { expandVariables, type Lookup } from './variable-expansion.js';
import { child, entriesIn, entryOf, itemsIn, textOf, type YamlNode } from './yaml-tree.js';

/** What a service's text is read with. */
export interface ComposeSurroundings {
  readonly project: Project;
  /** The Compose file's directory, relative to the project's root. */
  readonly directory: string;
  /** The variables of the project's `.env`, and of nothing else: the shell of the host is not known. */
  readonly interpolate: Lookup;
}

/** Read a service. */
export function readService(name: string, at: Location, node: YamlNode, around: ComposeSurroundings): ComposeService {
  const text = (item: YamlNode | undefined): string | undefined => {
    const raw = textOf(item);
    return raw === undefined ? undefined : display(raw, around.interpolate);
  };
  const image = entryOf(node, 'image');
  const restart = entryOf(node, 'restart');
  const policy = child(child(child(node, 'deploy'), 'restart_policy'), 'condition');
  const user = entryOf(node, 'user');
  const workdir = text(child(node, 'working_dir'));
  const replicas = Number(text(child(child(node, 'deploy'), 'replicas')) ?? text(child(node, 'scale')));
  const files = envFilesOf(node, around);
  const health = entryOf(node, 'healthcheck');
  return {
    name,
    at,
    image: image ? { text: text(image.value) ?? '', at: image.at } : undefined,
    build: buildOf(node, around),
    command: commandOf(node, 'command', around),
    entrypoint: commandOf(node, 'entrypoint', around),
    variables: [...files.flatMap((file) => variablesOfFile(file, around)), ...environmentOf(node, around)],
    envFiles: files,
    ports: itemsIn(child(node, 'ports')).flatMap((item) => portOf(item, around)),
    mounts: [
      ...itemsIn(child(node, 'volumes')).flatMap((item) => mountOf(item, around)),
      ...itemsIn(child(node, 'tmpfs')).flatMap((item): ComposeMount[] => [
        { kind: 'tmpfs', source: undefined, path: undefined, target: text(item) ?? '', readOnly: false, at: item.at },
      ]),
    ],
    dependsOn: dependenciesOf(child(node, 'depends_on')),
    healthcheck: health
      ? {
          disabled: textOf(child(health.value, 'disable')) === 'true' || textOf(child(health.value, 'test')) === 'NONE',
          text: itemsIn(child(health.value, 'test'))
            .map((item) => text(item) ?? '')
            .join(' '),
          at: health.at,
        }
      : undefined,
    restart: restart
      ? { policy: text(restart.value) ?? 'no', at: restart.at }
      : policy
        ? { policy: text(policy) ?? 'any', at: policy.at }
        : undefined,
    user: user ? { name: text(user.value) ?? '', at: user.at } : undefined,
    workdir,
    networkMode: text(child(node, 'network_mode')),
    names: namesOf(name, node, around),
    privileged: textOf(child(node, 'privileged')) === 'true' ? entryOf(node, 'privileged')?.at : undefined,
    profiles: itemsIn(child(node, 'profiles')).flatMap((item) => text(item) ?? []),
    replicas: Number.isFinite(replicas) ? replicas : undefined,
    secrets: itemsIn(child(node, 'secrets')).flatMap((item) => text(item) ?? text(child(item, 'source')) ?? []),
  };
}

function environmentOf(node: YamlNode, around: ComposeSurroundings): readonly ComposeVariable[] {
  const block = child(node, 'environment');
  const variable = (name: string, raw: string | undefined, at: Location): ComposeVariable => {
    if (raw === undefined)
      return { name, value: around.interpolate(name) ?? undefined, raw, empty: [], from: 'environment', at };
    const expanded = interpolate(raw, around.interpolate);
    const missing = expanded.empty;
    // A variable of the host may be set there: what only it decides stays open, and so does a default beside it.
    return {
      name,
      value: missing.length > 0 ? undefined : expanded.text,
      raw,
      empty: missing,
      from: 'environment',
      at,
    };
  };
  if (block?.kind === 'map')
    return block.entries.map((entry) =>
      variable(
        entry.key,
        entry.value.kind === 'scalar' && entry.value.value !== null ? entry.value.text : undefined,
        entry.at,
      ),
    );
  return itemsIn(block).flatMap((item) => {
    const raw = textOf(item);
    if (raw === undefined) return [];
    const sign = raw.indexOf('=');
    return [
      sign < 0 ? variable(raw.trim(), undefined, item.at) : variable(raw.slice(0, sign), raw.slice(sign + 1), item.at),
    ];
  });
}

function envFilesOf(node: YamlNode, around: ComposeSurroundings): readonly ComposeEnvFile[] {
  return itemsIn(child(node, 'env_file')).flatMap((item) => {
    const raw = textOf(item) ?? textOf(child(item, 'path'));
    if (raw === undefined) return [];
    const path = normalizePath(`${around.directory}/${display(raw, around.interpolate)}`);
    if (path === undefined) return [];
    return [
      {
        path,
        required: textOf(child(item, 'required')) !== 'false',
        present: around.project.file(path) !== undefined,
        at: item.at,
      },
    ];
  });
}

function variablesOfFile(file: ComposeEnvFile, around: ComposeSurroundings): readonly ComposeVariable[] {
  const source = around.project.file(file.path);
  if (!source) return [];
  // An untracked file is this machine's: it says which names production would have, not which values.
  const mine = around.project.tracked(file.path) === false;
  const seen = new Map<string, string>();
  return readEnvFile(source).map((line) => {
    const expanded =
      line.expands && line.value !== undefined
        ? expandVariables(line.value, (name) => seen.get(name) ?? around.interpolate(name))
        : undefined;
    const value = mine ? undefined : expanded ? (expanded.empty.length > 0 ? undefined : expanded.text) : line.value;
    if (value !== undefined) seen.set(line.name, value);
    return { name: line.name, value, raw: mine ? undefined : line.value, empty: [], from: 'env_file', at: line.at };
  });
}

function commandOf(
  node: YamlNode,
  key: 'command' | 'entrypoint',
  around: ComposeSurroundings,
): ComposeCommand | undefined {
  const entry = entryOf(node, key);
  if (!entry || (entry.value.kind === 'scalar' && entry.value.value === null)) return undefined;
  if (entry.value.kind === 'list') {
    const words = entry.value.items.flatMap((item) => {
      const text = textOf(item);
      return text === undefined ? [] : [{ text: display(text, around.interpolate), span: item.at.span, literal: true }];
    });
    return {
      text: words.map((word) => word.text).join(' '),
      invocations: invocationsOfWords(words),
      words: true,
      at: entry.at,
    };
  }
  const raw = textOf(entry.value) ?? '';
  const line = display(raw, around.interpolate);
  const { span } = entry.value.at;
  // Compose splits a string into words, as a shell does, without running one.
  const invocations = invocationsOfLine(line)
    .slice(0, 1)
    .map((invocation) => ({
      ...invocation,
      underShell: invocation.launchers.some((launcher) => /^(ba|da|a|z)?sh$/.test(launcher)) && !invocation.exec,
      span,
    }));
  const nested = invocationsOfLine(line);
  const shell = nested[0]?.launchers.some((launcher) => /^(ba|da|a|z)?sh$/.test(launcher)) ?? false;
  return {
    text: line.trim(),
    invocations: shell ? nested.map((invocation) => ({ ...invocation, span })) : invocations,
    words: false,
    at: entry.at,
  };
}

function buildOf(node: YamlNode, around: ComposeSurroundings): ComposeBuild | undefined {
  const entry = entryOf(node, 'build');
  if (!entry) return undefined;
  const text = (item: YamlNode | undefined): string | undefined => {
    const raw = textOf(item);
    return raw === undefined ? undefined : display(raw, around.interpolate);
  };
  const written = entry.value.kind === 'scalar' ? text(entry.value) : (text(child(entry.value, 'context')) ?? '.');
  const context =
    written === undefined || /^(https?:|git@|git:|\$|\/|~)/.test(written)
      ? undefined
      : normalizePath(`${around.directory}/${written}`);
  const named = text(child(entry.value, 'dockerfile'));
  const args = child(entry.value, 'args');
  const pairs =
    args?.kind === 'map'
      ? args.entries.map((item) => ({ name: item.key, value: text(item.value), at: item.at }))
      : itemsIn(args).flatMap((item) => {
          const [name, ...rest] = (text(item) ?? '').split('=');
          return name ? [{ name, value: rest.length > 0 ? rest.join('=') : undefined, at: item.at }] : [];
        });
  return {
    context,
    dockerfile: context === undefined ? undefined : normalizePath(`${context}/${named ?? 'Dockerfile'}`),
    target: text(child(entry.value, 'target')),
    args: pairs,
    at: entry.at,
  };
}

function dependenciesOf(node: YamlNode | undefined): readonly ComposeDependency[] {
  if (node?.kind === 'map')
    return entriesIn(node).map((entry) => ({
      service: entry.key,
      condition: textOf(child(entry.value, 'condition')) ?? 'service_started',
      at: entry.at,
    }));
  return itemsIn(node).flatMap((item) => {
    const service = textOf(item);
    return service === undefined ? [] : [{ service, condition: 'service_started', at: item.at }];
  });
}
