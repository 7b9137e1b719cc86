# The commands of the site. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve publish check proof status pictures test test-all lock

help:
	@echo "make site                adeiladu'r wefan yn y ffolder site"
	@echo "make serve               dangos y wefan wrth i chi olygu"
	@echo "make publish TO=FFOLDER  adeiladu'r wefan i weinydd gwe, yn gyfan neu ddim o gwbl"
	@echo "make check               darllen pob tudalen a dweud beth sydd o'i le, heb adeiladu"
	@echo "make proof               gwirio'r ddwy iaith: sillafu, treigladau, termau"
	@echo "make status              dangos sefyllfa pob pâr o dudalennau, ac ysgrifennu status.html"
	@echo "make pictures            tynnu lluniau canllawiau'r golygyddion o'r newydd"
	@echo "make test                rhedeg pob prawf, a phorwr go iawn yn eu plith"
	@echo "make test-all            rhedeg yr hyn y mae angen Java neu borwyr eraill arno, ac axe ym mhob gosodiad"
	@echo "make lock                dewis fersiynau diweddaraf pob pecyn, a dangos pa rai sydd wedi newid"
	@echo
	@echo "make site                build the site into the folder site"
	@echo "make serve               preview the site while you edit"
	@echo "make publish TO=FOLDER   build the site for a web server, whole or not at all"
	@echo "make check               read all pages and tell what is wrong, without building"
	@echo "make proof               proof both languages: spelling, mutations, terms"
	@echo "make status              show how each pair of pages stands, and write status.html"
	@echo "make pictures            draw the pictures of the editors' guides anew"
	@echo "make test                run every test, a real browser included"
	@echo "make test-all            run what needs Java or other browsers, and axe in every setting"
	@echo "make lock                choose the newest versions of all packages, and show which have changed"

site: .venv/ready
	$(BIN)/python scripts/run_engine.py build --strict

serve: .venv/ready
	$(BIN)/python scripts/run_engine.py serve

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
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

test-all: .venv/ready
	$(BIN)/python scripts/developers/install_browser.py
	$(BIN)/python scripts/developers/install_html_checker.py
	$(BIN)/python scripts/developers/install_server.py
	$(BIN)/python scripts/developers/install_omegat.py
	$(BIN)/python scripts/developers/install_engines.py
	$(BIN)/python -m pytest -m everything --numprocesses auto --dist loadfile

lock: .venv/ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--extra test --custom-compile-command "make lock" --output-file requirements.txt pyproject.toml
	@git diff --unified=0 requirements.txt | sed -n '/^[-+][a-z]/s/ .*//p'
	rm .venv/ready

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Mae angen Python 3.11 neu ddiweddarach. I'w gywiro: gosodwch ef, neu enwch ef: make $(MAKECMDGOALS) PYTHON=python3.12"; \
		echo "Python 3.11 or later is needed. Fix: install it, or name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo "Ni all Python wneud amgylchedd. I'w gywiro: gosodwch ei ran venv (Debian: apt-get install python3-venv)"; \
		echo "Python cannot make an environment. Fix: install its venv part (Debian: apt-get install python3-venv)"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@
