/** Heroku's app.json: the variables, add-ons and build packs an app is created with. */
import { defineFact, type Location, project } from '@django-golive/core';
import { type Json, listAt, objectAt, readJson, textAt } from './json-positions.js';

/** One entry of `env`. */
export interface AppVariable {
  readonly name: string;
  /** The value written there; `undefined` where there is none. */
  readonly value: string | undefined;
  /** Whether Heroku makes up a random value. */
  readonly generated: boolean;
  /** Whether the app is not created without it; Heroku's own default is that it is required. */
  readonly required: boolean;
  readonly at: Location;
}

/** One entry of `addons`. */
export interface AppAddon {
  /** The service without its plan: `heroku-postgresql`. */
  readonly service: string;
  /** The whole name, as written: `heroku-postgresql:essential-0`. */
  readonly plan: string;
  /** The name it is attached as, where the file gives one. */
  readonly as: string | undefined;
  /** The release that `options` asks for. */
  readonly version: string | undefined;
  readonly at: Location;
}

/** What app.json says. */
export interface AppJson {
  readonly path: string;
  readonly at: Location;
  readonly variables: readonly AppVariable[];
  readonly addons: readonly AppAddon[];
  /** Addresses or names of build packs, in order. */
  readonly buildpacks: readonly { readonly url: string; readonly at: Location }[];
  readonly stack: { readonly name: string; readonly at: Location } | undefined;
  /** The command that runs once, after the first deployment. */
  readonly postdeploy: string | undefined;
  /** Whether it holds anything that only Heroku (and what copies it) reads. */
  readonly forHeroku: boolean;
}

/** app.json at the root; `undefined` where there is none, or where it is not JSON. */
export const appJson = defineFact({
  id: 'app-json',
  needs: { project },
  derive({ project }): AppJson | undefined {
    const file = project.file('app.json');
    const json = file && readJson(file);
    const root = objectAt(json?.value);
    if (!json || !root) return undefined;
    const stack = textAt(root, 'stack');
    return {
      path: 'app.json',
      at: json.at(),
      variables: Object.entries(objectAt(root, 'env') ?? {}).map(([name, entry]) =>
        variableOf(name, entry, json.at('env', name)),
      ),
      addons: listAt(root, 'addons').flatMap((entry, index) => addonOf(entry, json.at('addons', index))),
      buildpacks: listAt(root, 'buildpacks').flatMap((entry, index) => {
        const url = typeof entry === 'string' ? entry : textAt(entry, 'url');
        return url === undefined ? [] : [{ url, at: json.at('buildpacks', index) }];
      }),
      stack: stack === undefined ? undefined : { name: stack, at: json.at('stack') },
      postdeploy: postdeployOf(root),
      forHeroku:
        ['buildpacks', 'addons', 'formation', 'stack', 'success_url'].some((key) => Object.hasOwn(root, key)) ||
        /^heroku\//.test(textAt(root, 'image') ?? ''),
    };
  },
});

function variableOf(name: string, entry: Json, at: Location): AppVariable {
  if (typeof entry === 'string') return { name, value: entry, generated: false, required: true, at };
  const spec = objectAt(entry);
  return {
    name,
    value: textAt(spec, 'value'),
    generated: textAt(spec, 'generator') === 'secret',
    required: spec?.required !== false,
    at,
  };
}

function addonOf(entry: Json, at: Location): readonly AppAddon[] {
  const plan = typeof entry === 'string' ? entry : textAt(entry, 'plan');
  if (plan === undefined) return [];
  const name = typeof entry === 'string' ? undefined : textAt(entry, 'as');
  const version = typeof entry === 'string' ? undefined : textAt(objectAt(objectAt(entry)?.options), 'version');
  return [{ service: plan.split(':')[0] ?? plan, plan, as: name, version, at }];
}

function postdeployOf(root: Json): string | undefined {
  const script = objectAt(root, 'scripts');
  return textAt(script, 'postdeploy') ?? textAt(objectAt(script, 'postdeploy'), 'command');
}
