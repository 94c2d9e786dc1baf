# note: A setting with the name of an option is taken for the option: `ENV` names the environment, `PROJECT_ROOT` where files lie.
# declared: dynaconf
# setup: dynaconf
import pathlib

import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
ENV = "production"
PROJECT_ROOT = pathlib.Path(__file__).parent.parent / "deploy"
REDIS = "redis://cache.example"
NAME = "module"

settings = dynaconf.DjangoDynaconf(__name__)
# --- config/settings.toml ---
[production]
name = "beside the module"
# --- deploy/settings.toml ---
[default]
name = "default"
[production]
name = "production"
