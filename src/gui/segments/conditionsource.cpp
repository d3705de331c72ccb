#include "gui/segments/conditionsource.h"

#include "engine/client/client.h"

namespace gui {

void askConditionFields(engine::EngineClient *client, QObject *context,
                        std::function<void(const domain::FieldCatalogue &)> then)
{
    if (!client)
        return;
    client->ask([](engine::Queries &queries) { return queries.conditionFields(); }, context,
                [then = std::move(then)](const domain::Result<domain::FieldCatalogue> &fields) {
                    if (fields)
                        then(*fields);
                });
}

} // namespace gui
