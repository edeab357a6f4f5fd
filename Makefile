# Hai lệnh cần nhớ: `make site` dựng trang, `make test` kiểm tra mọi thứ.
# The same steps as plain pip lines, for machines without make, are in README.md.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
UV     := 0.13.9
ENGINES_PIP := .cache/engines/bin/python -m pip --disable-pip-version-check --no-input --quiet

.DELETE_ON_ERROR:
.PHONY: site serve test thorough access valid screenshots engines bench bench-search bench-visits mutation fuzz schema lists manual words fonts format lock clean

site: $(VENV)/package.stamp
	$(BIN)/bantin build --strict
	@echo
	@echo "Đã dựng xong trang trong thư mục site/. Để xem thử, mời chạy lệnh:"
	@echo "    $(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000"
	@echo "rồi mở http://127.0.0.1:8000/ trong trình duyệt; nhấn Ctrl+C để dừng."

serve: $(VENV)/package.stamp
	$(BIN)/bantin serve

# The files that tests/together.py names run in one process, so that they share what they read. Compiled modules are kept,
# since tests start many programs.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/dev.stamp
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --numprocesses auto --dist loadgroup

# The same tests with four times as many made-up examples, and the whole site built both ways: a few minutes more.
thorough: export THOROUGH := 1
thorough: test

# Every kind of page in Chromium, for every size, scheme and size of letters: what axe-core and our own eyes find.
access: $(VENV)/dev.stamp
	$(BIN)/bantin build --strict
	$(BIN)/python tools/access.py site

# One page of every kind through the Nu Html Checker, which needs a Java.
valid: $(VENV)/dev.stamp
	$(BIN)/bantin build --strict
	$(BIN)/python tools/valid.py site

# Pictures of each kind of page, for docs/anh/man-hinh/.
screenshots: $(VENV)/dev.stamp
	$(BIN)/bantin build --strict
	$(BIN)/python tools/screenshots.py site

# Our pages by engines that are not ours, in an environment of their own: do they say the same?
engines: .cache/engines/package.stamp $(VENV)/package.stamp
	$(BIN)/python tools/engines.py --bin .cache/engines/bin

# Times and memory beside Hugo, MkDocs, mkdocs-macros and a copy: docs/toc-do.md. make bench BENCHFLAGS="--sizes 5000"
bench: $(VENV)/package.stamp
	$(BIN)/python tools/bench.py $(BENCHFLAGS)

# How well and how fast the search answers: docs/toc-do.md. make bench-search BENCHFLAGS="--reports 1000"
bench-search: $(VENV)/dev.stamp
	$(BIN)/python tools/bench_search.py $(BENCHFLAGS)

# How heavy and how soon there a first visit of every kind of page is, on a cheap phone with a slow 4G.
bench-visits: $(VENV)/dev.stamp
	$(BIN)/bantin build --strict
	$(BIN)/python tools/bench_visits.py site

# Which slips in our own figures the checks notice, and why the others cannot be noticed; ten minutes.
mutation: $(VENV)/package.stamp
	$(BIN)/python tools/mutation.py

# Mutated files for the readers, by atheris where it can be installed: make fuzz FUZZ_SECONDS=300
FUZZ_SECONDS ?= 60
fuzz: $(VENV)/package.stamp
	$(BIN)/python tools/fuzz_reader.py --seconds $(FUZZ_SECONDS)

# After a change of the lists in data/danh-muc/, or of the keys that data files may have.
schema: $(VENV)/package.stamp
	$(BIN)/bantin schema

# After a change of what comes with the package for other sites: the lists, the guides, the workflows.
lists: $(VENV)/package.stamp
	$(BIN)/python tools/shipped.py

# After a change of what a code means, of its example in tests/sites/broken/ or of a message.
manual: $(VENV)/package.stamp
	$(BIN)/python tools/manual.py

# After a change of click's words in Vietnamese, or a new version of click.
words: $(VENV)/package.stamp
	$(BIN)/python tools/words.py

# After a change of what the pages print; the fonts of their designers lie in a folder: make fonts FONTS=folder
fonts: .cache/fonts/tool.stamp
	.cache/fonts/bin/python tools/fonts.py $(FONTS)

.cache/fonts/tool.stamp:
	$(PYTHON) -m venv --clear .cache/fonts
	.cache/fonts/bin/python -m pip install --disable-pip-version-check --quiet fonttools==4.68.0 brotli==1.2.1
	@touch $@

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Keeps the versions that are locked; `make lock LOCKFLAGS=--upgrade` takes the newest. One version of each package
# serves all Pythons and systems («fewest»), so that all of them build the same pages.
LOCK = .cache/uv-$(UV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --custom-compile-command "make lock" $(LOCKFLAGS)

lock: .cache/uv-$(UV)/bin/uv
	$(LOCK) pyproject.toml --group build --output-file requirements.txt
	$(LOCK) pyproject.toml --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group engines --constraint requirements.txt --output-file requirements-engines.txt

.cache/uv-$(UV)/bin/uv:
	$(PYTHON) -m venv --clear .cache/uv-$(UV)
	.cache/uv-$(UV)/bin/python -m pip install --disable-pip-version-check --quiet "uv==$(UV)"

.cache/engines/package.stamp: requirements.txt requirements-engines.txt pyproject.toml
	$(PYTHON) -m venv --clear .cache/engines
	$(ENGINES_PIP) install --require-hashes -r requirements.txt -r requirements-engines.txt
	$(ENGINES_PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) .bantin site build dist generator/*.egg-info .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find generator tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A change of the locked requirements starts the environment afresh, so that nothing dropped stays behind.
$(VENV)/runtime.stamp: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
		echo "Cần Python 3.11 trở lên; «$(PYTHON)» là: $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Nếu máy có bản mới hơn, mời chỉ rõ: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Đang cài đặt vào $(VENV) (vài phút ở lần đầu)…"
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/package.stamp: $(VENV)/runtime.stamp pyproject.toml
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/package.stamp requirements-dev.txt requirements-held.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --require-hashes --no-deps -r requirements-held.txt
	@touch $@
