# The tasks of this project. `make` alone lists them.

SWIFT ?= swift
SOURCES := Sources Tests Fuzz Package.swift
RUNS ?= 10000000
SHARE ?= 1
# Without debug information, because it slows the build. All targets use the same flags, because other flags would
# rebuild everything.
RELEASE := $(SWIFT) build -c release -debug-info-format none --product sitegen

.PHONY: help site serve test test-serve test-site test-numbers docs format lint bench bench-quick bench-serve fuzz hostile torture newer-versions clean prepare

help:
	@echo 'make site            build sitegen and, with it, the website in public/'
	@echo 'make serve           show the website in a browser while you write'
	@echo 'make test            run all tests'
	@echo 'make test-serve      test the preview server in a headless browser'
	@echo 'make test-site       check the finished sites: markup, accessibility, links, sizes'
	@echo 'make test-numbers    read back the numbers that ICU and num2words spell (SHARE=50: one in fifty)'
	@echo 'make docs            write docs/rules.md and the keys in docs/templates.md from the program'
	@echo 'make format          format the code'
	@echo 'make lint            check the format of the code'
	@echo 'make bench           time sitegen, Hugo and others, and write docs/performance.md (half an hour)'
	@echo 'make bench-quick     the same with small projects, in a minute; writes nothing'
	@echo 'make bench-serve     time from a save to the new page'
	@echo 'make fuzz            fuzz whatever reads text, with ten million inputs each (RUNS=10000: fewer)'
	@echo 'make torture         kill builds, let every system call fail, fill disks (hours; SHORT=--short: minutes)'
	@echo 'make hostile         run all hostile projects, and parse the pages that show hostile text'
	@echo 'make newer-versions  list newer versions of the dependencies'
	@echo 'make clean           remove build products (public/ stays)'

prepare:
	@Scripts/prepare

site: prepare
	$(RELEASE)
	.build/release/sitegen build
	@Scripts/show-site

serve: prepare
	$(RELEASE)
	.build/release/sitegen serve --open

test:
	@Scripts/prepare tests
	$(SWIFT) test --disable-xctest
	@Scripts/published-cases

docs: prepare
	$(SWIFT) build --product sitegen
	.build/debug/sitegen rules > docs/rules.md
	rm -rf .build/documented-site && Scripts/documented-site .build/documented-site
	sed '/^## Pages and their keys$$/,$$d' docs/templates.md > .build/templates.md
	.build/debug/sitegen templates keys --project .build/documented-site >> .build/templates.md
	mv .build/templates.md docs/templates.md

test-serve: prepare
	@Scripts/prepare browser
	$(SWIFT) build --product sitegen
	@Tests/Web/serve.py

test-site: prepare
	$(RELEASE)
	@Tests/Web/run .build/release/sitegen

test-numbers: prepare
	@Tests/Numbers/run $(SHARE)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

bench bench-quick:
	@Scripts/prepare python
	@Benchmarks/run --plan $(QUICK)
	$(RELEASE)
	@Benchmarks/run $(QUICK)

bench-quick: QUICK := --quick

fuzz: prepare
	@Scripts/fuzz $(RUNS)

torture: prepare $(if $(SHORT),,hostile)
	@Scripts/prepare python
	$(RELEASE)
	@Tests/Torture/run $(SHORT) .build/release/sitegen

hostile: prepare
	@Scripts/prepare tests
	$(RELEASE)
	@Tests/Hostile/run .build/release/sitegen

newer-versions:
	@Scripts/newer-versions

bench-serve: prepare
	@Scripts/prepare browser
	$(RELEASE)
	@Benchmarks/serve

clean:
	$(SWIFT) package clean
	rm -rf .sitegen
