/** The build packs that Python's needs before it, the one that runs last first. */
import { lookup, type Project, type Settings, stringOf, stringsOf } from '@django-golive/core';
import type { AppJson } from '../files/app-json.js';
import { frontEndToBuild } from '../front-end.js';
import { shellWord } from '../shell-word.js';

/** What GeoDjango's build pack asks of the settings, as a sentence with a space before it. */
function geographicSettings(settings: Settings, found: readonly string[]): string {
  return found.some((buildpack) => buildpack.includes('heroku-geo-buildpack')) &&
    !settings.names.includes('GDAL_LIBRARY_PATH')
    ? ' Where Django does not find them, the settings take `GDAL_LIBRARY_PATH` and `GEOS_LIBRARY_PATH` from the variables of these names.'
    : '';
}

/** One build pack, and what it is there for. */
interface EarlierBuildpack {
  readonly buildpack: string;
  readonly why: string;
}

/** In the order in which `buildpacks:add --index 1` takes them. */
function earlierBuildpacks(project: Project, settings: Settings): readonly EarlierBuildpack[] {
  const engine = stringOf(lookup(lookup(settings.get('DATABASES').value, 'default'), 'ENGINE')) ?? '';
  const geographic =
    /\.gis\./.test(engine) || stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.gis');
  // Node's build pack reads the package.json of the root alone.
  const frontEnd = frontEndToBuild(project, settings);
  const built = frontEnd?.directory === '' && frontEnd.scripted;
  return [
    ...(built ? [{ buildpack: 'heroku/nodejs', why: "Node's, which makes the files that Django collects" }] : []),
    ...(geographic
      ? [
          {
            buildpack: 'https://github.com/heroku/heroku-geo-buildpack.git',
            why: 'the one with GDAL, GEOS and PROJ, which GeoDjango loads',
          },
        ]
      : []),
  ];
}

/** What app.json lists is for the apps that Heroku makes of it: one that is made by hand gets the same, in the same order. */
export function createCommands(
  project: Project,
  settings: Settings,
  appJson: AppJson | undefined,
): { readonly text: string; readonly commands: readonly string[] } {
  const listed = (appJson?.buildpacks ?? []).map(({ url }) => url);
  const missing = earlierBuildpacks(project, settings).filter(
    ({ buildpack }) => !listed.some((url) => nameOf(url) === nameOf(buildpack)),
  );
  const [first, ...others] = listed.some((url) => nameOf(url) === 'python') ? listed : [...listed, 'heroku/python'];
  const why = missing.map((one) => one.why).join(' and ');
  const geographic = geographicSettings(settings, [...missing.map(({ buildpack }) => buildpack), ...listed]);
  return {
    text:
      listed.length === 0
        ? `Create the app with the Python build pack${why === '' ? '' : `, after ${why}`}.${geographic}`
        : `Create the app with the build packs of \`app.json\`, in their order${why === '' ? '' : `, after ${why}`}.${geographic}`,
    commands: [
      `heroku create --buildpack ${shellWord(first ?? 'heroku/python')}`,
      ...others.map((url) => `heroku buildpacks:add ${shellWord(url)}`),
      ...missing.map(({ buildpack }) => `heroku buildpacks:add --index 1 ${buildpack}`),
    ],
  };
}

/** `python` of `heroku/python` and of `https://github.com/heroku/heroku-buildpack-python.git#v300`. */
function nameOf(url: string): string {
  return url
    .replace(/[#?].*$/, '')
    .replace(/\.git$/, '')
    .replace(/^.*\//, '')
    .replace(/^heroku-buildpack-/, '');
}
