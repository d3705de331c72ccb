#!/usr/bin/env python3
"""Writes src/domain/address/timezonedata.cpp: which time zones a phone number or a country can be in.

    packaging/make-timezone-table.py DATA0.PY ZONE.TAB > src/domain/address/timezonedata.cpp

DATA0.PY is phonenumbers/tzdata/data0.py of Debian's python3-phonenumbers (libphonenumber's zone map, Apache-2.0; take
the version of the libphonenumber8 that is linked), ZONE.TAB is /usr/share/zoneinfo/zone.tab (public domain).
A prefix that says the same as the next shorter one is left out: the longest match stays the same.
"""
import sys
import textwrap
import types


def load_prefixes(path):
    source = open(path, encoding="utf-8").read().replace("from ..util import u", "")
    module = types.ModuleType("data0")
    exec(compile(source, path, "exec"), module.__dict__)
    return {prefix: tuple(zones) for prefix, zones in module.data.items()}


def load_countries(path):
    countries = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        code, _, zone = line.split("\t")[:3]
        countries.setdefault(code, []).append(zone.strip())
    return {code: tuple(zones) for code, zones in sorted(countries.items())}


def shorten(prefixes):
    kept = {}
    for prefix in sorted(prefixes, key=len):
        parent = next((prefix[:n] for n in range(len(prefix) - 1, 0, -1) if prefix[:n] in kept), None)
        if parent is None or kept[parent] != prefixes[prefix]:
            kept[prefix] = prefixes[prefix]
    return kept


def rows(items):
    return textwrap.fill(", ".join(items), width=118, initial_indent="    ", subsequent_indent="    ",
                         break_on_hyphens=False, break_long_words=False)


def main():
    prefixes = shorten(load_prefixes(sys.argv[1]))
    countries = load_countries(sys.argv[2])
    lists = sorted(set(prefixes.values()) | set(countries.values()))
    zones = sorted({zone for each in lists for zone in each})
    zone_index = {zone: i for i, zone in enumerate(zones)}
    list_index = {each: i for i, each in enumerate(lists)}
    members, starts = [], []
    for each in lists:
        starts.append(str(len(members)))
        members += [str(zone_index[zone]) for zone in each]
    starts.append(str(len(members)))
    ordered = sorted(prefixes.items(), key=lambda item: int(item[0]))
    zone_rows = rows(f'"{zone}"' for zone in zones)
    prefix_rows = rows(f"{{{prefix},{list_index[each]}}}" for prefix, each in ordered)
    country_rows = rows(f"{{{{'{code[0]}','{code[1]}'}},{list_index[each]}}}" for code, each in countries.items())
    print(f"""\
// Made by packaging/make-timezone-table.py; do not edit by hand.
//
// The map from prefixes to zones is the zone map of libphonenumber 8.12.57, re-encoded:
// Copyright (C) 2011-2022 The Libphonenumber Authors
// Licensed under the Apache License, Version 2.0 (the "License"); you may not use this data except in compliance with
// the License. You may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0
// Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on
// an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the
// specific language governing permissions and limitations under the License.
//
// The map from countries to zones is zone.tab of the tz database (public domain).

#include "domain/address/timezonedata.h"

// clang-format off
namespace domain::timezonedata {{

constexpr const char *zoneNames[] = {{
{zone_rows}
}};
constexpr quint16 listStarts[] = {{
{rows(starts)}
}};
constexpr quint16 listMembers[] = {{
{rows(members)}
}};
constexpr Prefix prefixTable[] = {{
{prefix_rows}
}};
constexpr Country countryTable[] = {{
{country_rows}
}};

std::span<const char *const> zones() {{ return zoneNames; }}
std::span<const quint16> starts() {{ return listStarts; }}
std::span<const quint16> members() {{ return listMembers; }}
std::span<const Prefix> prefixes() {{ return prefixTable; }}
std::span<const Country> countries() {{ return countryTable; }}

}} // namespace domain::timezonedata
// clang-format on""")


if __name__ == "__main__":
    main()
