/** `yaml` (PyYAML): plain documents as its safe loader reads them, with YAML 1.1's words, numbers, merges and shared anchors. */
import { nestsDeeply } from '@django-golive/core';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { keyOf, putEntry } from '../keys.js';
import { fn, type Machine, type NativeModule, nativeClass } from '../native.js';
import { emptyDict, iterator, list, none, type PyValue } from '../value.js';
import { textOfSource } from './source-text.js';
import { scalarOf } from './yaml-scalars.js';

/** The module `yaml`. */
export const yamlModule: NativeModule = {
  standard: false,
  load(machine) {
    const error = nativeClass(machine, {
      name: 'YAMLError',
      module: 'yaml.error',
      base: machine.builtinClass('Exception'),
      members: {},
    });
    const loader = (name: string) => nativeClass(machine, { name, module: 'yaml.loader', members: {} });
    const loaders = [
      'SafeLoader',
      'FullLoader',
      'Loader',
      'UnsafeLoader',
      'BaseLoader',
      'CSafeLoader',
      'CFullLoader',
      'CLoader',
    ];
    const classes = Object.fromEntries(loaders.map((name) => [name, loader(name)]));
    const load = (name: string, all: boolean) =>
      fn(`yaml.${name}`, '(stream, Loader=)', (m, args) => {
        const given = args.optional('Loader');
        if (given && given === classes.BaseLoader) return m.unmodelled('`yaml.BaseLoader` is not modelled');
        if (!given && (name === 'load' || name === 'load_all')) {
          // Since PyYAML 6 there is no loader by default.
          return m.raise('TypeError', `${name}() missing 1 required positional argument: 'Loader'`);
        }
        return textOfSource(m, args.get('stream'), (text) => read(m, text, all, error));
      });
    return {
      ...classes,
      YAMLError: error,
      safe_load: load('safe_load', false),
      full_load: load('full_load', false),
      load: load('load', false),
      safe_load_all: load('safe_load_all', true),
      load_all: load('load_all', true),
    };
  },
};

function read(machine: Machine, text: string, all: boolean, error: PyValue): PyValue {
  machine.spend(text.length / 10);
  const refuse = (why: string): PyValue => {
    const doubt = machine.unknown(why);
    return machine.branch(
      'maybe',
      () => doubt,
      () => machine.raise(error.kind === 'class' ? error : 'ValueError', doubt),
      doubt,
    );
  };
  if (nestsDeeply(text)) return refuse('the YAML is nested too deeply');
  const documents = parseAllDocuments(text, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return all ? iterator('generator', []) : none;
  if (documents.some((one) => one.errors.length > 0)) return refuse('the YAML cannot be read');
  if (!all && documents.length > 1) return refuse('the YAML holds several documents');
  const values: PyValue[] = [];
  for (const document of documents) {
    const found = contentOf(machine, document);
    if (typeof found === 'string') return refuse(found);
    values.push(found);
  }
  return all ? iterator('generator', values) : (values[0] ?? none);
}

/** Deeper nesting than this is left alone. */
const deepest = 200;

/** What PyYAML would refuse, or what is not followed: the reason. */
class Refused {
  constructor(readonly why: string) {}
}

function contentOf(machine: Machine, document: Document.Parsed): PyValue | string {
  const made = new Map<Node, PyValue>();
  const build = (node: Node | null | undefined, depth: number): PyValue => {
    if (!node) return none;
    if (depth > deepest) throw new Refused('the YAML is nested too deeply');
    if (isAlias(node)) return build(target(node), depth + 1);
    const known = made.get(node);
    if (known) return known;
    machine.spend(1);
    if (isScalar(node)) {
      const value = scalarOf(machine, node as Scalar<string>);
      if (!value) throw new Refused(`the YAML tag \`${node.tag ?? ''}\` is not followed`);
      made.set(node, value);
      return value;
    }
    const tag = node.tag ?? '';
    const own = isSeq(node) ? 'tag:yaml.org,2002:seq' : 'tag:yaml.org,2002:map';
    if (tag !== '' && tag !== own) throw new Refused(`the YAML tag \`${tag}\` is not followed`);
    if (isSeq(node)) {
      const items = list([]);
      made.set(node, items);
      for (const item of node.items) items.items.push(build(item as Node, depth + 1));
      return items;
    }
    if (!isMap(node)) throw new Refused('the YAML holds what is not followed');
    const dict = emptyDict();
    made.set(node, dict);
    for (const [key, value] of flattened(node, depth)) {
      const pyKey = build(key, depth + 1);
      const found = keyOf(pyKey);
      if (!('key' in found)) throw new Refused('a key of the YAML cannot be a key of a dict');
      putEntry(dict.entries, found.key, pyKey, build(value, depth + 1));
    }
    return dict;
  };
  const target = (node: Node): Node => {
    const found = isAlias(node) ? node.resolve(document) : node;
    if (!found) throw new Refused('the YAML names an anchor that it lacks');
    return found;
  };
  /** The pairs of a mapping, those that `<<` merges in before its own. */
  const flattened = (map: YAMLMap, depth: number): readonly (readonly [Node | null, Node | null])[] => {
    if (depth > deepest) throw new Refused('the YAML is nested too deeply');
    const merged: (readonly [Node | null, Node | null])[] = [];
    const own: (readonly [Node | null, Node | null])[] = [];
    for (const { key, value } of map.items as { key: Node | null; value: Node | null }[]) {
      if (!isMerge(key)) {
        own.push([key, value]);
        continue;
      }
      const from = value && target(value);
      const parts = isSeq(from) ? [...from.items].reverse().map((item) => target(item as Node)) : [from];
      for (const part of parts) {
        if (!isMap(part)) throw new Refused('the YAML merges what is no mapping');
        merged.push(...flattened(part, depth + 1));
      }
    }
    return [...merged, ...own];
  };
  try {
    return build(document.contents as Node | null, 0);
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

function isMerge(key: Node | null): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.tag === undefined && key.value === '<<';
}
