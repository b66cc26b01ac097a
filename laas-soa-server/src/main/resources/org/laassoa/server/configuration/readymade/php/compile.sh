#!/bin/sh
# Installs what a PHP project depends on, looks at the syntax of its files, then runs its tests with
# PHPUnit where there is one. What is downloaded stays for later builds.
set -eu

if [ -f composer.json ]; then
  composer install --no-interaction --no-progress --prefer-dist
fi
find . -name vendor -prune -o -name '*.php' -type f -print | while IFS= read -r file; do
  php -l "$file" >/dev/null || exit 1
done
if [ -x vendor/bin/phpunit ]; then
  vendor/bin/phpunit
elif command -v phpunit >/dev/null; then
  if [ -f phpunit.xml ] || [ -f phpunit.xml.dist ]; then
    phpunit
  else
    find . -name vendor -prune -o -name '*Test.php' -type f -print | while IFS= read -r file; do
      phpunit "$file" || exit 1
    done
  fi
fi
