/** What decorators, mixins and permission classes of Django and its packages mean for who may call a view. */
import type { Access } from '@django-golive/core';

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Decorators by their last name. `unknown` marks those that look at the caller in a way of their own. */
const decorators: Readonly<Record<string, Access>> = {
  login_required: 'login',
  permission_required: 'permission',
  permission_required_or_403: 'permission',
  user_passes_test: 'permission',
  staff_member_required: 'permission',
  superuser_required: 'permission',
  admin_view: 'permission',
};

const mixins: Readonly<Record<string, Access>> = {
  LoginRequiredMixin: 'login',
  PermissionRequiredMixin: 'permission',
  UserPassesTestMixin: 'permission',
  StaffuserRequiredMixin: 'permission',
  SuperuserRequiredMixin: 'permission',
  GroupRequiredMixin: 'permission',
  MultiplePermissionsRequiredMixin: 'permission',
};

const permissionClasses: Readonly<Record<string, Access>> = {
  AllowAny: 'public',
  IsAuthenticated: 'login',
  IsAuthenticatedOrReadOnly: 'public-read',
  IsAdminUser: 'permission',
  DjangoModelPermissions: 'permission',
  DjangoModelPermissionsOrAnonReadOnly: 'public-read',
  DjangoObjectPermissions: 'permission',
};

/** Decorators that leave the question who is calling alone. */
const neutral =
  /^(django\.views\.decorators\.|django\.utils\.decorators\.|django\.db\.transaction\.|functools\.|drf_spectacular\.|drf_yasg\.|rest_framework\.decorators\.(api_view|action|renderer_classes|parser_classes|throttle_classes|authentication_classes|schema)$|django\.contrib\.auth\.decorators\.login_not_required$|asgiref\.)/;

/** What a decorator means; `undefined` where it means nothing for access. */
export function decoratorAccess(name: string): Access | undefined {
  const known = decorators[lastPart(name)];
  return known ?? (neutral.test(name) ? undefined : 'unknown');
}

/** What an ancestor means; `undefined` where it means nothing for access. */
export function ancestorAccess(name: string): Access | undefined {
  const known = mixins[lastPart(name)];
  if (known) return known;
  return /^(django\.|rest_framework\.)/.test(name) ? undefined : 'unknown';
}

/** What a list of permission classes comes to: all of them must agree, so the strictest known one counts. */
export function permissionsAccess(names: readonly (string | undefined)[]): Access {
  const each = names.map((name) => (name === undefined ? 'unknown' : (permissionClasses[lastPart(name)] ?? 'unknown')));
  for (const access of ['permission', 'login'] as const) if (each.includes(access)) return access;
  if (each.includes('unknown')) return 'unknown';
  return each.includes('public-read') ? 'public-read' : 'public';
}

/** Whether a text looks at who is calling, or at a secret that the caller brings along. */
export function looksAtCaller(text: string): boolean {
  return /\brequest\.user\b|is_authenticated|is_staff|is_superuser|has_perm|PermissionDenied|NotAuthenticated|HttpResponseForbidden|\b40[13]\b|\b(?:authenticate|authorize|check_permissions?)\b|Authorization|HTTP_X_|signature|hmac|secret|token|api_?key|check_password|construct_event/i.test(
    text,
  );
}
