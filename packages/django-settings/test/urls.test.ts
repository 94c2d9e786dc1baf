/** The URLs that production serves: what is reached, what is left out, and what guards each view. */
import { type Route, type Urls, urls } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const imports = `from django.contrib import admin
from django.conf import settings
from django.urls import path, re_path, include
from . import views
`;

function read(files: Record<string, string>, settings = ''): Urls {
  return factOf(urls, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/settings.py': `SECRET_KEY = 'x'\nROOT_URLCONF = 'shop.urls'\nINSTALLED_APPS = ['orders']\nDEBUG = False\n${settings}`,
    ...files,
  });
}

const line = ({ pattern, served, view, includes }: Route): string =>
  `${served === 'maybe' ? '? ' : ''}${pattern} → ${includes ?? view?.name ?? '?'}`;
const tree = (files: Record<string, string>, settings?: string): readonly string[] =>
  read(files, settings).routes.map(line);

describe('routes', () => {
  const views = 'def home(request): pass\ndef about(request): pass\n';

  test('are those of urlpatterns, through includes of modules, lists and pairs', () => {
    const files = {
      'shop/urls.py': `${imports}
from orders import urls as order_urls
extra = [path('a/', views.about)]
urlpatterns = [
    path('', views.home, name='home'),
    path('admin/', admin.site.urls),
    path('orders/', include('orders.urls')),
    path('again/', include(order_urls)),
    path('x/', include((extra, 'x'), namespace='x')),
    path('accounts/', include('allauth.urls')),
] + extra
urlpatterns += [re_path(r'^old/(?P<pk>\\d+)$', views.about)]
urlpatterns.append(path('late/', views.home))
`,
      'shop/views.py': views,
      'orders/__init__.py': '',
      'orders/urls.py':
        "from django.urls import path\nfrom .views import OrderList\nurlpatterns = [path('<int:pk>/', OrderList.as_view())]\n",
      'orders/views.py': 'from django.views.generic import ListView\nclass OrderList(ListView): pass\n',
    };
    expect(tree(files)).toEqual([
      ' → shop.views.home',
      'admin/ → django.contrib.admin',
      'orders/<int:pk>/ → orders.views.OrderList',
      'again/<int:pk>/ → orders.views.OrderList',
      'x/a/ → shop.views.about',
      'accounts/ → allauth.urls',
      'a/ → shop.views.about',
      'old/(?P<pk>\\d+)$ → shop.views.about',
      'late/ → shop.views.home',
    ]);
    const found = read(files);
    expect(found.complete).toBe(true);
    expect(found.routes[0]?.name).toBe('home');
    expect(found.routes[2]?.trail.map(({ at }) => at.start.line)).toEqual([11]);
  });

  test('under a condition are served where the settings fulfil it, and may be where nothing tells', () => {
    const files = {
      'shop/urls.py': `${imports}
from django.conf.urls.static import static
import feature
urlpatterns = [path('', views.home)]
if settings.DEBUG:
    urlpatterns += [path('debug/', views.home)]
    urlpatterns += static('/media/', document_root='media')
else:
    urlpatterns += [path('live/', views.home)]
if 'orders' in settings.INSTALLED_APPS and not settings.DEBUG:
    urlpatterns += [path('orders/', views.home)]
if getattr(settings, 'SWAGGER', False):
    urlpatterns += [path('swagger/', views.home)]
if feature.is_on():
    urlpatterns += [path('beta/', views.home)]
urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
`,
      'shop/views.py': views,
    };
    expect(tree(files).map((one) => one.split(' →')[0])).toEqual(['', 'live/', 'orders/', '? beta/']);
    expect(tree(files, 'SWAGGER = True\n')).toContain('swagger/ → shop.views.home');
  });

  test.each([
    ['settings.ADMIN_URL', '', '<ADMIN_URL>'],
    ['settings.ADMIN_URL', "ADMIN_URL = 'office/'\n", 'office/'],
    ['settings.ADMIN_URL', "import os\nADMIN_URL = os.environ.get('ADMIN_PATH', 'admin/')\n", '<ADMIN_URL>'],
    ["f'{settings.ADMIN_URL}/'", "import os\nADMIN_URL = os.environ['ADMIN_PATH']\n", '<ADMIN_URL>/'],
    ["os.environ.get('ADMIN_URL', 'admin/')", '', '<ADMIN_URL>'],
    ["env('ADMIN_URL') + '/'", '', '<ADMIN_URL>/'],
    ["os.environ['ADMIN_URL']", '', '<ADMIN_URL>'],
    ["_('about/')", '', 'about/'],
    ['made_up()', '', '…'],
  ])('at %s with %j are at %s', (written, given, pattern) => {
    const files = {
      'shop/urls.py': `${imports}urlpatterns = [path(${written}, admin.site.urls)]\n`,
      'shop/views.py': '',
    };
    expect(tree(files, given)).toEqual([`${pattern} → django.contrib.admin`]);
  });

  test('of a DRF router are what is registered with it', () => {
    const files = {
      'shop/urls.py': `${imports}
from rest_framework.routers import DefaultRouter
router = DefaultRouter()
router.register(r'orders', views.OrderViewSet, basename='orders')
urlpatterns = [path('api/', include(router.urls))]
`,
      'shop/views.py':
        'from rest_framework import viewsets\nclass OrderViewSet(viewsets.ModelViewSet):\n    queryset = None\n',
    };
    const [route] = read(files).routes;
    expect(route && line(route)).toBe('api/orders/ → shop.views.OrderViewSet');
    expect(route?.view).toMatchObject({ api: true, access: 'api-default', writes: ['POST', 'PUT', 'PATCH', 'DELETE'] });
  });

  test('are not complete where part of them is worked out, and include loops end', () => {
    const base = { 'shop/views.py': views };
    expect(read({ ...base, 'shop/urls.py': `${imports}urlpatterns = make()\n` }).complete).toBe(false);
    expect(
      read({
        ...base,
        'shop/urls.py': `${imports}urlpatterns = []\nfor n in range(3):\n    urlpatterns.append(path(n, views.home))\n`,
      }).complete,
    ).toBe(false);
    const loop = read({ ...base, 'shop/urls.py': `${imports}urlpatterns = [path('a/', include('shop.urls'))]\n` });
    expect(loop).toMatchObject({ routes: [], complete: false });
    expect(read({}).path).toBeUndefined();
    const broken = read({ ...base, 'shop/urls.py': `${imports}urlpatterns = [path('', views.home)]\n)(\n` });
    expect(broken.routes).toHaveLength(1);
  });
});

