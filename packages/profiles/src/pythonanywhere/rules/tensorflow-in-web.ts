/** TensorFlow in code that web workers load. */
import { defineRule, dependencies, minutes, project, sources, web } from '@django-golive/core';
import { codeOf } from '../../files/python-code.js';
import { isReached } from '../../files/reached-line.js';

export const tensorflowInWeb = defineRule({
  id: 'pythonanywhere/tensorflow-in-web',
  title: 'Web workers load TensorFlow',
  sound: 'Web workers do not load TensorFlow',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(480),
  risk: "The worker dies without a traceback when it needs threads, and visitors get the platform's error page.",
  references: [
    web(
      'PythonAnywhere: Machine learning in website code',
      'https://help.pythonanywhere.com/pages/MachineLearningInWebsiteCode/',
    ),
  ],
  since: '0.1.0',
  needs: { project, dependencies, sources },
  problems: { loaded: '`{path}` imports {name}, and web workers of PythonAnywhere cannot start its threads.' },
  questions: { perhaps: '`{path}` imports {name}. Does the web app load this module?' },
  when: ({ dependencies }) =>
    ['tensorflow', 'tensorflow-cpu', 'keras', 'tf-nightly'].some((name) => dependencies.get(name)?.kind === 'runtime'),
  *check({ project, sources }, { problem, question }) {
    const found = project.paths.flatMap((path) => {
      if (
        !path.endsWith('.py') ||
        /(^|\/)(tests?|test_[^/]*|migrations|management|scripts?|notebooks?|training|site-packages|node_modules|venv|env)(\/|\.py$)/.test(
          path,
        )
      )
        return [];
      const file = project.file(path);
      const match = file && /^[ \t]*(?:import|from)[ \t]+(tensorflow|keras)\b[^\r\n]*/m.exec(codeOf(file.text));
      if (!file || !match) return [];
      const start = match.index + match[0].length - match[0].trimStart().length;
      return [
        {
          path,
          name: match[1] === 'keras' ? 'Keras' : 'TensorFlow',
          at: file.at({ start, end: match.index + match[0].trimEnd().length }),
        },
      ];
    });
    const web =
      found.find(({ path }) => isOfDjango(path)) ??
      found.find(({ path, at }) => isReached(project, sources, path, at.span.start, isOfDjango));
    const [first] = found;
    if (web)
      yield {
        ...problem('loaded', { at: web.at, subject: `${web.path}:tensorflow` }, { path: web.path, name: web.name }),
        confidence: 'tentative',
      };
    else if (first)
      yield question(
        'perhaps',
        { at: first.at, subject: `${first.path}:tensorflow` },
        { path: first.path, name: first.name },
      );
  },
});

/** Modules that Django itself imports to answer a request. */
function isOfDjango(path: string): boolean {
  return /(^|\/)(views|urls|apps|models|admin|forms|serializers|signals|middleware|context_processors)(\.py$|\/)/.test(
    path,
  );
}
