"""Made-up settings for Django's checks: right, wrong and just about right values of everything that a check looks at."""

import datetime
import pathlib

Path = pathlib.PurePosixPath
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
]
APPLICATIONS = ["admin", "auth", "contenttypes", "sessions", "messages", "sites", "staticfiles"]
APPLICATIONS = ["django.contrib." + name for name in APPLICATIONS]
WRONG = [None, True, False, 0, 1, "", "True", "x", [], (), {}, ["a"], {"a": 1}, b"x", 1.5, Path("/a"), {"a"}, [None]]
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUV"
FILES = "django.core.cache.backends.filebased.FileBasedCache"
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
MAIL = "django.core.mail.backends.%s.EmailBackend"
FINDERS = "django.contrib.staticfiles.finders."
ENGINE = "django.template.backends.django.DjangoTemplates"
DUMMY = "django.template.backends.dummy.TemplateStrings"
NONCE = "<CSP_NONCE_SENTINEL>"
PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "django.template.context_processors.csp",
]
TAGS = {"own": "django.templatetags.static"}

# Nothing to complain about.
SOUND = {
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": ["shop.example"],
    "MIDDLEWARE": [name for name in MIDDLEWARE if "LoginRequired" not in name and "csp" not in name],
    "INSTALLED_APPS": APPLICATIONS,
    "TEMPLATES": [{"BACKEND": ENGINE, "APP_DIRS": True, "OPTIONS": {"context_processors": PROCESSORS[:3]}}],
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 3600,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "STATIC_URL": "/static/",
    "SITE_ID": 1,
}


def caches(*configurations):
    return [{"default": one, "other": {"BACKEND": MEMORY}} for one in configurations]


def template(options, **more):
    return {"BACKEND": ENGINE, **({} if options is None else {"OPTIONS": options}), **more}


def file_cache(*location):
    return {"BACKEND": FILES, **{"LOCATION": one for one in location}}


ON_OR_OFF = [True, False, 1, 0, "True", "False", "", None, [], datetime.timedelta(seconds=1)]
POLICIES = [{"default-src": ["self"]}, {"script-src": [NONCE]}, {"script-src": "x " + NONCE}, {"script-src": {"a", NONCE}}]
POLICIES += [{"a": True}, {"a": None}, {"a": 5, "b": (NONCE,)}, {}, None, [], "default-src 'self'", {NONCE: "x"}]
REFERRERS = ["same-origin", "origin, same-origin", "origin,same-origin ", "origin,x", "", ",", "Same-Origin", None]
REFERRERS += [["origin"], ["origin", "x"], ("unsafe-url",), {"origin"}, [], [["origin"]], [None], {"origin": 1}, 5, False]

