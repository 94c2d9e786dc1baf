/** The URLs that production serves, each with the view it leads to, what guards it and who may call it. */
import { declareFact, type Evidence, type Located } from '../fact.js';
import type { Location } from '../source.js';
import type { Truth } from './value.js';

/** Who may call a view, as far as its own code and what is wrapped around it show. */
export type Access =
  /** Nothing asks who is calling. */
  | 'public'
  /** Everybody may read, a signed-in user may write. */
  | 'public-read'
  /** A signed-in user, by a decorator, a mixin or a permission class. */
  | 'login'
  /** Signed in and permitted: staff, a permission, a test. */
  | 'permission'
  /** Whatever `REST_FRAMEWORK['DEFAULT_PERMISSION_CLASSES']` says. */
  | 'api-default'
  /** Code of the view, or of something around it, may decide. */
  | 'unknown';

/** What a request may change that outlives it, as far as the code that answers was followed. */
export type Effect =
  /** All of it was followed, and nothing changes. */
  | { readonly kind: 'none' }
  /** Something is changed here, or something is called here that could not be followed. */
  | { readonly kind: 'seen' | 'unfollowed'; readonly at: Location; readonly what: string };

/** What a URL leads to. */
export interface View {
  /** Its dotted name: `orders.views.OrderDetail`. */
  readonly name: string;
  /** Its definition in the project; `undefined` where a package brings it. */
  readonly at: Location | undefined;
  readonly kind: 'function' | 'class' | 'package';
  /** The dotted names of its decorators and of what wraps it in the URL configuration, outermost first. */
  readonly decorators: readonly string[];
  /** The dotted names of a class's ancestors, as far as they were found, nearest first. */
  readonly bases: readonly string[];
  /** Whether it belongs to Django REST framework. */
  readonly api: boolean;
  readonly access: Access;
  /** Whether its code looks at who is calling, or at a secret that the caller brings: then it may turn callers away itself. */
  readonly asks: boolean;
  /** Whether a POST without a CSRF token is refused: `no` for an exempt view. DRF exempts its views and checks sessions itself. */
  readonly csrf: Truth;
  /** The HTTP methods besides safe ones that it answers (`POST`, `PUT` …); `undefined` where its code decides. */
  readonly writes: readonly string[] | undefined;
  /** What its own code changes; followed on first use, and `undefined` where a package's code answers as well. */
  readonly effect?: Effect | undefined;
}

/** One URL pattern that leads to a view. */
export interface Route {
  /** From the root on, in Django's words, without a leading slash: `api/orders/<int:pk>/`. Regular expressions as written. */
  readonly pattern: string;
  readonly name: string | undefined;
  readonly at: Location;
  /** The `include()` calls on the way to it, from the root on. */
  readonly trail: readonly Evidence[];
  /** `undefined` where it could not be found. */
  readonly view: View | undefined;
  /** `maybe` where a condition on the way is not known. What production certainly does not serve is left out. */
  readonly served: Truth;
  /** A package's URL configuration stands here as a whole: `allauth.urls`. */
  readonly includes?: string;
}

/** A root configuration that is the empty list while DEBUG is off. */
export interface DebugOnlyUrls extends Located {
  /** The condition and what follows it, on one line: `if settings.DEBUG else []`. */
  readonly condition: string;
  /** Whether what it swallows ends with `+ static(…)`: the condition was meant for that alone. */
  readonly addsFiles: boolean;
}

/** The URL configuration of production. */
export interface Urls {
  readonly routes: readonly Route[];
  /** Whether these are all: false where part of the configuration could not be read. */
  readonly complete: boolean;
  /** The file of `ROOT_URLCONF`; `undefined` where it is not known or not in the repository. */
  readonly path: string | undefined;
  /** What takes all of them away with DEBUG, where that is certain. */
  readonly debugOnly?: DebugOnlyUrls | undefined;
}

/** The URLs of the production settings' `ROOT_URLCONF`. */
export const urls = declareFact<Urls>('urls');
