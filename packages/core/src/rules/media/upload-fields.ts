/** Whether a model of the project takes files, which is what a place for uploads is for. */
import type { Evidence } from '../../fact.js';
import type { Apps, ModelField } from '../../facts/apps.js';
import type { Settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';

const field =
  /^(File|Image|ProcessedImage|Thumbnailer(Image)?|VersatileImage|Sorl|Filer(File|Image)|Stdimage|StdImage|Cloudinary)Field$/;

/** The fields of the installed applications' models that take files. */
export function uploadFields(apps: Apps): readonly ModelField[] {
  return apps.own.flatMap(({ models }) =>
    models.flatMap(({ fields }) => fields.filter(({ type }) => field.test(type))),
  );
}

/** The first of them; `undefined` where there is none. */
export function uploadField(apps: Apps): Evidence | undefined {
  const [found] = uploadFields(apps);
  return found && { at: found.at, note: 'A model takes files here.' };
}

/** Applications whose own models take files. */
const takers =
  /^(wagtail\.(images|documents)|wagtail\.contrib\.(images|documents)|filer|photologue|easy_thumbnails)(\.|$)/;

/** An installed application that takes files for the project; `undefined` where there is none. */
export function uploadApp(settings: Settings): Evidence | undefined {
  const installed = settings.get('INSTALLED_APPS');
  const app = stringsOf(installed.value).find((name) => takers.test(name));
  return app === undefined ? undefined : { at: installed.at, note: `\`${app}\` takes files.` };
}
