/** Imports of the site's own modules that the repository does not hold. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { defineRule, minutes, web } from '../../rule.js';
import { isIgnored } from '../secrets/gitignore.js';

export const ownModuleMissing = defineRule({
  id: 'startup/own-module-missing',
  title: 'The code imports a module of its own that is not in the repository',
  sound: 'The modules that the code imports from itself are in the repository',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The file cannot be loaded, and with it the whole site: every request, and every command, stops with ImportError.',
  references: [web('Python: the import system', 'https://docs.python.org/3/reference/import.html')],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: { missing: '`{path}` imports `{module}`, which the repository does not hold.' },
  questions: {
    ignored: '`{path}` imports `{module}`, which `.gitignore` keeps out of the repository. What puts it on the server?',
  },
  when: ({ settings, sources }) => settings.path !== undefined && sources.files.some(({ loaded }) => loaded === 'yes'),
  *check({ project, settings, sources }, { problem, question }) {
    const told = new Set<string>();
    for (const { aside, imports, loaded, path } of sources.files) {
      // That the settings themselves stop is told of them.
      if (aside || loaded !== 'yes' || settings.files.includes(path)) continue;
      for (const { at, missing: module } of imports) {
        if (module === undefined || told.has(module)) continue;
        told.add(module);
        const about = { at, subject: `import:${module}` };
        if (places(settings.roots, module).some((file) => isIgnored(project, file))) {
          yield question('ignored', about, { path, module });
          continue;
        }
        yield {
          ...problem('missing', about, { path, module }),
          // A build may make it.
          confidence: 'firm',
          remedy: { summary: 'Add the file to the repository, or take the import out.', path },
        };
      }
    }
  },
});

function places(roots: readonly string[], module: string): readonly string[] {
  return roots.flatMap((root) => {
    const base = `${root === '' ? '' : `${root}/`}${module.replaceAll('.', '/')}`;
    return [`${base}.py`, `${base}/__init__.py`];
  });
}
