#!/bin/sh
# Stands in for the agent where the agent itself is not what is tested: it joins and polls a real
# server, and ends by the signals that the agent ends by.
version=0.1.0-VERSION
case $1 in
  --version) echo "laas-agent $version"; exit 0 ;;
  doctor) echo "the stand-in is well"; exit 0 ;;
esac
setting() { sed -n "s/^$1=//p" "$settings"; }
settings=$2
server=$(setting server)
own=$(setting root)/.laas
mkdir -p "$own"
trap 'exit 0' TERM
trap 'echo "made room for the next one"; exit 75' HUP
if [ ! -s "$own/identity.json" ]; then
  answer=$(printf '{"join_token":"%s","name":"%s","version":"%s"}' \
    "$(setting join)" "$(setting name)" "$version" \
    | curl -sf -H 'Content-Type: application/json' -d @- "$server/join_agent") || exit 3
  token=$(echo "$answer" | sed 's/.*"token":"\([^"]*\)".*/\1/')
  printf '{"server":"%s","agent_id":"1","token":"%s"}' "$server" "$token" >"$own/identity.json"
fi
token=$(sed 's/.*"token":"\([^"]*\)".*/\1/' "$own/identity.json")
echo "stand-in $version polls $server"
while :; do
  printf 'header = "Authorization: Bearer %s"\nheader = "Content-Type: application/json"\n' "$token" \
    | curl -s -o /dev/null -K - -d "{\"version\":\"$version\"}" "$server/consume_action"
  sleep 0.3
done
