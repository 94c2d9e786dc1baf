/** Packages that developers use, by their names. */

/** What tests, checks and debugs code, and serves no page. What makes test data may fill a real database too, and is not among them. */
export const developerTool =
  /^(pytest(-.*)?|tox|nose2?|django-nose|coverage|freezegun|responses|black|isort|flake8(-.*)?|pylint(-.*)?|pycodestyle|pyflakes|autopep8|yapf|ruff|mypy|django-stubs(-ext)?|djangorestframework-stubs|types-.*|bandit|pre-commit|djlint|djhtml|ipdb|pdbpp|pudb|django-debug-toolbar|pip-tools|pipdeptree|twine|bumpversion|bump2version)$/;
