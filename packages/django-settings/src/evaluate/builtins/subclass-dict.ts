/** What a subclass of `dict` makes before its `__init__` fills it. */
import { emptyDict, emptyNamespace, type PyClass, type PyDict } from '../value.js';

/** An empty dict of the class, which can have attributes besides. */
export function subclassDict(cls: PyClass): PyDict {
  return { ...emptyDict(), cls, instance: { kind: 'instance', cls, attributes: emptyNamespace(), payload: undefined } };
}
