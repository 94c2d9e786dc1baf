#!/usr/bin/env python3
"""Records what Django's loader and checks say of made-up settings: many small ones, right and wrong values mixed.

usage: record_checks.py --django DIR --common DIR [--count N]      (writes checks/<series>.json)

The same seed gives the same settings, so that a new recording shows only what Django says differently.
"""

import argparse
import importlib
import json
import os
import pathlib
import random
import sys
import types
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "shop.middleware.Own",
]
WRONG = [None, True, False, 0, 1, "", "True", "x", [], (), {}, ["a"], {"a": 1}, b"x", 1.5, pathlib.PurePosixPath("/a")]
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUV"
FILES = "django.core.cache.backends.filebased.FileBasedCache"
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CONSOLE = "django.core.mail.backends.console.EmailBackend"
NONCE = "<CSP_NONCE_SENTINEL>"


def made_up(chance):
    """One set of settings: (share of sets that have it, share of wrong values, right values …) for each name."""
    settings = {}

    def put(name, present, wrong, *values):
        if chance.random() < present:
            settings[name] = chance.choice(WRONG) if chance.random() < wrong else chance.choice(values)

    some = [[name for name in MIDDLEWARE if chance.random() < 0.7] for _ in range(4)]
    put("MIDDLEWARE", 0.95, 0.05, *some, tuple(MIDDLEWARE))
    put("INSTALLED_APPS", 0.6, 0.05, ["django.contrib.sessions"], [], ("django.contrib.sessions", "a"), ["b"])
    put("DEBUG", 0.5, 0.1, True, False)
    put("ALLOWED_HOSTS", 0.6, 0.05, [], ["*"], ("a",), [""])
    keys = [KEY, "short", "django-insecure-" + KEY, "a" * 60, "\U0001f600" * 30, KEY[:49] + "\U0001f600", KEY.encode()]
    put("SECRET_KEY", 0.9, 0.1, *keys)
    put("SECRET_KEY_FALLBACKS", 0.3, 0.05, [KEY], ["x"], [KEY, "x"], (), [None], ["x", 3])
    for name in ("SECURE_SSL_REDIRECT", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", "CSRF_USE_SESSIONS"):
        put(name, 0.5, 0.2, True, False)
    for name in ("SECURE_CONTENT_TYPE_NOSNIFF", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_SECURE"):
        put(name, 0.5, 0.2, True, False)
    put("SECURE_HSTS_SECONDS", 0.5, 0.2, 0, 3600)
    put("X_FRAME_OPTIONS", 0.5, 0.1, "DENY", "SAMEORIGIN", "deny")
    referrers = ["same-origin", "origin, same-origin", "origin,x", None, ["origin"], ("x",), {"origin"}]
    put("SECURE_REFERRER_POLICY", 0.4, 0.1, *referrers)
    put("SECURE_CROSS_ORIGIN_OPENER_POLICY", 0.3, 0.1, "same-origin", None, "x")
    put("CSRF_TRUSTED_ORIGINS", 0.4, 0.1, ["https://a"], ["a"], ["https://a", "b"], "https://a", [1])
    caches = [
        {"default": {"BACKEND": MEMORY}},
        {"default": {"BACKEND": FILES, "LOCATION": "/srv/media/cache"}},
        {"default": {"BACKEND": FILES, "LOCATION": "cache"}},
        {"x": {"BACKEND": FILES, "LOCATION": "/srv"}},
        {"default": {"BACKEND": FILES}},
        {"default": {"BACKEND": FILES, "LOCATION": pathlib.PurePosixPath("/var/c")}},
        {"default": {}},
        {},
    ]
    put("CACHES", 0.5, 0.03, *caches)
    put("MEDIA_ROOT", 0.4, 0.03, "/srv/media", "", "/srv/media/../static", pathlib.PurePosixPath("/srv"))
    put("STATIC_ROOT", 0.4, 0.03, "/srv/static", None, "/var/c/static")
    put("STATICFILES_DIRS", 0.3, 0.03, [], ["/srv/media/cache"], [("p", "/var")])
    put("LANGUAGE_CODE", 0.4, 0.1, "en-us", "en", "de-ch", "xx", "de_DE", "zh-cn", "EN", "fr-fr", "en-us\n")
    languages = [[("en", "English")], [("de-at", "x")], [("fr", "F"), ("bad_code", "x")], [("EN", "x")]]
    put("LANGUAGES", 0.3, 0.02, *languages, (("en-gb", "x"),), [("a", "b", "c")])
    put("LANGUAGES_BIDI", 0.1, 0.1, ["he"], ["h_e"])
    put("FILE_UPLOAD_TEMP_DIR", 0.1, 0, "/tmp", None, "/tmp/", "/var/tmp")
    put("DEFAULT_HASHING_ALGORITHM", 0.1, 0.1, "sha1", "md5")
    policies = [{"default-src": ["self"]}, {"script-src": [NONCE]}, {"script-src": "x " + NONCE}, {"a": True}, None]
    put("SECURE_CSP", 0.3, 0.1, *policies)
    processor = {"context_processors": ["django.template.context_processors.csp"]}
    put("TEMPLATES", 0.5, 0.03, [{"OPTIONS": processor}], [{"BACKEND": "x"}], [{"OPTIONS": {}}], [])
    put("MAILERS", 0.2, 0.05, {"default": {"BACKEND": CONSOLE}}, {"default": {}}, {"x": {}}, {})
    put("EMAIL_HOST", 0.1, 0, "x")
    put("SILENCED_SYSTEM_CHECKS", 0.3, 0.03, ["security.W004", "security.W012"], ["security.W020"], ())
    zones = ["UTC", "Europe/Berlin", "America", "Foo/Bar", "", None, "europe/berlin", "Asia/Kolkata", "US/Eastern"]
    put("TIME_ZONE", 0.3, 0.02, *zones)
    put("STORAGES", 0.1, 0, {"default": {"BACKEND": "x"}}, {})
    put("STATICFILES_STORAGE", 0.1, 0, "a")
    put("PASSWORD_RESET_TIMEOUT", 0.1, 0, 1)
    put("PASSWORD_RESET_TIMEOUT_DAYS", 0.1, 0, 1)
    put("LOCALE_PATHS", 0.1, 0.1, ["/x"], ())
    return settings


def encode(value):
    if isinstance(value, float):
        return {"$float": value}
    if isinstance(value, bytes):
        return {"$bytes": value.decode("latin-1")}
    if isinstance(value, pathlib.PurePath):
        return {"$path": str(value)}
    if isinstance(value, dict):
        return {"$dict": [[encode(key), encode(item)] for key, item in value.items()]}
    for kind, name in ((list, "$list"), (tuple, "$tuple"), (set, "$set")):
        if isinstance(value, kind):
            return {name: [encode(item) for item in value]}
    return value


def check_functions():
    names = ["security.base", "security.csrf", "security.sessions", "security.csp", "caches", "translation"]
    names += ["async_checks", "files", "mail", "compatibility.django_4_0"]
    modules = set()
    for name in names:
        try:
            modules.add(importlib.import_module("django.core.checks." + name).__name__)
        except ImportError:
            pass
    from django.core.checks.registry import registry

    checks = registry.get_checks(include_deployment_checks=True)
    return [check for check in checks if check.__module__ in modules]


def forget():
    """Nothing of one set may be left when the next is looked at."""
    from asgiref.local import Local
    from django.conf import empty, settings
    from django.core.cache import caches
    from django.utils.translation import trans_real

    settings._wrapped = empty
    settings.__dict__.clear()
    caches.__dict__.pop("settings", None)
    caches._settings = None
    caches._connections = Local()
    for name in ("get_languages", "check_for_language", "get_supported_language_variant", "_get_supported_language_variant"):
        clear = getattr(getattr(trans_real, name, None), "cache_clear", None)
        if clear:
            clear()


def observe(values, checks):
    from django.conf import settings

    module = types.ModuleType("made_up_settings")
    module.__dict__.update(values)
    sys.modules["made_up_settings"] = module
    forget()
    settings.__dict__.clear()
    seen = {"settings": {name: encode(value) for name, value in values.items()}}
    try:
        settings._setup()
    except Exception as error:
        return {**seen, "error": [type(error).__name__, str(error)]}
    ids = set()
    for check in checks:
        try:
            ids.update(message.id for message in check(app_configs=None) or [] if not message.is_silenced())
        except Exception:
            pass  # a check that stops prints nothing
    return {**seen, "checks": sorted(ids)}


def main():
    parser = argparse.ArgumentParser(description="Record checks of made-up settings.")
    parser.add_argument("--django", required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--count", type=int, default=150)
    options = parser.parse_args()
    for directory in (options.common, options.django):
        inside = os.path.join(directory, "usr/lib/python3/dist-packages")
        sys.path.insert(0, inside if os.path.isdir(inside) else directory)
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "made_up_settings"
    warnings.simplefilter("ignore")
    import django

    series = "%d.%d" % django.VERSION[:2]
    chance = random.Random(2026)
    sys.modules["made_up_settings"] = types.ModuleType("made_up_settings")
    sys.modules["made_up_settings"].SECRET_KEY = KEY
    checks = check_functions()
    seen = [observe(made_up(chance), checks) for _ in range(options.count)]
    os.makedirs(os.path.join(HERE, "checks"), exist_ok=True)
    with open(os.path.join(HERE, "checks", series + ".json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(one, ensure_ascii=True) for one in seen) + "\n]\n")
    print("%d sets of settings, Django %s" % (len(seen), series))


if __name__ == "__main__":
    main()
