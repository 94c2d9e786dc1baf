/** WebSocket consumers: which ones the ASGI application reaches, and whether they look at who is calling. */
import { consumers } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const imports = `from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path
from chat.consumers import Chat, Quotes
`;
const open = 'class Chat(WebsocketConsumer):\n    pass\n';

/** Each consumer that is reached, and whether it asks. */
function read(asgi: string, chat = open, settings = "ASGI_APPLICATION = 'shop.asgi.application'\n", more = {}) {
  const found = factOf(consumers, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/settings.py': `SECRET_KEY = 'x'\nROOT_URLCONF = 'shop.urls'\n${settings}`,
    'shop/asgi.py': `${imports}${asgi}`,
    'chat/__init__.py': '',
    'chat/consumers.py': `from channels.generic.websocket import WebsocketConsumer\n${chat}class Quotes(WebsocketConsumer):\n    pass\n`,
    ...more,
  });
  return found.map(({ name, asks }) => `${name.replace('chat.consumers.', '')}${asks ? ' asks' : ''}`);
}
const routed = (patterns: string): string =>
  `application = ProtocolTypeRouter({'http': None, 'websocket': URLRouter(${patterns})})\n`;
const plain = routed("[path('chat/', Chat.as_asgi())]");

test('are those of the patterns, however these are put together', () => {
  const patterns = `own = [path('a/', Chat.as_asgi())]\nmore = (path('b/', view=Quotes),)\n`;
  expect(read(`${patterns}${routed('own + [*more]')}`)).toEqual(['Chat', 'Quotes']);
  expect(read(routed("[path('a/', URLRouter([path('b/', AuthMiddlewareStack(Chat.as_asgi()))]))]"))).toEqual([]);
  expect(read(routed("[path('a/', URLRouter([path('b/', Chat.as_asgi())])), path('c/', Chat.as_asgi())]"))).toEqual([
    'Chat',
  ]);
});

test('are those of the application that the settings name, or that lies beside the URLs', () => {
  expect(read(plain, open, '')).toEqual(['Chat']);
  expect(read(plain, open, "ASGI_APPLICATION = 'shop.other.application'\n")).toEqual([]);
  expect(read(plain, open, "import os\nASGI_APPLICATION = os.environ['APP']\n")).toEqual([]);
  expect(read('application = application\n')).toEqual([]);
});

test('are not told of behind what may refuse a caller, or where the way to them is not known', () => {
  const guarded = "application = ProtocolTypeRouter({'websocket': Guard(URLRouter([path('', Chat.as_asgi())]))})\n";
  expect(
    read(`from shop.guard import Guard\n${guarded}`, open, undefined, { 'shop/guard.py': 'class Guard: ...\n' }),
  ).toEqual([]);
  expect(read(`from guards import Guard\n${guarded}`)).toEqual([]);
  expect(read(`application = None\nif True:\n    ${plain}`)).toEqual([]);
  expect(read(routed("[path('a/', Missing.as_asgi())]"))).toEqual([]);
});

test.each([
  ["self.room = self.scope['url_route']['kwargs']['room']", false],
  ["self.room = self.scope.get('path')", false],
  ["pass  # look at self.scope['user']", false],
  ['super(Chat, self).connect()', false],
  ["self.user = self.scope['user']", true],
  ["who = self.scope.get('query_string')", true],
  ['await self.close(code=4001)', true],
  ['raise DenyConnection()', true],
  ['known = allowed(self)', true],
  ['if key != settings.SOCKET_TOKEN: return', true],
])('that does `%s` asks: %s', (line, asks) => {
  const chat = `class Chat(WebsocketConsumer):\n    async def connect(self):\n        ${line}\n`;
  expect(read(plain, chat)).toEqual([asks ? 'Chat asks' : 'Chat']);
});

test('may ask by what they are made of', () => {
  const based = 'class Base(WebsocketConsumer):\n    user_of = lambda self: self.scope\n\nclass Chat(Base): ...\n';
  expect(read(plain, based)).toEqual(['Chat asks']);
  expect(read(plain, 'from kit import Base\nclass Chat(Base, WebsocketConsumer): ...\n')).toEqual(['Chat asks']);
  expect(read(plain, 'class Chat(Lost, WebsocketConsumer): ...\n')).toEqual(['Chat asks']);
  expect(read(plain, `from kit import guarded\n@guarded\n${open}`)).toEqual(['Chat asks']);
  expect(read(plain, `${open}    @checks\n    def receive(self): ...\n`)).toEqual(['Chat asks']);
  expect(read(plain, `${open}    @staticmethod\n    def receive(text): ...\n`)).toEqual(['Chat']);
});
