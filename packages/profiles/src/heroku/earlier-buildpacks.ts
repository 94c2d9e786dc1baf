/** The build packs that Python's needs before it, the one that runs last first. */
import { lookup, type Project, type Settings, stringOf, stringsOf } from '@django-golive/core';
import { frontEndToBuild } from '../front-end.js';

/** What GeoDjango's build pack asks of the settings, as a sentence with a space before it. */
export function geographicSettings(settings: Settings, found: readonly EarlierBuildpack[]): string {
  return found.some(({ buildpack }) => buildpack.includes('geo')) && !settings.names.includes('GDAL_LIBRARY_PATH')
    ? ' Where Django does not find them, the settings take `GDAL_LIBRARY_PATH` and `GEOS_LIBRARY_PATH` from the variables of these names.'
    : '';
}

/** One build pack, and what it is there for. */
export interface EarlierBuildpack {
  readonly buildpack: string;
  readonly why: string;
}

/** In the order in which `buildpacks:add --index 1` takes them. */
export function earlierBuildpacks(project: Project, settings: Settings): readonly EarlierBuildpack[] {
  const engine = stringOf(lookup(lookup(settings.get('DATABASES').value, 'default'), 'ENGINE')) ?? '';
  const geographic =
    /\.gis\./.test(engine) || stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.gis');
  // Node's build pack reads the package.json of the root alone.
  const built = frontEndToBuild(project, settings)?.directory === '';
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
