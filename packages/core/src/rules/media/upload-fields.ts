/** Whether a model of the project takes files, which is what a place for uploads is for. */
import type { Evidence } from '../../fact.js';
import type { Settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { lineSpan, type Project } from '../../source.js';

const field =
  /\b(File|Image|ProcessedImage|Thumbnailer(Image)?|VersatileImage|Sorl|Filer(File|Image)|Stdimage|StdImage|Cloudinary)Field\s*\(/;

/** The first field of a model that takes files; `undefined` where there is none. */
export function uploadField(project: Project): Evidence | undefined {
  for (const path of project.paths) {
    if (
      !/(^|\/)models(_\w+)?\.py$|(^|\/)models\/[^/]+\.py$/.test(path) ||
      /(^|\/)(tests?|site-packages|node_modules)\//.test(path)
    )
      continue;
    const file = project.file(path);
    const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
    const index = lines.findIndex((line) => field.test(line) && !/^\s*#/.test(line));
    if (file && index >= 0) return { at: file.at(lineSpan(file.text, index + 1)), note: 'A model takes files here.' };
  }
  return undefined;
}

/** Applications whose own models take files. */
const apps =
  /^(wagtail\.(images|documents)|wagtail\.contrib\.(images|documents)|filer|photologue|easy_thumbnails)(\.|$)/;

/** An installed application that takes files for the project; `undefined` where there is none. */
export function uploadApp(settings: Settings): Evidence | undefined {
  const installed = settings.get('INSTALLED_APPS');
  const app = stringsOf(installed.value).find((name) => apps.test(name));
  return app === undefined ? undefined : { at: installed.at, note: `\`${app}\` takes files.` };
}
