/** The syntax of a project's Python files, each parsed on first use and never twice. */
import type { Project } from '@django-golive/core';
import { budgets } from './budgets.js';
import { parse, unread } from './syntax/parse.js';
import type { Module } from './syntax/tree.js';

/** The syntax of a file by its path; of a file that is not there, that of an empty one. */
export type SyntaxReader = (path: string) => Module;

/** A reader over a project. */
export function createSyntaxReader(project: Project): SyntaxReader {
  const read = new Map<string, Module>();
  let left: number = budgets.sources;
  return (path) => {
    let module = read.get(path);
    if (!module) {
      const text = project.file(path)?.text ?? '';
      left -= text.length;
      module = left < 0 ? unread('there is too much Python in the project') : parse(text);
      read.set(path, module);
    }
    return module;
  };
}
