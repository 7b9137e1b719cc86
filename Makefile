# The commands of the site. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve publish check proof status pictures test test-all lock

help:
	@echo "make site      build the site into site/"
	@echo "make serve     preview the site while you edit"
	@echo "make publish TO=FOLDER  build the site for a web server, whole or not at all"
	@echo "make check     read all pages and tell what is wrong, without building"
	@echo "make proof     proof the Welsh: spelling, mutations, terms"
	@echo "make status    show how each pair of pages stands"
	@echo "make pictures  draw the pictures of the editors' guides anew"
	@echo "make test      run every test, a real browser included"
	@echo "make test-all  run what needs Java, and axe in every setting"
	@echo "make lock      choose the newest versions of all packages"

site: .venv/ready
	$(BIN)/mkdocs build --strict

serve: .venv/ready
	$(BIN)/mkdocs serve

publish: .venv/ready
	$(BIN)/python scripts/publish_site.py $(if $(TO),"$(TO)")

check: .venv/ready
	@$(BIN)/python scripts/check_sources.py

proof: .venv/ready
	@$(BIN)/python scripts/proof.py

status: .venv/ready
	@$(BIN)/python scripts/show_status.py --page status.html

pictures: .venv/ready
	$(BIN)/python scripts/developers/install_browser.py
	$(BIN)/python scripts/developers/draw_guide.py

test: .venv/ready
	$(BIN)/python scripts/developers/install_browser.py
	$(BIN)/python -m pytest

test-all: .venv/ready
	$(BIN)/python scripts/developers/install_browser.py
	$(BIN)/python scripts/developers/install_html_checker.py
	$(BIN)/python scripts/developers/install_server.py
	$(BIN)/python scripts/developers/install_omegat.py
	$(BIN)/python -m pytest -m everything

lock: .venv/ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--extra test --custom-compile-command "make lock" --output-file requirements.txt pyproject.toml
	rm .venv/ready

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is needed. Fix: install it, or name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo "Python cannot make an environment. Fix: install its venv part (Debian: apt-get install python3-venv)"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@
