#!/bin/sh
echo "started as $SW_AGENT_NAME"
