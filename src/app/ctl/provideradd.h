#pragma once

#include "app/ctl/context.h"

namespace ctl {

// `provider add KIND` for every kind there is, from the fields each is set up with.

/// What it takes: the name and the pace, and every setting of every kind, spelt with dashes (accountSid: account-sid).
[[nodiscard]] QStringList addOptions();
/// What a kind is set up with, for `--help`; of all kinds where `plain` names none.
[[nodiscard]] QString addHelp(const QStringList &plain);
/// Secrets come by standard input, never by an argument, which every program of the machine can read: one a line, in
/// the order of the kind's fields and those first that are needed, or as name=value.
void addProvider(Context &context);
/// `provider kinds`: what there is.
void listKinds(Context &context);

} // namespace ctl
