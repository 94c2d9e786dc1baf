/** Every library module that is modelled, by its dotted name. */

import { djangoCacheUrlModule } from '../../environment/cache-url.js';
import { configurationsModule, configurationsValuesModule } from '../../environment/configurations.js';
import { decoupleModule } from '../../environment/decouple.js';
import { djDatabaseUrlModule } from '../../environment/dj-database-url.js';
import { dotenvModule } from '../../environment/dotenv.js';
import { dynaconfModule } from '../../environment/dynaconf.js';
import { djEmailUrlModule } from '../../environment/email-url.js';
import { environModule } from '../../environment/environ.js';
import { environsExceptionsModule, environsModule } from '../../environment/environs.js';
import { djangoHerokuModule, djangoOnHerokuModule } from '../../environment/heroku.js';
import { marshmallowModule, marshmallowValidateModule } from '../../environment/marshmallow.js';
import { pydanticModule, pydanticSettingsModule } from '../../environment/pydantic.js';
import { splitSettingsModule } from '../../environment/split-settings.js';
import type { NativeModule, NativeModules } from '../native.js';
import { astModule } from './ast.js';
import { base64Module, binasciiModule } from './base64.js';
import { collectionsModule } from './collections.js';
import { configparserModule } from './configparser.js';
import { copyModule } from './copy.js';
import { dataclassesModule } from './dataclasses.js';
import { datetimeModule } from './datetime.js';
import { djangoModules } from './django.js';
import { enumModule } from './enum.js';
import { functoolsModule } from './functools.js';
import { globModule } from './glob.js';
import { hostModules } from './host-modules.js';
import { inspectModule } from './inspect.js';
import { ioModule } from './io.js';
import { itertoolsModule } from './itertools.js';
import { jsonDecoderModule, jsonModule } from './json.js';
import { loggingConfigModule, loggingHandlersModule, loggingModule } from './logging.js';
import { mathModule } from './math.js';
import { operatorModule } from './operator.js';
import { osModule } from './os.js';
import { osPathModule } from './os-path.js';
import { packageModules } from './packages.js';
import { packagingVersionModule } from './packaging-version.js';
import { pathlibModule } from './pathlib.js';
import { reModule } from './re.js';
import { redisModule } from './redis.js';
import { smallModules } from './small-modules.js';
import { sysModule } from './sys.js';
import { tomlModule } from './toml.js';
import { urllibParseModule } from './urllib-parse.js';
import { yamlModule } from './yaml.js';

/** The registry that an evaluation is given. Modules are loaded on first import, once an evaluation. */
export const libraryModules: NativeModules = new Map<string, NativeModule>([
  ['os', osModule],
  ['os.path', osPathModule],
  ['posixpath', osPathModule],
  ['pathlib', pathlibModule],
  ['sys', sysModule],
  ['re', reModule],
  ['ast', astModule],
  ['json', jsonModule],
  ['json.decoder', jsonDecoderModule],
  ['urllib.parse', urllibParseModule],
  ['datetime', datetimeModule],
  ['logging', loggingModule],
  ['logging.config', loggingConfigModule],
  ['logging.handlers', loggingHandlersModule],
  ['collections', collectionsModule],
  ['configparser', configparserModule],
  ['copy', copyModule],
  ['functools', functoolsModule],
  ['itertools', itertoolsModule],
  ['operator', operatorModule],
  ['math', mathModule],
  ['dataclasses', dataclassesModule],
  ['enum', enumModule],
  ['glob', globModule],
  ['base64', base64Module],
  ['binascii', binasciiModule],
  ['io', ioModule],
  ['tomllib', tomlModule],
  ['tomli', { ...tomlModule, standard: false }],
  ['yaml', yamlModule],
  ...hostModules(),
  ['inspect', inspectModule],
  ...smallModules(),
  ['decouple', decoupleModule],
  ['environ', { ...environModule, isPackage: true }],
  ['environ.environ', environModule],
  ['environs', { ...environsModule, isPackage: true }],
  ['environs.exceptions', environsExceptionsModule],
  ['marshmallow', marshmallowModule],
  ['marshmallow.exceptions', marshmallowModule],
  ['marshmallow.validate', marshmallowValidateModule],
  ['dj_database_url', djDatabaseUrlModule],
  ['dj_email_url', djEmailUrlModule],
  ['django_cache_url', djangoCacheUrlModule],
  ['dotenv', { ...dotenvModule, isPackage: true }],
  ['dotenv.main', dotenvModule],
  ['configurations', configurationsModule],
  ['configurations.base', configurationsModule],
  ['configurations.values', configurationsValuesModule],
  ['dynaconf', dynaconfModule],
  ['pydantic', pydanticModule],
  ['pydantic_settings', pydanticSettingsModule],
  ['split_settings.tools', splitSettingsModule],
  ['django_heroku', djangoHerokuModule],
  ['django_on_heroku', djangoOnHerokuModule],
  ['packaging', { standard: false, isPackage: true, load: () => ({}) }],
  ['packaging.version', packagingVersionModule],
  ['redis', redisModule],
  ...packageModules(),
  ...djangoModules(),
]);
