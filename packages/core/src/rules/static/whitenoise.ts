/** The traces of WhiteNoise in a project: what names it, whether it is installed, whether it runs. */
import type { Dependencies } from '../../facts/dependencies.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { declaredAs } from '../deps/declared.js';
import { middlewareOf, securityMiddleware } from '../settings/middleware.js';
import { staticStorage, whitenoiseMiddleware } from './static-settings.js';

/** The setting that names a part of WhiteNoise, with the name. */
export function whitenoiseUse(settings: Settings): { readonly setting: Setting; readonly name: string } | undefined {
  for (const setting of [middlewareOf(settings), settings.get('INSTALLED_APPS')]) {
    const name = itemsOf(setting.value)
      .map(stringOf)
      .find((entry) => entry?.startsWith('whitenoise.'));
    if (name !== undefined) return { setting, name };
  }
  const storage = staticStorage(settings);
  if (!storage?.startsWith('whitenoise.')) return undefined;
  const legacy = settings.get('STATICFILES_STORAGE');
  return {
    setting: stringOf(legacy.value) === storage && legacy.origin === 'assigned' ? legacy : settings.get('STORAGES'),
    name: storage,
  };
}

/** Whether the project means to use WhiteNoise. */
export function mentionsWhitenoise(settings: Settings, dependencies: Dependencies): boolean {
  return whitenoiseUse(settings) !== undefined || declaredAs(dependencies, ['whitenoise']) === 'runtime';
}

/** The middleware as WhiteNoise asks for it, in the setting that this Django reads. */
export function whitenoiseInFront(middleware: Setting): string {
  return `${middleware.name} = [\n    '${securityMiddleware}',\n    '${whitenoiseMiddleware}',\n    # …\n]`;
}
