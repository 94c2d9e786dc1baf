/** The project's own templates: where the loaders look for them, and what runs in them. */
import { isPage, literalOf, type Templates, templates } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { splitWords } from '../src/templates/split-words.js';
import { tokensOf } from '../src/templates/tokens.js';
import { factOf } from './facts-of.js';

const django = "'django.template.backends.django.DjangoTemplates'";

function read(files: readonly string[] | Record<string, string>, settings: string): Templates {
  const texts = Array.isArray(files) ? Object.fromEntries(files.map((path: string) => [path, ''])) : files;
  return factOf(templates, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/__init__.py': '',
    'config/settings.py': `import os\nfrom pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nSECRET_KEY = 'x'\n${settings}`,
    ...(texts as Record<string, string>),
  });
}

const found = ({ files }: Templates) => files.map(({ path, names, loaded }) => [path, names, loaded]);

test('a template is called as its author likes: of a text any ending will do', () => {
  const settings = `TEMPLATES = [{'BACKEND': ${django}, 'DIRS': [BASE_DIR / 'pages']}]\n`;
  const some = read(['pages/contact.vcf', 'pages/feed.ics', 'pages/plain', 'pages/logo.png'], settings);
  expect(some.files.map(({ path }) => path)).toEqual(['pages/contact.vcf', 'pages/feed.ics', 'pages/plain']);
  expect(some.get('contact.vcf')?.loaded).toBe('yes');
});

describe('the templates of production are those', () => {
  const files = [
    'pages/home.html',
    'pages/logo.png',
    'shop/__init__.py',
    'shop/templates/shop/list.html',
    'shop/templates/home.html',
    'blog/__init__.py',
    'blog/templates/blog/post.html',
    'site-packages/django/contrib/admin/templates/admin/base.html',
  ];

  test('that DIRS and the installed applications hold, in this order', () => {
    const some = read(
      files,
      `INSTALLED_APPS = ['django.contrib.auth', 'shop.apps.ShopConfig']\nTEMPLATES = [{'BACKEND': ${django}, 'DIRS': [BASE_DIR / 'pages'], 'APP_DIRS': True}]\n`,
    );
    expect(found(some)).toEqual([
      ['pages/home.html', ['home.html'], 'yes'],
      ['shop/templates/home.html', ['home.html'], 'yes'],
      ['shop/templates/shop/list.html', ['shop/list.html'], 'yes'],
    ]);
    expect(some.complete).toBe(true);
    expect(some.get('home.html')?.path).toBe('pages/home.html');
    expect(some.get('blog/post.html')).toBeUndefined();
  });

  test('that the loaders of an engine look for, whichever way they are wrapped', () => {
    const loaders = (names: string) =>
      found(
        read(
          files,
          `INSTALLED_APPS = ['shop']\nTEMPLATES = [{'BACKEND': ${django}, 'DIRS': [os.path.join(BASE_DIR, 'pages')], 'OPTIONS': {'loaders': ${names}}}]\n`,
        ),
      ).map(([path]) => path);
    expect(loaders("['django.template.loaders.filesystem.Loader']")).toEqual(['pages/home.html']);
    expect(
      loaders("[('django.template.loaders.cached.Loader', ['django.template.loaders.app_directories.Loader'])]"),
    ).toEqual(['shop/templates/home.html', 'shop/templates/shop/list.html']);
  });

  test('that lie where templates lie by custom, while a directory is not known', () => {
    for (const dirs of ["[os.environ['THEME']]", "['/srv/theme']", "['gone']"]) {
      const some = read(
        [...files, 'vendor/templates/x.html', 'shop/tests/templates/x.html', 'a/templates/b/templates/c.html'],
        `INSTALLED_APPS = ['shop']\nTEMPLATES = [{'BACKEND': ${django}, 'DIRS': ${dirs}, 'APP_DIRS': True}]\n`,
      );
      expect(found(some)).toEqual([
        ['a/templates/b/templates/c.html', ['b/templates/c.html', 'c.html'], 'maybe'],
        ['blog/templates/blog/post.html', ['blog/post.html'], 'maybe'],
        ['shop/templates/home.html', ['home.html'], 'yes'],
        ['shop/templates/shop/list.html', ['shop/list.html'], 'yes'],
      ]);
      expect(some.complete).toBe(false);
    }
    expect(read(files, '').complete).toBe(false);
    expect(read(files, "TEMPLATES = [{'BACKEND': 'django_jinja.jinja2.Jinja2', 'APP_DIRS': True}]\n").complete).toBe(
      false,
    );
  });

  test('that a relative directory holds where the server starts', () => {
    const some = read(files, `INSTALLED_APPS = []\nTEMPLATES = [{'BACKEND': ${django}, 'DIRS': ['pages']}]\n`);
    expect(found(some)).toEqual([['pages/home.html', ['home.html'], 'yes']]);
    expect(some.complete).toBe(true);
  });

  test('of Jinja2, in a directory of its own', () => {
    const some = read(
      { 'shop/__init__.py': '', 'shop/jinja2/a.html': '{%- set x = 1 -%}{{ x }}', 'shop/templates/b.html': '' },
      "INSTALLED_APPS = ['shop']\nTEMPLATES = [{'BACKEND': 'django.template.backends.jinja2.Jinja2', 'APP_DIRS': True}]\n",
    );
    expect(
      some.files.map(({ path, language, tags, variables }) => [path, language, tags[0]?.words, variables[0]?.text]),
    ).toEqual([['shop/jinja2/a.html', 'jinja2', ['x', '=', '1'], 'x']]);
  });
});