VALUES = {
    "MIDDLEWARE": [SOUND["MIDDLEWARE"], MIDDLEWARE, MIDDLEWARE[::-1], tuple(MIDDLEWARE), [], ["nodot", *MIDDLEWARE], set(MIDDLEWARE)]
    + [[one for one in MIDDLEWARE if one != left_out] for left_out in MIDDLEWARE]
    + [",".join(MIDDLEWARE), [5, *MIDDLEWARE], [*MIDDLEWARE, None], [name.lower() for name in MIDDLEWARE], MIDDLEWARE[4:5]],
    "INSTALLED_APPS": [APPLICATIONS, APPLICATIONS[1:], [], APPLICATIONS[:1], APPLICATIONS[:3], tuple(APPLICATIONS[3:])]
    + [[one for one in APPLICATIONS if one != left_out] for left_out in APPLICATIONS]
    + [["django.contrib.admin.apps.AdminConfig", *APPLICATIONS[2:]], ["django.contrib.staticfiles.apps.StaticFilesConfig"]]
    + [["django.contrib.sessions.apps.SessionsConfig", "django.contrib.sites.apps.SitesConfig"]],
    "TEMPLATES": [
        [template({"context_processors": PROCESSORS})],
        [template({"context_processors": PROCESSORS[1:]})],
        [template({"context_processors": [PROCESSORS[0], *PROCESSORS[2:]]})],
        [template({"context_processors": PROCESSORS[:2]})],
        [template({"context_processors": tuple(PROCESSORS)}, DIRS=("/srv/templates",))],
        [template({"context_processors": None})],
        [template({"context_processors": 5})],
        [template({"context_processors": ",".join(PROCESSORS)})],
        [template(None)],
        [template({})],
        [template(None, NAME="a"), template({"context_processors": PROCESSORS}, NAME="b")],
        [template({"context_processors": PROCESSORS}), template({})],
        [{"BACKEND": DUMMY}, template({"context_processors": PROCESSORS})],
        [{"BACKEND": DUMMY}],
        [{"BACKEND": "x"}],
        [{"BACKEND": "shop.Engine"}],
        [{"OPTIONS": {"context_processors": PROCESSORS}}],
        [template({"loaders": ["django.template.loaders.filesystem.Loader"]}, APP_DIRS=True)],
        [template({"loaders": None}, APP_DIRS=True)],
        [template({"loaders": []}, APP_DIRS=False)],
        [template({"loaders": []}, APP_DIRS="")],
        [template({}, APP_DIRS="yes")],
        [template({"string_if_invalid": ""})],
        [template({"string_if_invalid": "?%s"})],
        [template({"string_if_invalid": None})],
        [template({"string_if_invalid": 5}), template({}, NAME="b")],
        [{"BACKEND": DUMMY, "OPTIONS": {"string_if_invalid": 5}}],
        [template({"nothing": 1})],
        [template({"debug": "x", "autoescape": None, "file_charset": 5})],
        [template({"builtins": []})],
        [template({"builtins": ()})],
        [template({"libraries": TAGS, "builtins": ["django.templatetags.i18n"]})],
        [template({"libraries": {}, "context_processors": PROCESSORS})],
        [template({}, EXTRA=1)],
        [template({}, DIRS=None)],
        [template({}, DIRS="x")],
        [template([])],
        [template([("loaders", 1)], APP_DIRS=True)],
        [None],
        ["x"],
        [],
        (),
        {},
    ],
    "AUTHENTICATION_BACKENDS": [
        ["django.contrib.auth.backends.%s" % name for name in names]
        for names in (["ModelBackend"], ["RemoteUserBackend"], ["BaseBackend"], ["AllowAllUsersModelBackend"], [])
    ]
    + [["nodot"], "django.contrib.auth.backends.ModelBackend", None, [5], ["django.contrib.auth.backends.Nothing"]],
    "DEBUG": ON_OR_OFF,
    "ALLOWED_HOSTS": [[], ["*"], ("a",), (), [""], [None]],
    "SECRET_KEY": [KEY[:50], KEY[:49], "abcde" * 10, "abcd" * 15, "a" * 60, "django-insecure-" + KEY, "django-insecure" + KEY]
    + ["\U0001f600" * 30, KEY[:49] + "\U0001f600", KEY.encode(), b"short", "", None, 5, [KEY], list(KEY), tuple(KEY), 0, Path(KEY)],
    "SECRET_KEY_FALLBACKS": [[KEY], ["x"], [KEY, "x"], (), [None], ["x", 3], [""], [KEY[:49]], ["django-insecure-" + KEY]]
    + [[KEY.encode()], [["x"]], (KEY, KEY[:50])],
    **{name: ON_OR_OFF for name in ("SECURE_SSL_REDIRECT", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")},
    **{name: ON_OR_OFF for name in ("SECURE_CONTENT_TYPE_NOSNIFF", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY")},
    **{name: ON_OR_OFF for name in ("CSRF_COOKIE_SECURE", "CSRF_USE_SESSIONS", "SECURE_BROWSER_XSS_FILTER")},
    "SECURE_HSTS_SECONDS": [0, 1, 3600, 0.0, 0.5, False, True, None, "", "0", "3600", [], datetime.timedelta(0)],
    "X_FRAME_OPTIONS": ["DENY", "deny", "SAMEORIGIN", " DENY", "", None, b"DENY", ["DENY"]],
    "SECURE_REFERRER_POLICY": REFERRERS,
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": ["same-origin", "same-origin-allow-popups", "unsafe-none", "Same-Origin", None, "", "x"]
    + [["same-origin"], ("same-origin",), False, 0],
    "CSRF_TRUSTED_ORIGINS": [["https://a"], ["a"], ["https://a", "b"], ["://"], [], (), "https://a", [1], [None, "a"], {"a"}]
    + [["https://a", ["://"]], None, {"https://a": 1}, [b"https://a"]],
    "CSRF_FAILURE_VIEW": ["django.views.csrf.csrf_failure"],
    "CACHES": [
        *caches(file_cache("/srv/media/cache"), file_cache("cache"), file_cache(), file_cache(Path("/var/c")), file_cache("")),
        *caches(file_cache("/srv"), file_cache("/srv/mediafiles"), file_cache("/srv/static/../media"), file_cache("./cache")),
        *caches(file_cache(None), file_cache(5), file_cache(b"/srv/media"), file_cache("/"), {"BACKEND": "nodot"}, {}, None),
        *caches({"BACKEND": "django.core.cache.backends.dummy.DummyCache", "LOCATION": "cache"}, {"BACKEND": FILES + "s"}),
        {"x": file_cache("/srv")},
        {"default": file_cache("/srv/media"), "x": file_cache("relative")},
        {"Default": {"BACKEND": MEMORY}},
        {},
        None,
        ["default"],
        "default",
    ],
    "MEDIA_ROOT": ["/srv/media", "/srv/media/", "", "/srv/media/../static", Path("/srv"), "media", None, 5, b"/srv/media", "/"],
    "STATIC_ROOT": ["/srv/static", None, "/var/c/static", "", "static", "./static", "/srv/./static/", "//srv/static", Path("/srv/static")]
    + [5, b"/srv/static"],
    "STATICFILES_DIRS": [[], ["/srv/media/cache"], [("p", "/var")], [("p/", "/tmp")], ["/srv/static"], ("/tmp", "/var"), ["static"]]
    + [("/tmp"), "", [("p", "/srv/static/")], [["p", "/tmp"]], [("p",)], [("p", "a", "b")], [(None, "/tmp")], [("", "/tmp")]]
    + [[""], [None], [Path("/srv/static")], {"/tmp"}, {"/tmp": 1}, None, ["//srv/static"], [b"/srv/static"], [{}], [1.5], ["/tmp/"]],
    "STATICFILES_FINDERS": [[FINDERS + "FileSystemFinder"], [FINDERS + "AppDirectoriesFinder"], [], (FINDERS + "FileSystemFinder",)]
    + [[FINDERS + "FileSystemFinder", FINDERS + "AppDirectoriesFinder"], ["nodot"], [FINDERS + "FileSystemFinder", "x"], None, [5]],
    "STORAGES": [{"default": {"BACKEND": "x"}}, {}, {"staticfiles": {"BACKEND": "a.B"}}, {"default": {}, "staticfiles": {}}]
    + [["staticfiles"], "staticfiles", {"default": "x"}, {"default": {}, "staticfiles": None}, None, 5],
    "DEFAULT_FILE_STORAGE": ["a.B", None],
    "STATICFILES_STORAGE": ["a.B"],
    "STATIC_URL": ["/static/", "static/", "static", "/static", "", None, "http://cdn.example", "https://cdn.example/", Path("/s"), 0]
    + [b"/s/", ["/s/"]],
    "MEDIA_URL": ["/media/", "media", "", None, "/", "media/", 5, False],
    "SITE_ID": [1, "1", None, True, 1.0, 1.5, float("inf"), float("nan"), "", [], {}, b"1", 0, datetime.timedelta(1)],
    "LANGUAGE_CODE": ["en-us", "en", "de-ch", "xx", "de_DE", "zh-cn", "zh-hans", "EN", "fr-fr", "en-us\n", "en-us ", "", None, 5]
    + ["x" * 9, "en-" + "x" * 9, "ca@valencia", "ca@", "@x", "en-latn-us", "pt-br", "PT-BR", "zh-tw", "es-ni", ["en"], b"en"],
    "LANGUAGES": [[("en", "English")], [("de-at", "x")], [("fr", "F"), ("bad_code", "x")], [("EN", "x")], (("en-gb", "x"),), []]
    + [[("a", "b", "c")], [("en",)], ["en"], [["en", "x"]], {"en": "x"}, {"xx": "yy"}, [(5, "x")], None, [("en", "x"), ("en", "y")]]
    + [[("ca@valencia", "x"), ("ca", "y")], "en", [("zh-hans", "x"), ("zh-hant", "x")], [("pt", "x")]],
    "LANGUAGES_BIDI": [["he"], ["h_e"], [], ("ar", "he"), [5], None, "he", {"he"}, [""]],
    "FILE_UPLOAD_TEMP_DIR": ["/tmp", None, "/tmp/", "/var/tmp", "", Path("/tmp"), 5, b"/tmp", "/", "/nonexistent"],
    "DEFAULT_HASHING_ALGORITHM": ["sha1", "sha256", "md5", None, "SHA1", ["sha1"], b"sha1"],
    "SECURE_CSP": POLICIES,
    "SECURE_CSP_REPORT_ONLY": POLICIES,
    "MAILERS": [{"default": {"BACKEND": MAIL % name}} for name in ("console", "dummy", "filebased", "locmem", "smtp")]
    + [{"default": {}}, {"x": {"BACKEND": MAIL % "console"}}, {}, {"default": None}, {"default": {"BACKEND": []}}, ["default"], None]
    + [{"default": {"BACKEND": None}}, {"default": {"BACKEND": (MAIL % "console").upper()}}, "default", {"default": []}],
    "EMAIL_HOST": ["x", None],
    "SILENCED_SYSTEM_CHECKS": [["security.W004", "security.W012"], ["security.W020"], (), {"security.W008", "admin.E404"}, None]
    + ["security.W008", ["SECURITY.W004", "security"], ["security.W%03d" % number for number in range(1, 30)], [None], {"urls.E006": 1}],
    "TIME_ZONE": ["UTC", "Europe/Berlin", "America", "Foo/Bar", "", None, "europe/berlin", "Asia/Kolkata", "US/Eastern"]
    + ["Europe/", "Europe//Berlin", "../zoneinfo/UTC", 5, 0, b"UTC", ["UTC"], (), " UTC", "posix/UTC"],
    "PASSWORD_RESET_TIMEOUT": [1],
    "PASSWORD_RESET_TIMEOUT_DAYS": [1, "1", None, 1.5],
    "LOCALE_PATHS": [["/x"], (), "/x", None, {"/x"}],
    "TEMPLATE_DIRS": [[], "x"],
}
# What would keep most sets from being loaded or checked at all is rare.
RARE = {"STORAGES": 0.15, "DEFAULT_FILE_STORAGE": 0.05, "STATICFILES_STORAGE": 0.05, "LOCALE_PATHS": 0.05, "TEMPLATE_DIRS": 0.03}
RARE.update(EMAIL_HOST=0.05, PASSWORD_RESET_TIMEOUT=0.05, PASSWORD_RESET_TIMEOUT_DAYS=0.08, TIME_ZONE=0.1, LANGUAGES_BIDI=0.15)
RARE.update(SILENCED_SYSTEM_CHECKS=0.15)


def each_value():
    """Sound settings with one changed, for every value of every setting."""
    yield SOUND
    for name, values in VALUES.items():
        for value in values:
            yield {**SOUND, name: value}


def made_up(chance):
    """Sound settings with a few changed, or a mixture of everything."""
    names = list(VALUES)
    if chance.random() < 0.5:
        settings, changed = dict(SOUND), chance.sample(names, chance.randint(1, 5))
        wrong = 0.05
    else:
        settings = {}
        changed = [name for name in names if chance.random() < RARE.get(name, 0.45)]
        wrong = 0.02
    for name in changed:
        settings[name] = chance.choice(WRONG) if chance.random() < wrong else chance.choice(VALUES[name])
    return dict(chance.sample(list(settings.items()), len(settings)))
