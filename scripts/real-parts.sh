#!/usr/bin/env bash
# Installs what the real tests need besides Node into .cache/real: moto, zizmor, an MCP SDK and two readers of a site (Python), act
# and actionlint (Go), an MCP server and a reader of agents' cards (npm), a browser.
set -euo pipefail
cd "$(dirname "$0")/.."
parts="$PWD/.cache/real"
mkdir -p "$parts/bin"

# Python's and Go's beside each other; the script fails where one of them does.
install_python() {
  if [ ! -x "$parts/venv/bin/moto_server" ] || [ ! -x "$parts/venv/bin/zizmor" ] || [ ! -x "$parts/venv/bin/cfn-lint" ]; then
    python3 -m venv "$parts/venv"
    "$parts/venv/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.*' 'zizmor==1.32.*' 'cfn-lint==1.*'
  fi
  "$parts/venv/bin/python" -c 'import mcp.server.mcpserver' 2>/dev/null ||
    "$parts/venv/bin/pip" install --quiet --disable-pip-version-check 'mcp==2.*'
  # Readers of a site: an MCP registry's client, and the A2A SDK's resolver of cards.
  "$parts/venv/bin/python" -c 'import a2a.client, mcp_registry_cli.api' 2>/dev/null ||
    "$parts/venv/bin/pip" install --quiet --disable-pip-version-check 'mcp-registry-cli==0.3.4' 'a2a-sdk==1.3.0'
}
(set -e; install_python) &
python=$!
everything="@modelcontextprotocol/server-everything"
a2a="@a2a-js/sdk"
[ -d "$parts/npm/node_modules/$everything" ] && [ -d "$parts/npm/node_modules/$a2a" ] ||
  npm install --prefix "$parts/npm" --ignore-scripts --no-audit --no-fund --silent "$everything@2026.8.31" "$a2a@1.3.0"
[ -x "$parts/bin/act" ] || GOBIN="$parts/bin" go install github.com/nektos/act@v0.2.89
[ -x "$parts/bin/actionlint" ] || GOBIN="$parts/bin" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
# A browser for the pages of a site: the machine's own, Debian's, or one of playwright's.
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  else
    npx playwright-core install --with-deps chromium
  fi
fi
wait "$python"
