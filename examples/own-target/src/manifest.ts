/** `harbour.json`: what Harbour starts, and under which name the world finds it. */
import { defineFact, type Location, project } from '@django-golive/core';

/** What the file says. */
export interface HarbourManifest {
  /** The file. */
  readonly at: Location;
  /** The name of the app, as `harbour` takes it. */
  readonly app: string | undefined;
  readonly processes: readonly { readonly name: string; readonly command: string; readonly at: Location }[];
  /** The path that Harbour asks before it lets visitors in. */
  readonly health: string | undefined;
}

/** The manifest; none where there is no file, or no JSON in it. */
export const manifest = defineFact({
  id: 'harbour-manifest',
  needs: { project },
  derive({ project }): HarbourManifest | undefined {
    const file = project.file('harbour.json');
    const data = file && objectOf(file.text);
    if (!file || !data) return undefined;
    const whole = file.at({ start: 0, end: file.text.length });
    const placeOf = (text: string): Location => {
      const start = file.text.indexOf(JSON.stringify(text));
      return start < 0 ? whole : file.at({ start, end: start + text.length + 2 });
    };
    return {
      at: whole,
      app: textOf(data.app),
      processes: Object.entries(isObject(data.processes) ? data.processes : {}).flatMap(([name, command]) =>
        typeof command === 'string' ? [{ name, command, at: placeOf(name) }] : [],
      ),
      health: textOf(data.health),
    };
  },
});

/** A reader throws for nothing that a project holds. */
function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const textOf = (data: unknown): string | undefined => (typeof data === 'string' && data !== '' ? data : undefined);
