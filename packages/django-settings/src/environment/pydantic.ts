/** pydantic and pydantic-settings: classes whose annotations say what is read from the environment, and as what. */
import { withMetaclass } from '../evaluate/library/abc.js';
import { classMethod, fn, type Machine, method, type NativeModule, nativeClass } from '../evaluate/native.js';
import { none, type PyClass, type PyInstance, type PyValue, record } from '../evaluate/value.js';
import { packageAtLeast } from './package-version.js';
import { finishModel } from './pydantic-class.js';
import { pydanticError } from './pydantic-errors.js';
import { markers } from './pydantic-markers.js';
import { modelMembers } from './pydantic-members.js';
import { secretClass } from './pydantic-secret.js';
import { initModel, initSettings } from './pydantic-start.js';

/** The module `pydantic_settings`. */
export const pydanticSettingsModule: NativeModule = {
  standard: false,
  isPackage: true,
  load: (machine) => ({
    BaseSettings: settingsClass(machine),
    SettingsConfigDict: configDict('pydantic_settings.SettingsConfigDict'),
    SettingsError: pydanticError(machine, 'SettingsError'),
    NoDecode: marking(machine, 'NoDecode'),
    ForceDecode: marking(machine, 'ForceDecode'),
  }),
};

/** The module `pydantic`, from its second version on. */
export const pydanticModule: NativeModule = {
  standard: false,
  isPackage: true,
  load(machine) {
    const older = 'the settings classes of pydantic before its second release are not modelled';
    const BaseSettings = machine.unknown(older, { symbol: 'pydantic.BaseSettings' });
    if (!packageAtLeast(machine, 'pydantic', 2)) return { BaseSettings };
    return {
      ...markers(machine),
      BaseSettings,
      BaseModel: modelClass(machine),
      ConfigDict: configDict('pydantic.ConfigDict'),
      SecretStr: secretClass(machine),
      ValidationError: pydanticError(machine, 'ValidationError'),
      PydanticUserError: pydanticError(machine, 'PydanticUserError'),
    };
  },
};

function configDict(name: string): PyValue {
  return fn(name, '(**options)', (_, args) => record(args.extra), { unknowns: 'accept' });
}

function marking(machine: Machine, name: string): PyClass {
  return nativeClass(machine, { name, module: 'pydantic_settings.sources', members: {} });
}

/** The keywords of class statements, which are options of the class, until it is finished. */
function keywordsOf(machine: Machine): Map<PyClass, ReadonlyMap<string, PyValue>> {
  return machine.once('pydantic.keywords', () => new Map());
}

function metaclass(machine: Machine): PyClass {
  return machine.once('pydantic.ModelMetaclass', () =>
    nativeClass(machine, {
      name: 'ModelMetaclass',
      module: 'pydantic._internal._model_construction',
      base: machine.classFrom('abc', 'ABCMeta'),
      members: {},
      behaviour: {
        construct(m, _, { positional }) {
          const cls = positional[3];
          return finishModel(m, positional, cls?.kind === 'class' ? keywordsOf(m).get(cls) : undefined);
        },
      },
    }),
  );
}

function modelClass(machine: Machine): PyClass {
  return machine.once('pydantic.BaseModel', () => {
    const base = nativeClass(machine, {
      name: 'BaseModel',
      module: 'pydantic.main',
      members: {
        ...modelMembers(machine),
        __init_subclass__: classMethod(
          'BaseModel.__init_subclass__',
          '(cls, **options)',
          (m, args) => {
            const cls = args.get('cls');
            if (cls.kind === 'class' && args.extra.size > 0) keywordsOf(m).set(cls, args.extra);
            return none;
          },
          { unknowns: 'accept' },
        ),
        __init__: method('BaseModel.__init__', '(self, /, **data)', starting(initModel), { unknowns: 'accept' }),
      },
    });
    return withMetaclass(base, metaclass(machine));
  });
}

function settingsClass(machine: Machine): PyClass {
  return machine.once('pydantic_settings.BaseSettings', () => {
    const cls = nativeClass(machine, {
      name: 'BaseSettings',
      module: 'pydantic_settings.main',
      base: modelClass(machine),
      members: {
        __init__: method('BaseSettings.__init__', '(self, *rest, **values)', starting(initSettings), {
          unknowns: 'accept',
        }),
      },
    });
    return withMetaclass(cls, metaclass(machine));
  });
}

function starting(init: (machine: Machine, self: PyInstance, args: Parameters<typeof initModel>[2]) => void) {
  return (machine: Machine, args: Parameters<typeof initModel>[2]): PyValue => {
    const self = args.get('self');
    if (self.kind === 'instance') init(machine, self, args);
    return none;
  };
}