describe('a view', () => {
  const viewOf = (code: string, expression = 'views.view', settings?: string) =>
    read(
      {
        'shop/urls.py': `${imports}
from django.contrib.auth.decorators import login_required
from django.views.decorators.csrf import csrf_exempt
urlpatterns = [path('', ${expression})]
`,
        'shop/views.py': code,
        'shop/mixins.py':
          'from django.contrib.auth.mixins import LoginRequiredMixin\nclass Members(LoginRequiredMixin):\n    pass\n',
      },
      settings,
    ).routes[0]?.view;

  test.each([
    ['def view(request): return 1', 'views.view', 'public', 'yes'],
    [
      'from django.contrib.auth.decorators import login_required\n@login_required\ndef view(request): pass',
      'views.view',
      'login',
      'yes',
    ],
    ['def view(request): pass', 'login_required(views.view)', 'login', 'yes'],
    ['def view(request): pass', 'csrf_exempt(views.view)', 'public', 'no'],
    [
      'from django.contrib.auth.decorators import permission_required\n@permission_required("x.y")\ndef view(request): pass',
      'views.view',
      'permission',
      'yes',
    ],
    ['from .guards import own\n@own\ndef view(request): pass', 'views.view', 'unknown', 'maybe'],
    [
      'from django.views.decorators.cache import cache_page\n@cache_page(60)\ndef view(request): pass',
      'views.view',
      'public',
      'yes',
    ],
    [
      'from django.views import View\nfrom .mixins import Members\nclass C(Members, View): pass',
      'views.C.as_view()',
      'login',
      'yes',
    ],
    [
      'from django.views import View\nclass C(View):\n    def dispatch(self, *a): pass',
      'views.C.as_view()',
      'unknown',
      'yes',
    ],
    [
      'from django.views import View\nfrom django.utils.decorators import method_decorator\nfrom django.views.decorators.csrf import csrf_exempt\n@method_decorator(csrf_exempt, name="dispatch")\nclass C(View): pass',
      'views.C.as_view()',
      'public',
      'no',
    ],
    ...[
      ['post', 'get', 'public-read'],
      ['get', 'post', 'unknown'],
    ].map(([guarded, bare, access]): [string, string, string, string] => [
      `from django.views import View\nfrom django.utils.decorators import method_decorator\nfrom django.contrib.auth.decorators import login_required\nclass C(View):\n    @method_decorator(login_required)\n    def ${guarded}(self, request): pass\n    def ${bare}(self, request): pass`,
      'views.C.as_view()',
      access ?? '',
      'yes',
    ]),
    [
      'from django.views import View\nfrom django.utils.decorators import method_decorator\nfrom django.contrib.auth.decorators import login_required\nclass C(View):\n    @method_decorator(login_required)\n    def post(self, request): pass',
      'views.C.as_view()',
      'login',
      'yes',
    ],
    [
      'from django.views import View\nfrom .guards import own\nclass C(View):\n    @own\n    def post(self, request): pass',
      'views.C.as_view()',
      'unknown',
      'yes',
    ],
    ['from thing import Base\nclass C(Base): pass', 'views.C.as_view()', 'unknown', 'yes'],
    ['from rest_framework.views import APIView\nclass C(APIView): pass', 'views.C.as_view()', 'api-default', 'maybe'],
    [
      'from rest_framework.views import APIView\nfrom rest_framework.permissions import AllowAny\nclass C(APIView):\n    permission_classes = [AllowAny]',
      'views.C.as_view()',
      'public',
      'maybe',
    ],
    [
      'from rest_framework.views import APIView\nfrom rest_framework import permissions\nclass B(APIView):\n    permission_classes = (permissions.IsAuthenticated,)\nclass C(B): pass',
      'views.C.as_view()',
      'login',
      'maybe',
    ],
    [
      'from rest_framework.views import APIView\nfrom .own import IsOwner\nclass C(APIView):\n    permission_classes = [IsOwner]',
      'views.C.as_view()',
      'unknown',
      'maybe',
    ],
    [
      'from rest_framework.decorators import api_view, permission_classes\nfrom rest_framework.permissions import AllowAny\n@api_view(["GET", "POST"])\n@permission_classes([AllowAny])\ndef view(request): pass',
      'views.view',
      'public',
      'maybe',
    ],
  ])('%s as %s is %s', (code, expression, access, csrf) => {
    expect(viewOf(code, expression)).toMatchObject({ access, csrf });
  });

  test('asks for an account by itself where the middleware does', () => {
    const middleware = "MIDDLEWARE = ['django.contrib.auth.middleware.LoginRequiredMiddleware']\n";
    expect(viewOf('def view(request): pass', 'views.view', middleware)?.access).toBe('login');
    const open =
      'from django.contrib.auth.decorators import login_not_required\n@login_not_required\ndef view(request): pass';
    expect(viewOf(open, 'views.view', middleware)?.access).toBe('public');
  });

  test('says which methods change something, where that is certain', () => {
    expect(viewOf('def view(request): return 1')?.writes).toEqual([]);
    expect(viewOf('def view(request):\n    if request.method == "POST": pass')?.writes).toBeUndefined();
    const post = 'from django.views.decorators.http import require_POST\n@require_POST\ndef view(request): pass';
    expect(viewOf(post)?.writes).toEqual(['POST']);
    const listed = 'from rest_framework.decorators import api_view\n@api_view(["GET", "put"])\ndef view(request): pass';
    expect(viewOf(listed)?.writes).toEqual(['PUT']);
    const form = 'from django.views.generic import FormView\nclass C(FormView): pass';
    const names = (listed: string) =>
      `from django.views import View\nclass C(View):\n    http_method_names = ${listed}\n    def post(self, r): pass\n    def put(self, r): pass`;
    expect(viewOf(names("('get', 'put')"), 'views.C.as_view()')?.writes).toEqual(['PUT']);
    expect(viewOf(names('safe()'), 'views.C.as_view()')?.writes).toBeUndefined();
    expect(viewOf(names("['get']"), 'views.C.as_view(http_method_names=["put"])')?.writes).toBeUndefined();
    expect(viewOf(form, 'views.C.as_view()')?.writes).toEqual(['POST']);
  });

  test('is followed through re-exports, and is not known where nothing defines it', () => {
    expect(viewOf('from .impl import view', 'views.view')).toBeUndefined();
    expect(viewOf('from django.views.generic import *', 'views.view')).toBeUndefined();
    const found = read({
      'shop/urls.py': `${imports}urlpatterns = [path('', views.view)]\n`,
      'shop/views/__init__.py': 'from .impl import *\n',
      'shop/views/impl.py': 'def view(request): pass\n',
    });
    expect(found.routes[0]?.view?.name).toBe('shop.views.impl.view');
  });
});
