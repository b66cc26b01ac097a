#!/bin/sh
# Compiles, checks and packs the project with the JDK alone: nothing is downloaded.
set -eu
cd "${LAAS_SOURCE:-$(dirname "$0")}"

echo "compiling with $(javac -version 2>&1)"
rm -rf target
javac -encoding UTF-8 -Xlint:all -Werror -d target/classes src/hello/*.java
javac -encoding UTF-8 -cp target/classes -d target/checks test/hello/*.java

echo "checking"
java -cp target/classes:target/checks hello.HelloCheck

jar --create --file target/hello.jar --main-class hello.Hello -C target/classes .
echo "made target/hello.jar"
