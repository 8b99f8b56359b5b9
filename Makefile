# The two that a new person needs: make serve, make test. Each sets up what is missing first.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export PYTHONUTF8 := 1
# Nothing here may change its words or its dates with the machine it runs on.
export NO_MKDOCS_2_WARNING := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV NODE_OPTIONS

address := 127.0.0.1:8000
bin := .venv/bin
# How many tests run beside each other: `make test workers=4` on a machine with more processors.
workers := 2
# All tests of a file run in one worker, in the order of the files: what a file needs is made once.
pytest := $(bin)/pytest -n $(workers) --dist loadfile --no-loadscope-reorder
js_tests := $(wildcard tests/unit/js/*.test.mjs)
node_tests := $(if $(js_tests),node --test --test-concurrency $(workers) --test-reporter dot $(js_tests))

.PHONY: help serve test unit build-tests e2e pictures lint lint-types lint-others build check bench bench-scale audit fuzz mutants lock setup browsers clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: setup ## set up, build and serve the site on http://127.0.0.1:8000, rebuilt on every change
	@$(bin)/python -c 'import socket, sys; host, port = sys.argv[1].split(":"); socket.create_server((host, int(port)))' \
		$(address) 2>/dev/null || { echo "Something else is on $(address): stop it, or say make serve address=127.0.0.1:8001" >&2; exit 1; }
	@echo "Building the site; then it is on http://$(address)"
	@$(bin)/mkdocs serve --livereload --dev-addr $(address)

test: browsers lint ## set up, browser included, and run every test
	@$(node_tests)
	@$(pytest)

unit: setup ## the quick tests: no browser, nothing built
	@$(node_tests)
	@$(pytest) tests/unit

build-tests: setup ## the tests of what is built, read as files
	@$(pytest) tests/build

e2e: browsers ## the tests in browsers
	@$(pytest) tests/e2e

pictures: browsers ## make the pictures of the editors' guide anew, by the tests that walk its steps
	@GUIDE_PICTURES=docs/editors-guide $(bin)/pytest tests/e2e/test_guide_of_the_desk.py

lint: setup ## style, types, and imports between rooms
	@$(MAKE) -j 2 lint-types lint-others

# mypy alone takes as long as all the others, and they use what it leaves of the machine.
lint-types:
	@$(bin)/mypy

lint-others:
	@$(bin)/ruff check
	@$(bin)/ruff format --check --quiet
	@$(bin)/lint-imports --no-logo --no-cache
	@node_modules/.bin/tsc
	@npm run --silent lint

build: setup ## the production site, in site/
	@$(bin)/mkdocs build --strict --clean

bench: browsers ## measure press check, the preview, the editors' desk, Lighthouse's scores and how soon Python answers; writes docs/performance.md
	@$(bin)/python tests/bench/check_articles.py
	@$(bin)/python tests/bench/preview.py
	@$(bin)/python tests/bench/desk.py
	@$(bin)/python tests/bench/lighthouse.py
	@$(bin)/python tests/bench/run.py

bench-scale: setup ## measure builds and checks of 100 and 1,000 articles beside stock mkdocs-material (counts=100, runs=1)
	@$(bin)/python tests/bench/scale.py $(if $(counts),--counts $(counts)) --runs $(or $(runs),3)

check: lint ## articles, types and style, without running a test
	@$(bin)/press check

fuzz: setup ## give every reader damaged texts (seconds=600 for each; only="SVG YAML" for some; seed=2 for other texts)
	@$(bin)/python tools/fuzz.py $(only) --seconds $(or $(seconds),600) --seed $(or $(seed),1)

audit: setup ## judge locks, licenses, actions, secrets and known weaknesses; 3: these could not be asked
	@$(bin)/python tools/audit.py

mutants: setup ## change the calculators one number at a time: do the tests notice? (only="iv_dose phq9" for some)
	@$(bin)/python tools/mutants.py $(only)

lock: setup ## choose the versions anew: requirements.txt, tools/uv.txt, package-lock.json
	@tools/lock

setup:
	@tools/setup

browsers:
	@tools/setup browsers

clean: ## remove everything that make made
	@rm -rf .cache .venv node_modules site test-results .hypothesis .mypy_cache .pytest_cache .ruff_cache
