#!/bin/sh
# Keeps the agent of this folder running where no systemd does; written by the laas-soa server.
#
#   supervise.sh start   starts it, if it does not run
#   supervise.sh stop    ends it, and the agent with it; what is left after a minute is killed
#   supervise.sh pid     prints the agent's process id, if it runs
cd "$(dirname "$0")" || exit 1
dir=$(pwd -P)
self="$dir/supervise.sh"
settings="$dir/agent.properties"

# alive FILE TEXT: the process whose id is in the file runs, and is the one with that command line.
alive() {
  pid=$(cat "$1" 2>/dev/null) && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null \
    && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -e "$2"
}
supervisor_alive() { alive supervisor.pid "$self run"; }
agent_alive() { alive agent.pid "$settings"; }

pause() { sleep 0.2 2>/dev/null || sleep 1; }

# The agent is asked by SIGHUP to make room for the next one: it must not begin with the signal
# ignored. Hence a handler that does nothing, and no nohup.
run() {
  echo $$ >supervisor.pid
  stopping=
  agent=
  trap 'stopping=yes; [ -z "$agent" ] || kill -TERM "$agent" 2>/dev/null' TERM INT
  trap : HUP
  while [ -z "$stopping" ]; do
    # One that was left behind by a supervisor that was killed.
    while agent_alive; do
      [ -z "$stopping" ] || kill -TERM "$pid"
      pause
    done
    [ -z "$stopping" ] || break
    [ "$(wc -c <agent.log)" -lt 10485760 ] || { cp agent.log agent.log.1 && : >agent.log; }
    "$dir/current/laas-agent/bin/laas-agent" --config "$settings" </dev/null >>agent.log 2>&1 &
    agent=$!
    echo "$agent" >agent.pid
    while :; do
      wait "$agent"
      code=$?
      kill -0 "$agent" 2>/dev/null || break
    done
    agent=
    case $code in
      0 | 2 | 3) # told to end, wrong settings, refused: see laas-agent --help
        echo "supervise.sh: the agent ended with $code and is not started again" >>agent.log
        break
        ;;
    esac
    [ -n "$stopping" ] || sleep 1
  done
  rm -f agent.pid supervisor.pid
}

case $1 in
  run) run ;;
  start)
    supervisor_alive && exit 0
    : >>agent.log
    if command -v setsid >/dev/null; then
      setsid sh "$self" run </dev/null >>agent.log 2>&1 &
    else
      sh "$self" run </dev/null >>agent.log 2>&1 &
    fi
    ;;
  stop)
    if supervisor_alive; then kill -TERM "$pid"; elif agent_alive; then kill -TERM "$pid"; fi
    tries=300
    while supervisor_alive || agent_alive; do
      tries=$((tries - 1))
      if [ $tries = 0 ]; then
        supervisor_alive && kill -KILL "$pid"
        agent_alive && kill -KILL "$pid"
      fi
      pause
    done
    rm -f agent.pid supervisor.pid
    ;;
  pid) if agent_alive; then echo "$pid"; fi ;;
  *)
    echo "supervise.sh start|stop|pid" >&2
    exit 2
    ;;
esac
