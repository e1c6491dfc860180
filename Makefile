# What one can do here. `make` alone lists it.

SWIFT ?= swift
SOURCES := Sources Tests Package.swift

.PHONY: help site serve test test-serve format lint bench bench-serve clean prepare

help:
	@echo 'make site     build sitegen and, with it, the website in public/'
	@echo 'make serve    show the website in a browser while you write'
	@echo 'make test     run every test'
	@echo 'make test-serve   look at the server in a headless browser'
	@echo 'make format   lay out the code as the style wants it'
	@echo 'make lint     say where the code is laid out otherwise'
	@echo 'make bench    time a build of 10,000 notes'
	@echo 'make bench-serve  time from a save to the new page'
	@echo 'make clean    remove what was built (public/ stays)'

prepare:
	@Scripts/prepare

site: prepare
	$(SWIFT) build -c release --product sitegen
	.build/release/sitegen build
	@Scripts/show-site

serve: prepare
	$(SWIFT) build -c release --product sitegen
	.build/release/sitegen serve --open

test: prepare
	$(SWIFT) test --disable-xctest
	@Scripts/published-cases

test-serve: prepare
	@Scripts/prepare-browser
	$(SWIFT) build --product sitegen
	@Tests/Web/serve.py

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

bench: prepare
	$(SWIFT) build -c release --product sitegen
	@Benchmarks/notes

bench-serve: prepare
	@Scripts/prepare-browser
	$(SWIFT) build -c release --product sitegen
	@Benchmarks/serve

clean:
	$(SWIFT) package clean
	rm -rf .sitegen
