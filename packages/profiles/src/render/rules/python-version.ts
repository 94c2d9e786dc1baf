/** Which Python Render takes. */
import { defineRule, type Location, lineSpan, minutes, project, web } from '@django-golive/core';
import { blueprint } from '../../files/render-blueprint.js';
import { webService } from '../services.js';

export const pythonVersion = defineRule({
  id: 'render/python-version',
  title: 'Render does not take the Python that the project names',
  sound: 'Render takes the Python that the project names',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'The build stops, or the site runs on another Python than the one it was tried on.',
  references: [web('Render: Setting your Python version', 'https://render.com/docs/python-version')],
  since: '0.1.0',
  needs: { blueprint, project },
  problems: {
    partial: '`PYTHON_VERSION` is `{version}`; Render wants all three numbers.',
    unread: '`runtime.txt` names {version}, and Render does not read that file.',
  },
  when: ({ blueprint, project }) => webService(project, blueprint)?.runtime === 'python',
  *check({ blueprint, project }, { problem }) {
    const service = webService(project, blueprint);
    const variable = service?.variables.find(({ name }) => name === 'PYTHON_VERSION');
    if (variable) {
      if (variable.value === undefined || /^\d+\.\d+\.\d+\w*$/.test(variable.value)) return;
      yield {
        ...problem('partial', { at: variable.at, subject: 'render.yaml:PYTHON_VERSION' }, { version: variable.value }),
        confidence: 'firm',
        remedy: { summary: 'Name the patch release too, such as `3.13.5`.', path: variable.at.path },
      };
      return;
    }
    const file = (name: string) => project.file(service?.root ? `${service.root}/${name}` : name);
    if (!service || file('.python-version')) return;
    const runtime = file('runtime.txt');
    const version = /^\s*python-(\d+(?:\.\d+)*)/.exec(runtime?.text ?? '')?.[1];
    if (!runtime || version === undefined) return;
    const at: Location = runtime.at(lineSpan(runtime.text, 1));
    yield {
      ...problem('unread', { at, subject: 'runtime.txt' }, { version }),
      remedy: {
        summary: 'Write the version into `.python-version` as well.',
        code: `echo '${version}' > .python-version`,
        language: 'bash',
      },
    };
  },
});
