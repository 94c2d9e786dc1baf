/** PyTorch in code that runs where threads cannot be started. */
import type { Dependencies, Project } from '@django-golive/core';
import { codeOf } from '../files/python-code.js';

/** Whether code of the project imports PyTorch and none of it sets the number of its threads. Source: help.pythonanywhere.com, _MachineLearningInWebsiteCode_. */
export function isThreadedTorch(project: Project, dependencies: Dependencies): boolean {
  if (dependencies.get('torch')?.kind !== 'runtime') return false;
  const texts = project.paths
    .filter(
      (path) => path.endsWith('.py') && !/(^|\/)(tests?|notebooks?|training|site-packages|migrations)\//.test(path),
    )
    .map((path) => codeOf(project.file(path)?.text ?? ''));
  return (
    texts.some((text) => /^[ \t]*(?:import|from)[ \t]+torch\b/m.test(text)) &&
    !texts.some((text) => /\bset_num_threads\(/.test(text))
  );
}
