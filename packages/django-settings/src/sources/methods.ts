/** Which HTTP methods that change something a view answers. */
import type { Expression } from '../syntax/tree.js';

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Ancestors by their last name, and what they answer. */
const ancestors: Readonly<Record<string, readonly string[]>> = {
  CreateView: ['POST'],
  UpdateView: ['POST'],
  FormView: ['POST'],
  DeleteView: ['POST', 'DELETE'],
  CreateAPIView: ['POST'],
  UpdateAPIView: ['PUT', 'PATCH'],
  DestroyAPIView: ['DELETE'],
  ListCreateAPIView: ['POST'],
  RetrieveUpdateAPIView: ['PUT', 'PATCH'],
  RetrieveDestroyAPIView: ['DELETE'],
  RetrieveUpdateDestroyAPIView: ['PUT', 'PATCH', 'DELETE'],
  ModelViewSet: unsafe,
  CreateModelMixin: ['POST'],
  UpdateModelMixin: ['PUT', 'PATCH'],
  DestroyModelMixin: ['DELETE'],
};

/** Handlers of a class and of a view set's actions. */
const handlers: Readonly<Record<string, string>> = {
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  create: 'POST',
  update: 'PUT',
  partial_update: 'PATCH',
  destroy: 'DELETE',
};

/**
 * The unsafe methods that are answered. `names` are decorators or ancestors; `listed` what `api_view` or
 * `require_http_methods` is given; `text` a function's source; `has` tells whether a class defines a method.
 */
export function writesOf(
  names: readonly string[],
  listed: Expression | undefined,
  text: string | undefined,
  has: (method: string) => boolean = () => false,
): readonly string[] | undefined {
  const last = names.map((name) => name.slice(name.lastIndexOf('.') + 1));
  if (text !== undefined) {
    if (last.includes('require_safe') || last.includes('require_GET')) return [];
    if (last.includes('require_POST')) return ['POST'];
    if (listed) return literals(listed)?.filter((method) => unsafe.includes(method));
    if (last.includes('api_view')) return [];
    return /request\.(method|POST|FILES|body|data)\b/.test(text) ? undefined : [];
  }
  const found = new Set(last.flatMap((name) => ancestors[name] ?? []));
  for (const [method, verb] of Object.entries(handlers)) if (has(method)) found.add(verb);
  return unsafe.filter((method) => found.has(method));
}

/** The methods by which a class of the API answers each unsafe method in a way of its own. */
const answering: Readonly<Record<string, readonly string[]>> = {
  POST: ['post', 'create', 'perform_create'],
  PUT: ['put', 'update', 'perform_update'],
  PATCH: ['patch', 'partial_update', 'update', 'perform_update'],
  DELETE: ['delete', 'destroy', 'perform_destroy'],
};

/** Whether some unsafe method is answered by the framework's code alone. */
export function leavesToFramework(writes: readonly string[], has: (method: string) => boolean): boolean {
  return writes.some((verb) => answering[verb]?.some(has) === false);
}

/** Whether a method answers one HTTP method, and says nothing of the others. */
export const answersOne = (method: string): boolean => Object.values(answering).some((names) => names.includes(method));

/** Methods that are listed one by one, in capitals. */
export function literals(expression: Expression): readonly string[] | undefined {
  if (expression.kind !== 'list' && expression.kind !== 'tuple') return undefined;
  const texts = expression.items.map((item) => (item.kind === 'str' ? item.value.toUpperCase() : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
