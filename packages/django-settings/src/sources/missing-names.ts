/** Names that the site's code takes from its own modules as it is loaded, and that those do not have. */
import type { Apps, MissingName, Project, Settings } from '@django-golive/core';
import { inStandardLibrary } from '../evaluate/stdlib.js';
import type { SyntaxReader } from '../syntax-reader.js';
import { createExports } from './exports.js';
import { absoluteModule, type ImportReader } from './imports.js';
import { packageAround } from './loaded-files.js';
import { attributesOf } from './taken-attributes.js';

/** What they are looked for in. */
interface NameInputs {
  readonly project: Project;
  readonly settings: Settings;
  readonly apps: Apps;
  readonly imports: ImportReader;
  readonly syntax: SyntaxReader;
}

/** Looks for them. */
export interface MissingNames {
  /** In a file, from its imports and what runs with them. */
  in(path: string): readonly MissingName[];
  /** Of a dotted name, as settings have it. */
  of(dotted: string): Omit<MissingName, 'at'> | undefined;
}

/** What ends the loading of a module: nothing behind it runs. */
const ends = /^(?:raise\b|(?:sys\.)?exit\(|quit\()/m;

export function createMissingNames({ project, settings, apps, imports, syntax }: NameInputs): MissingNames {
  const { roots } = settings;
  const around = (path: string): readonly string[] => packageAround(roots, path);
  const exports = createExports(project, roots, syntax, imports, around);
  const tops = new Set([settings.module, ...apps.own.map(({ module }) => module)].map(topOf));

  /** The file of a module that is certainly the project's own: no installed package has its name. */
  function fileOf(module: string, top: string, level: number): string | undefined {
    const own = level > 0 || ((tops.has(top) || topOf(module) !== top) && inStandardLibrary(top, undefined) === false);
    return own ? exports.ownFile(module) : undefined;
  }

  function missing(module: string, file: string | undefined, name: string): Omit<MissingName, 'at'> | undefined {
    return file !== undefined && exports.lacks(file, module, name) ? { name, module, path: file } : undefined;
  }

  function inFile(path: string): readonly MissingName[] {
    const file = project.file(path);
    if (!file || ends.test(file.text)) return [];
    const found: MissingName[] = [];
    const modules = new Map<string, string>();
    const own = around(path);
    for (const one of imports(path)) {
      if (!one.always || one.names.length === 0) continue;
      const module = absoluteModule(one, own);
      const top = topOf(module);
      if (one.level === 0 && !tops.has(top) && top !== own[0]) continue;
      const target = fileOf(module, top, one.level);
      for (const name of one.names) {
        if (name === '*') continue;
        const inner = fileOf(`${module}.${name}`, top, one.level);
        if (inner === undefined) {
          const lost = missing(module, target, name);
          if (lost) found.push({ ...lost, at: file.at(one) });
        } else if (target === undefined || exports.leavesTo(target, name)) modules.set(name, `${module}.${name}`);
      }
    }
    for (const [alias, module] of modules) {
      const target = exports.ownFile(module);
      const taken = new Set(
        [...file.text.matchAll(new RegExp(`(?<![\\w.])${alias}\\.([A-Za-z_]\\w*)`, 'g'))].map(([, name = '']) => name),
      );
      const lost = [...taken].filter((name) => missing(module, target, name));
      if (lost.length === 0) continue;
      for (const { name, at } of attributesOf(
        syntax(path).body,
        alias,
        (from) => `${absoluteModule(from, own)}.${alias}` === module,
      ))
        if (lost.includes(name) && target !== undefined) found.push({ name, module, path: target, at: file.at(at) });
    }
    return found;
  }

  return {
    in: inFile,
    of(dotted) {
      const [, module = '', name = ''] = /^(\w+(?:\.\w+)*)\.(\w+)$/.exec(dotted) ?? [];
      return tops.has(topOf(module)) ? missing(module, fileOf(module, topOf(module), 0), name) : undefined;
    },
  };
}

const topOf = (module: string): string => module.split('.')[0] ?? module;
