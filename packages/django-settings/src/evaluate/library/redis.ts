/** `redis`: clients that settings make and pass on; making one opens no connection. */
import { versionOf } from '../../environment/surroundings.js';
import { classMethod, fn, instance, type Machine, type NativeModule, textOf } from '../native.js';
import type { PyClass, PyValue } from '../value.js';
import { partialClass } from './partial-class.js';

/** The module. */
export const redisModule: NativeModule = {
  standard: false,
  isPackage: true,
  load(machine) {
    const client = clientClass(machine, 'redis.client', 'Redis');
    return {
      Redis: client,
      StrictRedis: client,
      ConnectionPool: clientClass(machine, 'redis.connection', 'ConnectionPool'),
      from_url: fn('redis.from_url', '(url, **extra)', (m, args) => fromUrl(m, client, args.get('url'))),
    };
  },
};

function clientClass(machine: Machine, module: string, name: string): PyClass {
  const cls: PyClass = partialClass(machine, {
    name,
    module,
    members: {
      from_url: classMethod(`${module}.${name}.from_url`, '(cls, url, **extra)', (m, args) => {
        const made = args.get('cls');
        return fromUrl(m, made.kind === 'class' ? made : cls, args.get('url'));
      }),
    },
    behaviour: {
      construct: (_, made) => instance(made, undefined),
      freeze: () => ({ kind: 'object', type: `${module}.${name}` }),
    },
  });
  return cls;
}

/** Only the scheme of the address is looked at, as since version 4; options in it can be refused too. */
function fromUrl(machine: Machine, cls: PyClass, url: PyValue): PyValue {
  const major = Number.parseInt(versionOf(machine, 'redis') ?? '5', 10);
  if (major < 4) return machine.unmodelled('how this version of redis reads an address is not modelled');
  if (url.kind === 'none') return machine.raise('AttributeError', "'NoneType' object has no attribute 'startswith'");
  const text = textOf(url);
  if (text === undefined) return machine.derive(url);
  if (!/^(?:rediss?|unix):\/\//u.test(text)) {
    const schemes = '(redis://, rediss://, unix://)';
    return machine.raise('ValueError', `Redis URL must specify one of the following schemes ${schemes}`);
  }
  return /[?[%]|:\D[^/@]*(?:\/|$)/u.test(text.slice(text.indexOf('//')))
    ? machine.unknown('this address is not modelled', { truth: true, notNone: true })
    : instance(cls, undefined);
}
