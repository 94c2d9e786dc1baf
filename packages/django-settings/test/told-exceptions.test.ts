/** Answers with the text of an exception: which ones hold it, and which catch only what is written for visitors. */
import { toldExceptions } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const imports = `import json, traceback
from django import http
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpResponse, JsonResponse
from rest_framework.response import Response
`;

/** The lines of the answers, from the first one of the view on. */
function read(view: string, pattern = "path('pay/', views.pay)"): readonly number[] {
  const found = factOf(toldExceptions, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/settings.py': "SECRET_KEY = 'x'\nROOT_URLCONF = 'shop.urls'\nDEBUG = False\n",
    'shop/urls.py': `from django.conf import settings\nfrom django.urls import path\nfrom . import views\nurlpatterns = [${pattern}]\n`,
    'shop/views.py': `${imports}${view}`,
  });
  return found.map(({ at }) => at.start.line - 5);
}
const answering = (answer: string, caught = 'Exception', work = 'save()'): string =>
  `def pay(request):\n    try:\n        ${work}\n    except ${caught} as e:\n        return ${answer}\n`;

test.each([
  "JsonResponse({'error': str(e)}, status=500)",
  "JsonResponse(data={'errors': [{'detail': repr(e)}]})",
  "http.HttpResponseServerError(f'Failed: {e}')",
  "HttpResponse(content='Failed: ' + str(e))",
  "HttpResponse('Failed: %s' % e)",
  "HttpResponse('Failed: {}'.format(e))",
  "HttpResponse(json.dumps({'error': str(e)}))",
  'HttpResponse(e)',
  'Response(traceback.format_exc())',
])('%s holds it', (answer) => {
  expect(read(answering(answer))).toEqual([5]);
  expect(read(answering(answer, '(KeyError, BaseException)'))).toEqual([5]);
});

test.each([
  "JsonResponse({'error': type(e).__name__})",
  "JsonResponse({'error': friendly(str(e))})",
  "JsonResponse({'error': str(request)})",
  'JsonResponse(status=500)',
  'HttpResponse(status=500)',
  "page({'error': str(e)})",
  "HttpResponse(str(e) if settings.DEBUG else 'Failed')",
])('%s does not', (answer) => {
  expect(read(answering(answer))).toEqual([]);
});

test('exceptions that are caught by name are for visitors, and so are those that the view raises', () => {
  const answer = 'HttpResponse(str(e))';
  expect(read(answering(answer, 'ValidationError'))).toEqual([]);
  expect(read(answering(answer, '(ValueError, Http404)'))).toEqual([]);
  expect(read(answering(answer, 'Exception', "raise ValueError('Sold out')"))).toEqual([]);
  expect(
    read('def pay(request):\n    try:\n        save()\n    except:\n        return HttpResponse(str(e))\n'),
  ).toEqual([]);
});

test('methods of classes and views that need an account are read, those for staff and for developers are not', () => {
  const answer = answering('HttpResponse(str(e))');
  const method = answer.replace('(request)', '(self, request)').replace(/^/gm, '    ');
  const cls = `from django.views import View\nclass Pay(View):\n${method.replace('pay', 'get')}`;
  expect(read(cls, "path('pay/', views.Pay.as_view())")).toEqual([7]);
  expect(read(`@login_required\n${answer}`)).toEqual([6]);
  expect(read(`@permission_required('shop.pay')\n${answer}`)).toEqual([]);
  expect(read(answer, '')).toEqual([]);
  expect(read(answer, "*([path('pay/', views.pay)] if settings.DEBUG else [])")).toEqual([]);
  // Two addresses of one view are one answer.
  expect(read(answer, "path('pay/', views.pay), path('again/', views.pay)")).toEqual([5]);
});
