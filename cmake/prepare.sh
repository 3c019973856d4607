# Sourced by examples/run.sh and tests/run.sh: makes sure that what the build needs is installed, and says plainly what is missing.
# Usage: prepare PACKAGE…   (Debian package names)

prepare() {
    missing=""
    for package in "$@"; do
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        [ "$status" = "install ok installed" ] || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0

    if ! command -v apt-get >/dev/null 2>&1; then
        echo "guicheng: these packages (Debian names) are needed and this system has no apt-get:$missing" >&2
        echo "guicheng: 缺少以下软件包（Debian 名称），而本系统没有 apt-get，请自行安装：$missing" >&2
        return 1
    fi
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1; then
            as_root="sudo"
        else
            echo "guicheng: not root and no sudo; please run: apt-get install --no-install-recommends$missing" >&2
            echo "guicheng: 没有管理员权限，请先运行：apt-get install --no-install-recommends$missing" >&2
            return 1
        fi
    fi
    echo "guicheng: installing:$missing"
    # shellcheck disable=SC2086 — the list is meant to be split
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/dev/null 2>&1; then
        $as_root apt-get update >/dev/null || { echo "guicheng: apt-get update failed; is the network reachable? still missing:$missing" >&2; return 1; }
        # shellcheck disable=SC2086
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/dev/null || {
            echo "guicheng: could not install:$missing" >&2
            echo "guicheng: 以下软件包无法安装，请检查软件源：$missing" >&2
            return 1
        }
    fi
}

build_packages="g++ cmake ninja-build ccache tao-pegtl-dev libfmt-dev libyaml-cpp-dev libsimdjson-dev libboost-graph-dev libssl-dev libcli11-dev"
test_packages="catch2 nlohmann-json3-dev graphviz git"

# Jobs that this machine's memory and processors carry.
jobs() {
    nproc 2>/dev/null || echo 2
}
