/** Every library module that is modelled, by its dotted name. */
import { decoupleModule } from '../../environment/decouple.js';
import { djDatabaseUrlModule } from '../../environment/dj-database-url.js';
import { dotenvModule } from '../../environment/dotenv.js';
import { environModule } from '../../environment/environ.js';
import type { NativeModule, NativeModules } from '../native.js';
import { djangoModules } from './django.js';
import { jsonDecoderModule, jsonModule } from './json.js';
import { osModule } from './os.js';
import { osPathModule } from './os-path.js';
import { pathlibModule } from './pathlib.js';
import { sysModule } from './sys.js';
import { urllibParseModule } from './urllib-parse.js';

const standardPackage: NativeModule = { standard: true, isPackage: true, load: () => ({}) };

/** The registry that an evaluation is given. Modules are loaded on first import, once an evaluation. */
export const libraryModules: NativeModules = new Map<string, NativeModule>([
  ['os', osModule],
  ['os.path', osPathModule],
  ['posixpath', osPathModule],
  ['pathlib', pathlibModule],
  ['sys', sysModule],
  ['json', jsonModule],
  ['json.decoder', jsonDecoderModule],
  ['urllib', standardPackage],
  ['urllib.parse', urllibParseModule],
  ['decouple', decoupleModule],
  ['environ', { ...environModule, isPackage: true }],
  ['environ.environ', environModule],
  ['dj_database_url', djDatabaseUrlModule],
  ['dotenv', { ...dotenvModule, isPackage: true }],
  ['dotenv.main', dotenvModule],
  ...djangoModules(),
]);
