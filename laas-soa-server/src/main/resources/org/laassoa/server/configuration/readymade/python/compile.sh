#!/bin/sh
# Installs what a Python project depends on into an environment of its own, then runs its tests with
# pytest where that is among it, else with unittest. What is downloaded stays for later builds.
set -eu

python=python3
if [ -f requirements.txt ] || [ -f pyproject.toml ] || [ -f setup.py ]; then
  python3 -m venv "$LAAS_TARGET/venv"
  python="$LAAS_TARGET/venv/bin/python"
fi
if [ -f requirements.txt ]; then
  "$python" -m pip install -r requirements.txt
fi
if [ -f pyproject.toml ] || [ -f setup.py ]; then
  "$python" -m pip install .
fi

if "$python" -c 'import pytest' 2>/dev/null; then
  "$python" -m pytest
  exit
fi
code=0
"$python" -m unittest -v || code=$?
# 5: there are no tests. Below Python 3.12 that is 0.
if [ "$code" -ne 0 ] && [ "$code" -ne 5 ]; then
  exit "$code"
fi
