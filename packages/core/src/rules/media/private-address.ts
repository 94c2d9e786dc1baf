/** Addresses of uploads that begin with a name which only a private network knows. */
import { describeValue } from '../../describe.js';
import type { Setting, Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { privateHost } from '../static/private-host.js';
import { liesInMediaRoot, uploadStorage } from './stored-uploads.js';

/** The setting that gives the address, where the storage that is in use certainly writes it into pages. */
export function privateAddress(
  settings: Settings,
): { readonly setting: Setting; readonly name: string; readonly value: string; readonly host: string } | undefined {
  const found = (setting: Setting, name: string, value: Value | undefined, url: string | undefined) => {
    const host = privateHost(url);
    return host === undefined || value === undefined
      ? undefined
      : { setting, name, value: describeValue(setting.name, value), host };
  };
  if (liesInMediaRoot(settings)) {
    const setting = settings.get('MEDIA_URL');
    return found(setting, setting.name, setting.value, stringOf(setting.value));
  }
  // A class of the project's own may make other addresses.
  if (!/^storages\.backends\.s3(boto3)?\.S3(Boto3)?Storage$/.test(uploadStorage(settings) ?? '')) return undefined;
  const storages = settings.get('STORAGES');
  const options = lookup(lookup(storages.value, 'default'), 'OPTIONS');
  if (options !== undefined && options.kind !== 'dict') return undefined;
  const given = (
    option: string,
    name: string,
  ): { readonly setting: Setting; readonly name: string; readonly value: Value } | undefined => {
    const own = lookup(options, option);
    if (own !== undefined)
      return { setting: storages, name: `STORAGES['default']['OPTIONS']['${option}']`, value: own };
    const setting = settings.get(name);
    return isAssigned(setting) ? { setting, name, value: setting.value } : undefined;
  };
  const domain = given('custom_domain', 'AWS_S3_CUSTOM_DOMAIN');
  const named = stringOf(domain?.value);
  if (domain && named) return found(domain.setting, domain.name, domain.value, `//${named}/`);
  // Without a domain of its own the address is that of the server which Django asks.
  if (domain && domain.value.kind !== 'none' && named !== '') return undefined;
  const endpoint = given('endpoint_url', 'AWS_S3_ENDPOINT_URL');
  return endpoint && found(endpoint.setting, endpoint.name, endpoint.value, stringOf(endpoint.value));
}
