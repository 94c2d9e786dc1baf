/** runtime.txt: deprecated, and still stronger than .python-version. */
import { defineRule, dependencies, minutes, web } from '@django-golive/core';
import { pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';
import { isRemoved, lineAfter } from '../python-line.js';

export const runtimeTxt = defineRule({
  id: 'heroku/runtime-txt',
  title: 'The Python version stands in the deprecated runtime.txt',
  sound: 'The Python version stands in .python-version',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Builds stop on the day Heroku drops the file; until then it overrules `.python-version`.',
  references: [web('Heroku: runtime.txt is deprecated', 'https://devcenter.heroku.com/changelog-items/3141')],
  since: '0.1.0',
  needs: { pythonVersionFiles, buildManifest, dependencies, packageFiles },
  problems: {
    deprecated: '`runtime.txt` names the Python version; Heroku has deprecated the file.',
    overrules: '`runtime.txt` asks for Python {runtime} and overrules `.python-version`, which asks for {dotfile}.',
  },
  // With uv, or with a Python that is gone, the build fails, which is a finding of its own.
  when: ({ pythonVersionFiles: { runtime, dotfile }, buildManifest, packageFiles }) =>
    buildManifest === undefined &&
    (runtime ?? dotfile) !== undefined &&
    packageFiles.found[0]?.installer !== 'uv' &&
    runtime?.fault === undefined &&
    !(runtime?.version !== undefined && isRemoved(runtime.version)),
  *check({ dependencies, pythonVersionFiles: { runtime, dotfile } }, { problem }) {
    if (!runtime) return;
    const about = { at: runtime.at, subject: 'runtime.txt' };
    const named = runtime.version?.split('.').slice(0, 2).join('.');
    const later = lineAfter(dependencies);
    const series = later ?? named;
    const remedy = {
      summary: `${later === undefined ? 'Move the release line to' : `Name Python ${later}, since ${named} gets no security fixes any more, in`} \`.python-version\` and remove \`runtime.txt\`.`,
      ...(series === undefined
        ? {}
        : {
            code: `echo '${series}' > .python-version\ngit add .python-version\ngit rm runtime.txt\ngit commit -m 'Name the Python release line'`,
            language: 'bash' as const,
          }),
    };
    if (dotfile?.version && runtime.version && !sameLine(dotfile.version, runtime.version)) {
      yield {
        ...problem('overrules', about, { runtime: runtime.version, dotfile: dotfile.version }),
        evidence: [{ at: dotfile.at, note: '`.python-version` is not read.' }],
        remedy,
      };
    } else yield { ...problem('deprecated', about), remedy };
  },
});

function sameLine(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}
