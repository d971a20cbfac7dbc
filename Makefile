# `make` alone builds the site. Everything a target needs is installed or named by it.
SHELL := /bin/bash
CONFIGURATION ?= release
SITE ?= site
PREFIX ?= /usr/local
PORT ?= 8000
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev pkg-config
BROWSER := chromium
READERS := .build/readers
AXE := .build/axe
ARCHIVES := .build/archives
DIST := .build/dist
BINARY := .build/$(CONFIGURATION)/changebook
# With Swift's libraries inside, the program starts in half the time and runs where no Swift is.
SWIFT_RESOURCES := $(shell swift -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
# The toolchain's own linker is silent about calls inside Foundation that the other one warns of.
LINKER := $(if $(wildcard $(SWIFT_RESOURCES)/../../bin/ld.lld),-Xswiftc -use-ld=lld)
STATIC := $(if $(wildcard $(SWIFT_RESOURCES)_static/linux),--static-swift-stdlib $(LINKER))
# Sources in C and C++ name themselves in their messages of errors: not by the builder's folder.
UNNAMED := -Xcc -ffile-prefix-map=$(CURDIR)/= -Xcxx -ffile-prefix-map=$(CURDIR)/=
SWIFT_SOURCES := Package.swift Sources Tests templates/Theme.swift

.DEFAULT_GOAL := site
.PHONY: site test check serve golden bench install clean help packages browser format binary \
	calendars queries schemas installed dist distributed

site: binary ## Build the program and render content/ into site/ (the default)
	@$(BINARY) build --output $(SITE)
	@echo "Open $(SITE)/index.html in a browser, or serve the folder with any web server."

binary: packages
	@swift build -c $(CONFIGURATION) --product changebook $(STATIC) $(UNNAMED)

test: packages ## Build everything and run all tests
	@swift test

check: packages ## Check the format, the feeds and the tables with other readers, the pages in a real browser
	@swift format lint --strict --recursive $(SWIFT_SOURCES)
	@$(MAKE) --no-print-directory site
	@$(MAKE) --no-print-directory browser
	@/usr/bin/python3 Tests/Browser/look.py $(SITE)
	@/usr/bin/python3 Tests/Browser/print.py $(SITE)
	@/usr/bin/python3 Tests/Browser/search.py $(SITE) --binary $(BINARY)
	@/usr/bin/python3 Tests/Browser/preview.py $(BINARY)
	@$(MAKE) --no-print-directory $(AXE)/ready
	@/usr/bin/python3 Tests/Browser/access.py $(SITE) --axe $(AXE)
	@$(MAKE) --no-print-directory calendars queries schemas installed distributed

calendars: binary $(READERS)/ready ## Read the feeds back with another library and compare every interval
	@$(READERS)/bin/python Tests/Calendars/read_back.py $(BINARY)

queries: binary $(READERS)/ready ## Read the exported tables with DuckDB and compare the guide's queries
	@$(READERS)/bin/python Tests/Data/query.py $(BINARY)

schemas: binary $(READERS)/ready ## Validate every JSON against its published schema with another library
	@$(READERS)/bin/python Tests/Data/schemas.py $(BINARY)

# The programs that read what this one writes, from the configured package index.
$(READERS)/ready: Tests/Calendars/requirements.txt
	@./.ci/packages python3-venv
	@rm -rf $(READERS)
	@/usr/bin/python3 -m venv $(READERS)
	@$(READERS)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# axe-core, as one package brings it: checked against its hash, and never installed.
$(AXE)/ready: Tests/Browser/requirements.txt $(READERS)/ready
	@rm -rf $(AXE)
	@$(READERS)/bin/pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
	  --dest $(AXE) --requirement $<
	@touch $@

serve: binary ## Preview the site on http://127.0.0.1:8000 while it is written (PORT=n for another)
	@$(BINARY) serve --port $(PORT)

golden: packages ## Rewrite the golden sites and the guide’s table of fields
	@CHANGEBOOK_REWRITE_GOLDEN=1 swift test --filter "GoldenSites|TemplateGuide|AdoptionTests"
	@git status --short Tests/GoldenSites Tests/Adoption content/guide

bench: binary ## Compare speed and memory with Hugo on 10 000 records
	@python3 Tests/Bench/bench.py

format: ## Rewrite the sources in the project's format
	@swift format --in-place --recursive $(SWIFT_SOURCES)

# Without symbols and debug information: they name the folders of whoever built it, and are a third of it.
install: binary ## Install the program, its theme and its notices under PREFIX (/usr/local)
	@./.ci/packages binutils
	@install -d $(DESTDIR)$(PREFIX)/lib/changebook $(DESTDIR)$(PREFIX)/bin \
	  $(DESTDIR)$(PREFIX)/share/doc/changebook
	@install -m 755 -s $(BINARY) $(DESTDIR)$(PREFIX)/lib/changebook/changebook
	@rm -rf $(DESTDIR)$(PREFIX)/lib/changebook/changebook_Theme.resources
	@cp -R .build/$(CONFIGURATION)/changebook_Theme.resources $(DESTDIR)$(PREFIX)/lib/changebook/
	@ln -sf ../lib/changebook/changebook $(DESTDIR)$(PREFIX)/bin/changebook
	@install -m 644 LICENSE THIRD-PARTY-NOTICES.md $(DESTDIR)$(PREFIX)/share/doc/changebook/

installed: ## Install into an empty folder and use what is there
	@./.ci/installed

# Debian's archives stand in the place of its shared libraries: what is given away finds none of them.
dist: packages ## Make an archive and a Debian package of the program, in .build/dist
	@./.ci/packages binutils xz-utils dpkg-dev gcc
	@rm -rf $(ARCHIVES) && ./.ci/archives $(ARCHIVES)
	@PKG_CONFIG_PATH=$(CURDIR)/$(ARCHIVES) \
	  swift build -c release --product changebook $(STATIC) $(UNNAMED)
	@./.ci/dist .build/release/changebook .build/release/changebook_Theme.resources $(DIST)

distributed: dist ## Unpack and install what is given away, each in an empty folder, and use it
	@./.ci/distributed $(DIST)

clean: ## Remove what was built
	@rm -rf .build .bench $(SITE)

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

# Installs the Debian packages that are missing, as root or through sudo; elsewhere names them.
packages:
	@./.ci/packages $(PACKAGES)

browser:
	@./.ci/packages $(BROWSER) python3-websocket fonts-liberation poppler-utils
