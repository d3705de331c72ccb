#!/usr/bin/env python3
"""Writes src/domain/address/areacodedata.cpp: the state or province of each area code of the USA and Canada.

    packaging/make-area-code-table.py DIRECTORY > src/domain/address/areacodedata.cpp

DIRECTORY holds the package `phonenumbers` of Debian's python3-phonenumbers (libphonenumber's place names, Apache-2.0).
An area code of several provinces (867, 902) is left out.
"""
import sys
import textwrap

NAMES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "Florida": "FL", "Georgia": "GA", "Hawaii": "HI", "Idaho": "ID",
    "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA",
    "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS",
    "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH", "New Jersey": "NJ",
    "New Mexico": "NM", "New York": "NY", "North Carolina": "NC", "North Dakota": "ND", "Ohio": "OH",
    "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Philadelphia": "PA", "Rhode Island": "RI",
    "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT",
    "Virginia": "VA", "Washington D.C.": "DC", "Washington State": "WA", "West Virginia": "WV", "Wisconsin": "WI",
    "Wyoming": "WY", "Alberta": "AB", "British Columbia": "BC", "Manitoba": "MB", "New Brunswick": "NB",
    "Newfoundland and Labrador": "NL", "Ontario": "ON", "Quebec": "QC", "Saskatchewan": "SK",
}
CODES = set(NAMES.values())
SEVERAL = {"Northwest Territories/Nunavut/Yukon", "Nova Scotia/Prince Edward Island"}


def code_of(name):
    if name in SEVERAL:
        return None
    code = NAMES.get(name) or name.rsplit(", ", 1)[-1]
    if code not in CODES:
        raise SystemExit(f"unknown place: {name}")
    return code


def main():
    sys.path.insert(0, sys.argv[1])
    from phonenumbers.geodata import GEOCODE_DATA

    codes, cities = {}, {}
    for prefix, names in GEOCODE_DATA.items():
        if not prefix.startswith("1") or "en" not in names:
            continue
        name = names["en"]
        if len(prefix) == 4:
            codes[prefix[1:]] = code_of(name)
        elif len(prefix) > 4 and ", " in name:
            cities.setdefault(prefix[1:4], set()).add(name.rsplit(", ", 1)[-1])
    for area, states in cities.items():  # area codes that are known by their cities alone
        if area not in codes and len(states) == 1 and states <= CODES:
            codes[area] = states.pop()
    rows = (f"{{{area},\"{code}\"}}" for area, code in sorted(codes.items()) if code)
    table = textwrap.fill(", ".join(rows), width=118, initial_indent="    ", subsequent_indent="    ")
    print(f"""\
// Made by packaging/make-area-code-table.py; do not edit by hand.
//
// The places are those of libphonenumber 8.12.57, re-encoded:
// Copyright (C) 2011-2022 The Libphonenumber Authors
// Licensed under the Apache License, Version 2.0 (the "License"); you may not use this data except in compliance with
// the License. You may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0
// Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on
// an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the
// specific language governing permissions and limitations under the License.

#include "domain/address/areacodes.h"

// clang-format off
namespace domain {{

namespace {{

constexpr AreaCode table[] = {{
{table}
}};

}} // namespace

std::span<const AreaCode> areaCodes() {{ return table; }}

}} // namespace domain
// clang-format on""")


if __name__ == "__main__":
    main()
