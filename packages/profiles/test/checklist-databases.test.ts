/** The steps about what a server keeps: MySQL's tables of time zones, accounts that are given before the first command, uploads. */
import { apacheUbuntu, nginxGunicorn, pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

const mysql = { ENGINE: 'django.db.backends.mysql', NAME: 'shop', USER: 'root', HOST: 'localhost' };
const zoned = { DATABASES: { default: mysql }, USE_TZ: true, TIME_ZONE: 'Asia/Karachi' };
const on = (
  profile: typeof apacheUbuntu,
  rule: string,
  values: Readonly<Record<string, Plain>>,
  how: Parameters<typeof tryRule>[4] = {},
) => {
  const { checklist } = tryRule(profile, rule, { 'manage.py': '', 'config/wsgi.py': '' }, values, how);
  return (id: string) => checklist.find((item) => item.id === id);
};
const apache = (values: Readonly<Record<string, Plain>>, how: Parameters<typeof tryRule>[4] = {}) =>
  on(apacheUbuntu, 'apache-ubuntu/script-missing', values, how);

describe("MySQL's tables of time zones", () => {
  test('are filled on a server of its own, where Django asks for them', () => {
    expect(apache(zoned)('time-zones')?.commands).toEqual([
      'mysql_tzinfo_to_sql /usr/share/zoneinfo | sudo mysql mysql',
    ]);
    const nginx = on(nginxGunicorn, 'nginx-gunicorn/module-missing', zoned);
    expect(nginx('time-zones')?.commands).toHaveLength(1);
  });

  test('are looked at where somebody else keeps the server', () => {
    const remote = { ...zoned, DATABASES: { default: { ...mysql, HOST: 'db.example.org' } } };
    expect(apache(remote)('time-zones')?.commands).toEqual([]);
    const query = "SELECT CONVERT_TZ('2000-01-01', 'UTC', 'Asia/Karachi')";
    expect(apache(remote)('time-zones')?.text).toContain(query);
    const item = on(pythonanywhere, 'pythonanywhere/relative-path', zoned);
    expect(item('time-zones')?.text).toContain(query);
  });

  test('are nothing to PostgreSQL, to times without zones, or where all is UTC', () => {
    const postgres = { DATABASES: { default: { ...mysql, ENGINE: 'django.db.backends.postgresql' } } };
    for (const values of [
      { ...zoned, ...postgres },
      { ...zoned, USE_TZ: false },
      { ...zoned, TIME_ZONE: 'UTC' },
    ])
      expect(apache(values)('time-zones')).toBeUndefined();
  });
});

describe('variables that a later step depends on', () => {
  const files = ['config/settings.py'];
  const optional = ['DB_USER', 'ORIGINS'];
  const reads = { DATABASES: ['DB_USER'], CSRF_TRUSTED_ORIGINS: ['ORIGINS'] };

  test('name the account that is made in place of the administrator', () => {
    const item = apache(zoned, { reads, optional, files, required: ['SECRET_KEY'] });
    expect(item('variables')?.text).toContain('`SECRET_KEY`, `DB_USER=shop`');
    expect(item('database')?.text).toContain('`DB_USER` names in place of `root`');
    const own = { ...zoned, DATABASES: { default: { ...mysql, USER: 'shopper' } } };
    expect(apache(own, { reads, optional, files, required: ['SECRET_KEY'] })('variables')?.text).not.toContain(
      'DB_USER=',
    );
  });

  test('hold trusted origins, where what they fall back on stops migrate', () => {
    const item = (CSRF_TRUSTED_ORIGINS: readonly string[]) =>
      apache({ CSRF_TRUSTED_ORIGINS }, { reads, optional, files, required: ['SECRET_KEY'] })('variables')?.text;
    expect(item([''])).toContain('find `SECRET_KEY`, `ORIGINS` in');
    expect(item(['https://shop.test'])).toContain('find `SECRET_KEY` in');
  });
});

describe('uploads', () => {
  test('are written to a directory that only the server knows', () => {
    const step = apache({ MEDIA_ROOT: new Unknown('HOME') })('media');
    expect(step?.text).toContain('whose home directory counts');
    expect(step?.commands).toEqual([]);
    expect(apache({ MEDIA_ROOT: '/srv/shop/media' })('media')?.commands).toHaveLength(1);
  });
});
