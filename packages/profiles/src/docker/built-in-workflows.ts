/** The images that workflows of GitHub build from this repository, by the names that they publish them under. */
import type { Project } from '@django-golive/core';
import type { ComposeService } from '../files/compose-model.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';
import { child, entriesIn, itemsIn, readYaml, textOf, type YamlNode } from '../files/yaml-tree.js';

/** What a published image is built from. */
export interface WorkflowBuild {
  readonly name: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
}

/** Every build whose name and sources are written out. */
export function workflowBuilds(project: Project): readonly WorkflowBuild[] {
  return project.paths
    .filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .flatMap((path) => {
      const file = project.file(path);
      const root = file && readYaml(file);
      return entriesIn(child(root, 'jobs')).flatMap(({ value: job }) => {
        const steps = itemsIn(child(job, 'steps'));
        const variables = variablesIn([root, job, ...steps]);
        return steps.flatMap((step) => [...builtByAction(step, steps, variables), ...builtByCommand(step, variables)]);
      });
    })
    .filter(({ dockerfile }) => project.file(dockerfile) !== undefined);
}

/** What the image of a service is built from; `undefined` where two builds that differ have its name. */
export function buildOfService(
  builds: readonly WorkflowBuild[],
  { build, image }: ComposeService,
): WorkflowBuild | undefined {
  if (build || !image) return undefined;
  const [first, ...others] = builds.filter(({ name }) => isSameImage(name, image.text));
  const same = (one: WorkflowBuild): boolean =>
    one.dockerfile === first?.dockerfile && one.context === first.context && one.target === first.target;
  return others.every(same) ? first : undefined;
}

/** The account may be a variable on either side; the name itself is written out. */
function isSameImage(built: string, started: string): boolean {
  const [left, right] = [built, started].map((text) => {
    const parts = text
      .replace(/@.*$/, '')
      .replace(/:[^/:]*$/, '')
      .split('/');
    return { name: parts.at(-1) ?? '', owner: parts.at(-2) };
  });
  if (!left || !right || !/^[\w.-]+$/.test(left.name) || left.name !== right.name) return false;
  const open = (owner: string | undefined): boolean => owner !== undefined && /[${}]/.test(owner);
  if (open(left.owner) || open(right.owner)) return left.owner !== undefined && right.owner !== undefined;
  return left.owner === right.owner;
}

/** Names that the workflow gives once, or the same everywhere. */
function variablesIn(nodes: readonly (YamlNode | undefined)[]): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { key, value } of nodes.flatMap((node) => entriesIn(child(node, 'env')))) {
    const text = textOf(value);
    found.set(key, found.has(key) && found.get(key) !== text ? undefined : text);
  }
  return found;
}

function filled(text: string, variables: ReadonlyMap<string, string | undefined>): string {
  return text.replace(
    /\$\{\{\s*env\.(\w+)\s*\}\}|\$\{(\w+)\}|\$(\w+)/g,
    (whole, expression?: string, braced?: string, plain?: string) =>
      variables.get(expression ?? braced ?? plain ?? '') ?? whole,
  );
}

function builtByAction(
  step: YamlNode,
  steps: readonly YamlNode[],
  variables: ReadonlyMap<string, string | undefined>,
): readonly WorkflowBuild[] {
  if (!/^docker\/build-push-action@/.test(textOf(child(step, 'uses')) ?? '')) return [];
  const given = child(step, 'with');
  const tags = textsOf(child(given, 'tags')).flatMap((tag) => {
    const id = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec(tag)?.[1];
    const meta = id === undefined ? undefined : steps.find((one) => textOf(child(one, 'id')) === id);
    return meta ? textsOf(child(child(meta, 'with'), 'images')) : [tag];
  });
  const context = directoryOf(textOf(child(given, 'context')) ?? '.');
  const file = textOf(child(given, 'file'));
  return made(
    tags.map((tag) => filled(tag, variables)),
    context,
    file ?? `${context}/Dockerfile`,
    textOf(child(given, 'target')),
  );
}

function builtByCommand(step: YamlNode, variables: ReadonlyMap<string, string | undefined>): readonly WorkflowBuild[] {
  const run = textOf(child(step, 'run'));
  if (run === undefined || child(step, 'working-directory')) return [];
  return invocationsOfLine(run).flatMap((invocation) => {
    const words = invocation.args.map(({ text }) => text);
    const verbs = words.slice(0, 2).join(' ');
    const last = words.at(-1);
    if (invocation.program !== 'docker' || !/^(build\b|(buildx|image|builder) build$)/.test(verbs)) return [];
    if (last === undefined || last.startsWith('-')) return [];
    const context = directoryOf(inDirectory(invocation, last));
    const [file] = valuesOf(words, '-f', '--file');
    return made(
      valuesOf(words, '-t', '--tag').map((tag) => filled(tag, variables)),
      context,
      file === undefined ? `${context}/Dockerfile` : inDirectory(invocation, file),
      valuesOf(words, '--target')[0],
    );
  });
}

const inDirectory = ({ directory }: Invocation, path: string): string =>
  directory === undefined ? path : `${directory}/${path}`;

function valuesOf(words: readonly string[], ...names: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (names.includes(word)) return words[index + 1] ?? [];
    const name = names.find((one) => word.startsWith(`${one}=`));
    return name === undefined ? [] : word.slice(name.length + 1);
  });
}

const textsOf = (node: YamlNode | undefined): readonly string[] =>
  itemsIn(node).flatMap((item) =>
    (textOf(item) ?? '')
      .split(/[\n,]/)
      .map((one) => one.trim())
      .filter(Boolean),
  );

/** `{{defaultContext}}:backend` is a directory of the repository; any other address is none. */
function directoryOf(context: string): string | undefined {
  const inside = context.replace(/^\{\{defaultContext\}\}:?/, '');
  return /[$:{}]|^\/|^-$/.test(inside) ? undefined : normalizePath(inside);
}

function made(
  names: readonly string[],
  context: string | undefined,
  file: string,
  target: string | undefined,
): readonly WorkflowBuild[] {
  const dockerfile = normalizePath(file);
  if (context === undefined || dockerfile === undefined || /[$]/.test(file)) return [];
  return [...new Set(names)].map((name) => ({ name, context, dockerfile, target }));
}
