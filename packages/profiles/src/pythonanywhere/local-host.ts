/** Host names that mean the machine itself, or a service of a compose file: nothing of the kind runs on PythonAnywhere. */

/** Whether a host cannot be another machine. */
export function isLocalHost(host: string): boolean {
  return (
    host === '' ||
    host.startsWith('/') ||
    /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host) ||
    !/[.:]/.test(host)
  );
}

/** The host of an address such as `redis://:password@localhost:6379/0`, or of a bare `localhost:6379`. */
export function hostOfAddress(address: string): string | undefined {
  const match = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(address.trim());
  return match?.[1];
}
