#!/bin/sh
# Installs what a Node.js project depends on, then runs its scripts "build" and "test", as far as it
# has them. What is downloaded stays for later builds.
set -eu

if [ -f package-lock.json ] || [ -f npm-shrinkwrap.json ]; then
  npm ci --no-audit --no-fund
elif [ -f yarn.lock ]; then
  yarn install --frozen-lockfile --non-interactive
else
  npm install --no-audit --no-fund
fi
npm run build --if-present
npm run test --if-present
