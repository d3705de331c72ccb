#pragma once

#include "domain/condition/fields.h"

#include <QObject>

#include <functional>

namespace engine {
class EngineClient;
}

namespace gui {

/// The fields of contacts with what the workspace has: its groups, territories, tags and custom attributes. `then` is
/// called once, later, in `context`'s thread if it still lives; never where there is no client. GUI thread.
void askConditionFields(engine::EngineClient *client, QObject *context,
                        std::function<void(const domain::FieldCatalogue &)> then);

} // namespace gui
