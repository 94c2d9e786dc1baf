/** The syntax of a project's Python files, each parsed on first use and never twice. */
import type { Project } from '@django-golive/core';
import { parse } from './syntax/parse.js';
import type { Module } from './syntax/tree.js';

/** The syntax of a file by its path; of a file that is not there, that of an empty one. */
export type SyntaxReader = (path: string) => Module;

/** A reader over a project. */
export function createSyntaxReader(project: Project): SyntaxReader {
  const read = new Map<string, Module>();
  return (path) => {
    let module = read.get(path);
    if (!module) {
      module = parse(project.file(path)?.text ?? '');
      read.set(path, module);
    }
    return module;
  };
}
