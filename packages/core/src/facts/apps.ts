/** The project's own installed applications with their models and migrations. */
import { declareFact } from '../fact.js';
import type { Location } from '../source.js';

/** A field of a model. */
export interface ModelField {
  readonly name: string;
  /** The class it is made of, without its module: `FileField`. */
  readonly type: string;
  readonly at: Location;
}

/** A model with a table of its own: neither abstract nor a proxy. */
export interface Model {
  readonly name: string;
  readonly at: Location;
  /** Those written in the class itself or in its abstract ancestors of this project. */
  readonly fields: readonly ModelField[];
  /** `Meta.managed = False`: Django makes no table for it. */
  readonly managed: boolean;
}

/** A migration file. */
export interface Migration {
  /** Its file's name without the ending: `0002_order_total`. */
  readonly name: string;
  readonly at: Location;
  /** What it waits for, as `label.name`; `undefined` where its code works that out. */
  readonly dependencies: readonly string[] | undefined;
  /** The migrations that it takes the place of, as `label.name`. */
  readonly replaces: readonly string[];
}

/** One of the project's own applications that INSTALLED_APPS names. */
export interface InstalledApp {
  /** As INSTALLED_APPS names it. */
  readonly entry: string;
  /** Its Python module: `shop.orders`. */
  readonly module: string;
  readonly label: string;
  /** Its directory. */
  readonly directory: string;
  readonly models: readonly Model[];
  /** The directory that its migrations come from; `undefined` where settings or code name another one. */
  readonly migrationsDirectory: string | undefined;
  /** Whether that directory is a package, so that Django looks for migrations in it. */
  readonly migrated: boolean;
  readonly migrations: readonly Migration[];
}

/** The project's own installed applications. */
export interface Apps {
  readonly own: readonly InstalledApp[];
  /** Whether INSTALLED_APPS is known to its end. */
  readonly complete: boolean;
}

/** The project's own installed applications, of the production settings. */
export const apps = declareFact<Apps>('apps');
