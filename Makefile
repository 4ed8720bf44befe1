# Every command of the project; `make` alone lists them.

HOST ?= 127.0.0.1
PORT ?= 8000
# The first Python on this machine that is new enough; PYTHON=… names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PY := .venv/bin/python
MANAGE := $(PY) manage.py
# The demonstration of the country has a database of its own.
NATIONAL := env DATABASE_URL=sqlite:///var/national.sqlite3 $(MANAGE)
PYTEST := $(PY) -m pytest -n 2 --dist loadscope
INSTALL := $(PY) -m pip install --quiet --require-hashes --only-binary=:all:
DJANGO_HTML = $$(find templates/django -name '*.html')
# The settings of a deployment, with secrets that live as long as the command.
DEPLOYED = DATABASE_URL=sqlite://:memory: CACHE_URL=locmemcache://check \
	ALLOWED_HOSTS=record.example SITE_URL=https://record.example \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')
# From PyPI alone, whatever this machine's pip is told, so that hashes hold anywhere.
COMPILE = PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= PIP_EXTRA_INDEX_URL= \
	CUSTOM_COMPILE_COMMAND='make lock' $(PY) -m piptools compile --quiet \
	--generate-hashes --strip-extras --allow-unsafe --no-emit-options \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(ARGS)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
.DEFAULT_GOAL := help
.PHONY: help run install check test bench demo-national fix messages screenshots lock clean

help:  ## List the commands
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  make \1	/' | expand -t 22

# The addresses that feeds and files give are those of the server here.
run demo-national: export SITE_URL ?= http://$(HOST):$(PORT)
run: .venv/runtime  ## The site at http://HOST:PORT (127.0.0.1:8000), with the five stories
	@$(MANAGE) prepare_local_site $(HOST):$(PORT)
	@exec $(MANAGE) runserver $(HOST):$(PORT)

install: .venv/tools  ## Everything the other commands need, in .venv

check: export DATABASE_URL = sqlite://:memory:
check: .venv/tools  ## Format, lint, import floors, Django's checks, types, rules of the house
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m djhtml --check templates
	.venv/bin/djade --check --target-version 5.2 $(DJANGO_HTML)
	.venv/bin/lint-imports --no-cache
	$(MANAGE) check --fail-level WARNING
	$(MANAGE) makemigrations --check --dry-run
	$(DEPLOYED) $(MANAGE) check --settings config.settings.production --deploy --fail-level WARNING
	$(DEPLOYED) $(MANAGE) check --settings config.settings.public --deploy --fail-level WARNING
	$(PY) -m mypy
	$(PY) -m pytest -m 'not django_db' tests/house

test: export DATABASE_URL = sqlite://:memory:
# In a browser the modules with few tests take longest: they must not come last.
test: .venv/tools  ## Every test: on both databases, in a real browser, by the checker of markup
	$(PYTEST)
	$(PY) -m tests.postgres $(PYTEST)
	$(PY) -m tests.chromium $(PYTEST) --no-loadscope-reorder tests/browser
	$(PY) -m tests.nu $(PY) -m pytest tests/markup

bench: .venv/tools  ## Time imports and pages at the country's size, and what a slow phone waits for
	$(PY) -m benchmarks imports
	$(PY) -m tests.postgres $(PY) -m benchmarks imports
	$(PY) -m benchmarks serving $(ARGS)
	$(PY) -m benchmarks loading
	$(PY) -m benchmarks lighthouse

demo-national: .venv/runtime  ## The country, to try things out: PLACES=file [AGENCIES=file] [LISTS=folder]
	@$(NATIONAL) prepare_local_site $(HOST):$(PORT)
	@$(NATIONAL) load_national --places $(PLACES) $(if $(AGENCIES),--agencies $(AGENCIES)) \
		$(if $(LISTS),--lists $(LISTS))
	@exec $(NATIONAL) runserver $(HOST):$(PORT)

fix: .venv/tools  ## Apply what `make check` would ask of format and lint
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(PY) -m djhtml templates
	.venv/bin/djade --target-version 5.2 $(DJANGO_HTML)

screenshots: .venv/tools  ## Pictures of every kind of page of the site that runs at HOST:PORT
	$(PY) -m tests.gallery http://$(HOST):$(PORT) var/gallery

messages: export DATABASE_URL = sqlite://:memory:
messages: .venv/tools  ## Read the site's messages into the catalog of translations, and compile it
	$(MANAGE) collect_messages

lock: .venv/tools  ## Write the locked requirements anew; ARGS=--upgrade takes newer ones
	$(COMPILE) requirements.in
	$(COMPILE) requirements-dev.in

.venv/runtime: requirements.txt
	@test -n "$(PYTHON)" || { echo "The Local Record needs Python 3.11 or newer, and found none. \
	PYTHON=/path/to/python3.11 names one." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/tools: .venv/runtime requirements-dev.txt
	$(INSTALL) -r requirements.txt -r requirements-dev.txt
	@touch $@

clean:  ## Remove what the commands made, but no database and no upload
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache var/static
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
