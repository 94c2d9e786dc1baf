"""The ids that Django's own check functions give for the settings that are loaded, as far as settings alone decide them."""

import datetime
import importlib
import importlib.util
import sys
import types

CORE = ["async_checks", "caches", "compatibility.django_1_10", "compatibility.django_4_0", "files", "mail", "security.base"]
CORE += ["security.csp", "security.csrf", "security.sessions", "templates", "translation"]
# The checks that an application registers when it is set up.
OF_APPLICATIONS = {
    "django.contrib.admin": ["django.contrib.admin.checks.check_dependencies"],
    "django.contrib.auth": ["django.contrib.auth.checks.check_middleware"],
    "django.contrib.sites": ["django.contrib.sites.checks.check_site_id"],
    "django.contrib.staticfiles": [
        "django.contrib.staticfiles.checks.check_finders",
        "django.contrib.staticfiles.checks.check_storages",
    ],
}
APPLICATIONS = [*OF_APPLICATIONS, "django.contrib.contenttypes", "django.contrib.messages", "django.contrib.sessions"]
# These need every installed application's template tags.
NOT_OF_SETTINGS = {"templates.E003", "templates.W003"}


def stand_in_for_pytz():
    """Django 3.2 imports it, and neither its start nor a check asks it for anything."""
    if "pytz" not in sys.modules and importlib.util.find_spec("pytz") is None:
        zone = type("Zone", (datetime.tzinfo,), {"BaseTzInfo": datetime.tzinfo})
        sys.modules["pytz"] = types.ModuleType("pytz")
        sys.modules["pytz"].__getattr__ = lambda name: zone


def prepare():
    """Django's own applications are set up with Django's defaults, so that a project's cannot keep their checks from running."""
    from django.apps import apps
    from django.conf import UserSettingsHolder, global_settings, settings

    stand_in_for_pytz()
    loaded = settings._wrapped
    settings._wrapped = UserSettingsHolder(global_settings)
    settings.SECRET_KEY = "any"
    apps.populate(APPLICATIONS)
    settings._wrapped = loaded  # which forgets the values that were read


def check_ids():
    """The ids that are shown, and those that SILENCED_SYSTEM_CHECKS hides. A check that stops gives none."""
    from django.apps import apps
    from django.conf import settings

    installed = {name_of(entry) for entry in settings.INSTALLED_APPS}
    apps.is_installed = lambda name: name in installed
    shown, silenced = set(), set()
    for check in check_functions(installed):
        try:
            messages = [(message.id, message.is_silenced()) for message in check(app_configs=None) or []]
        except BaseException:
            continue
        for id, hidden in messages:
            if id not in NOT_OF_SETTINGS:
                (silenced if hidden else shown).add(id)
    return sorted(shown), sorted(silenced)


def name_of(entry):
    """The name of an application, which its configuration class may give."""
    from django.apps import AppConfig

    try:
        return AppConfig.create(entry).name
    except BaseException:
        return entry if isinstance(entry, str) else None


def check_functions(installed):
    from django.core.checks.registry import registry
    from django.core.checks.urls import check_url_settings

    modules = set()
    for name in CORE:
        try:
            modules.add(importlib.import_module("django.core.checks." + name).__name__)
        except ImportError:
            pass
    found = registry.get_checks(include_deployment_checks=True)
    checks = [check for check in found if check.__module__ in modules] + [check_url_settings]
    for application, paths in OF_APPLICATIONS.items():
        for path in paths if application in installed else []:
            module, _, function = path.rpartition(".")
            check = getattr(importlib.import_module(module), function, None)
            if check in found:
                checks.append(check)
    return checks
