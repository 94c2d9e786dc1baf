/** Whether a settings module that nothing evaluates leaves debug mode on: then loading it secures nothing. */
import { truthOf } from '../../describe.js';
import type { Settings } from '../../facts/settings.js';
import type { Project } from '../../source.js';

/** What its last line about DEBUG says; without one, the loaded settings do where it takes all of them. */
export function leavesDebugOn(project: Project, settings: Settings, module: string): boolean {
  const path = `${module.replaceAll('.', '/')}.py`;
  const text = project.file(project.paths.find((one) => one === path || one.endsWith(`/${path}`)) ?? '')?.text ?? '';
  const own = [...text.matchAll(/^DEBUG\s*(?::\s*\w+\s*)?=\s*(.+)$/gm)].at(-1)?.[1];
  if (own !== undefined) return /^True\s*(#|$)/.test(own);
  const package_ = module.slice(0, module.lastIndexOf('.') + 1);
  const takes = [...text.matchAll(/^from\s+(\.?)([\w.]*)\s+import\s+\*/gm)].some(
    ([, dot = '', name = '']) => (dot === '' ? name : `${package_}${name}`) === settings.module,
  );
  return takes && truthOf(settings.get('DEBUG').value) === 'yes';
}
