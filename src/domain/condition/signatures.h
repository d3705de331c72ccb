#pragma once

#include "domain/condition/rawtree.h"

#include <QHash>

namespace domain::conditionparse {

/// What a function or method of the expression notation takes.
struct Signature
{
    Function function;
    int least; ///< arguments; of a method, those in its parentheses
    int most;
    bool hasPrefix; ///< may stand behind frappe.utils
};

[[nodiscard]] const QHash<QString, Signature> &functions();
[[nodiscard]] const QHash<QString, Signature> &methods();
/// "1 or 2 arguments"
[[nodiscard]] QString counted(const Signature &signature);

} // namespace domain::conditionparse