describe('of a template run', () => {
  const tags = (text: string, language: 'django' | 'jinja2' = 'django') =>
    tokensOf(text, language, 1000).tags.map(({ name, words, span }) =>
      [name, ...words, text.slice(span.start, span.end)].join(' · '),
    );
  const variables = (text: string) => tokensOf(text, 'django', 1000).variables.map(({ text }) => text);

  test('tags and variables, each at its place', () => {
    expect(tags(`a {% load static %}\n{% include "a b.html" with x='y z' %}{%endif%}`)).toEqual([
      'load · static · {% load static %}',
      `include · "a b.html" · with · x='y z' · {% include "a b.html" with x='y z' %}`,
      'endif · {%endif%}',
    ]);
    expect(variables('{{ a|default:"}" }} {{b}} {{ c')).toEqual(['a|default:"}"', 'b']);
  });

  test('no comments, nothing verbatim, and HTML comments all the same', () => {
    expect(tags('{# {% a %} #}{% comment "why" %}{% b %}{{ c }}{% endcomment %}{% d %}')).toEqual(['d · {% d %}']);
    expect(tags('{% verbatim x %}{% endverbatim %}{% b %}{% endverbatim x %}{% d %}')).toEqual(['d · {% d %}']);
    // The lexer sees `verbatim` first, so that the comment does not end inside it.
    expect(
      tags('{% comment %}{% verbatim %}{% endcomment %}{% a %}{% endverbatim %}{% b %}{% endcomment %}{% c %}'),
    ).toEqual(['c · {% c %}']);
    expect(tags('<!-- {% a %} -->')).toEqual(['a · {% a %}']);
    expect(
      variables('{% comment %}{{ a }}{% endcomment %}{% verbatim %}{{ b }}{% endverbatim %}{# {{ c }} #}'),
    ).toEqual([]);
  });

  test('tags of one line in Django, of several in Jinja2', () => {
    expect(tags('{% a\n%}{% b %}{%%}{%')).toEqual(['b · {% b %}']);
    expect(tags('{% a\n%}{#\n{% x %}#}{% raw %}{% y %}{% endraw %}{%- b -%}', 'jinja2')).toEqual([
      'a · {% a\n%}',
      'b · {%- b -%}',
    ]);
  });

  test('at most so many', () => {
    expect(tokensOf('{% a %}'.repeat(9), 'django', 4).tags).toHaveLength(4);
  });

  test('and what a stranger writes takes time in proportion', () => {
    const begin = performance.now();
    for (const piece of ['{%', '{{', '{#', "{% a '", '{% "', '{% verbatim %}{%', '{%\n'])
      for (const language of ['django', 'jinja2'] as const) tokensOf(piece.repeat(200_000), language, 1e6);
    for (const inside of [`"a"b"`, `' " `, '\\"']) tokensOf(`{% ${inside.repeat(200_000)} %}`, 'django', 10);
    tokensOf(`{% raw %}${'{% '.repeat(200_000)}%}`, 'jinja2', 10);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

test('words are parted as smart_split parts them', () => {
  expect(splitWords(String.raw`This is "a person\'s" test.`)).toEqual([
    'This',
    'is',
    String.raw`"a person\'s"`,
    'test.',
  ]);
  expect(splitWords(`x="a b"|y:'c d' e`)).toEqual([`x="a b"|y:'c d'`, 'e']);
  expect(splitWords(`a"b"c"d e`)).toEqual([`a"b"c`, '"d', 'e']);
  expect(splitWords(`it's a "b c"`)).toEqual([`it's`, 'a', '"b c"']);
});

test('a word is a literal where it is one whole string', () => {
  expect(literalOf(`'a/b.html'`)).toBe('a/b.html');
  expect(literalOf(String.raw`"a \"b\" \\"`)).toBe('a "b" \\');
  for (const word of [undefined, 'a', `'`, `'a'|x`, `'a'b'`, `'a\\'`, `'a"`]) expect(literalOf(word)).toBeUndefined();
});

test('a page is what a visitor sees', () => {
  const named = (name: string) => isPage({ names: [name] } as unknown as Parameters<typeof isPage>[0]);
  expect(
    ['shop/home.html', 'a.jinja', 'x.txt', 'emails/a.html', 'account/email/b.html', 'welcome_email.html'].map(named),
  ).toEqual([true, true, false, false, false, false]);
});
