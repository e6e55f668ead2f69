#!/bin/sh
# Writes prometheus-rule.yaml: rules/shardline.rules.yaml as the Prometheus operator takes it. Kustomize
# cannot do this, for it puts no file into a resource but as text. Run it after a change of the rules.
set -eu
cd "$(dirname "$0")"
{
  cat <<END
# Generated from rules/shardline.rules.yaml by prometheus-rule.sh: change that, and run this.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shardline
spec:
END
  sed 's/^\(.\)/  \1/' rules/shardline.rules.yaml
} >prometheus-rule.yaml
