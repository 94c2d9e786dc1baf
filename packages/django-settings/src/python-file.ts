/** Runs a file that a server loads by its path, such as `gunicorn.conf.py`: no settings module, and no package's part. */
import { type Project, type PythonFiles, projectRoot } from '@django-golive/core';
import type { Environment } from './evaluate/environment.js';
import { evaluateModule } from './evaluate/evaluate-module.js';
import { freeze } from './evaluate/freeze.js';
import { libraryModules } from './evaluate/library/index.js';
import type { SyntaxReader } from './syntax-reader.js';

/** gunicorn calls it so (`get_config_from_filename` of its `app/base.py`), whatever the file's name. */
const name = '__config__';

/** The evaluator over the files of a project. */
export function createPythonFiles(project: Project, parser: SyntaxReader): PythonFiles {
  return (path, variables) => {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const alias = directory === '' ? `${name}.py` : `${directory}/${name}.py`;
    const real = (asked: string): string => (asked === alias ? path : asked);
    const { names, open } = evaluateModule({
      project: { ...project, file: (asked) => project.file(real(asked)) },
      module: name,
      roots: [directory],
      root: projectRoot,
      environment: processOf(variables),
      libraries: libraryModules,
      syntax: (asked) => parser(real(asked)),
      declares: () => undefined,
      recover: true,
    });
    const found = [...names].map(([key, { value, certain, at }]) => {
      const seen = freeze(value);
      const known = certain ? seen : ({ kind: 'unknown', why: 'a condition decides whether it is set' } as const);
      return [key, { value: known, at }] as const;
    });
    return { names: new Map(found), open };
  };
}

/** A process of which only these variables are known. */
function processOf(variables: ReadonlyMap<string, string | undefined>): Environment {
  return {
    lookup: (read) => {
      const value = variables.get(read.name);
      if (value !== undefined) return { state: 'given', value };
      const why = `the environment variable \`${read.name}\` is not given in the repository`;
      return { state: 'unknown', value: { kind: 'unknown', why, variables: [read.name] } };
    },
    names: [...variables.keys()],
    closed: false,
  };
}
