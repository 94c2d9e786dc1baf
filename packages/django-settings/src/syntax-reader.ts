/** The syntax of a project's Python files, each parsed on first use and never twice. */
import type { Project } from '@django-golive/core';
import { budgets } from './budgets.js';
import { parse, unread } from './syntax/parse.js';
import type { Module } from './syntax/tree.js';

/** The syntax of a file by its path; of a file that is not there, that of an empty one. */
export type SyntaxReader = (path: string) => Module;

/** Parses the files of a project, as many as it is asked for. */
export function createParser(project: Project): SyntaxReader {
  const parsed = new Map<string, Module>();
  return (path) => {
    const module = parsed.get(path) ?? parse(project.file(path)?.text ?? '');
    parsed.set(path, module);
    return module;
  };
}

/** A reader over a project, within the budget of one audit: what another audit parsed, with the same parser, takes nothing from it. */
export function createSyntaxReader(project: Project, parser: SyntaxReader = createParser(project)): SyntaxReader {
  const read = new Map<string, Module>();
  let left: number = budgets.sources;
  return (path) => {
    let module = read.get(path);
    if (!module) {
      left -= project.file(path)?.text.length ?? 0;
      module = left < 0 ? unread('there is too much Python in the project') : parser(path);
      read.set(path, module);
    }
    return module;
  };
}
