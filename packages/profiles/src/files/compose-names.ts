/** The names by which containers of a Compose project find one another. */
import type { ComposeNames } from './compose-model.js';
import type { ComposeSurroundings } from './compose-service.js';
import { display } from './compose-text.js';
import { child, entriesIn, itemsIn, textOf, type YamlNode } from './yaml-tree.js';

/** The names of a service, and those that it alone is given of others. */
export function namesOf(name: string, node: YamlNode, around: ComposeSurroundings): ComposeNames {
  const text = (item: YamlNode | undefined): readonly string[] => {
    const raw = textOf(item);
    return raw === undefined ? [] : [display(raw, around.interpolate)];
  };
  const networks = child(node, 'networks');
  const own = [
    name,
    ...text(child(node, 'container_name')),
    ...text(child(node, 'hostname')),
    ...entriesIn(networks).flatMap(({ value }) => itemsIn(child(value, 'aliases')).flatMap(text)),
  ];
  const hosts = child(node, 'extra_hosts');
  // `name:address`, `name=address`; `service:alias`.
  const known = [
    ...(hosts?.kind === 'map' ? entriesIn(hosts).map(({ key }) => key) : []),
    ...(hosts?.kind === 'map' ? [] : itemsIn(hosts).flatMap(text)).map((item) => item.split(/[:=]/)[0] ?? ''),
    ...itemsIn(child(node, 'links'))
      .flatMap(text)
      .flatMap((item) => item.split(':')),
    ...itemsIn(child(node, 'external_links'))
      .flatMap(text)
      .flatMap((item) => item.split(':')),
  ];
  const open =
    [...own, ...known].some((item) => item.includes('$')) ||
    ['dns', 'dns_search', 'domainname', 'extends'].some((key) => child(node, key) !== undefined);
  return { own, known, open };
}
