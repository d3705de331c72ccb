#include "gui/segments/conditionsource.h"

#include "domain/condition/contactfields.h"
#include "engine/client/client.h"

namespace gui {

namespace {

QStringList namesOf(const domain::Result<QList<engine::NamedCount>> &counts)
{
    QStringList names;
    for (const engine::NamedCount &one : counts.value_or(QList<engine::NamedCount>()))
        names << one.name;
    return names;
}

} // namespace

void askConditionFields(engine::EngineClient *client, QObject *context,
                        std::function<void(const domain::FieldCatalogue &)> then)
{
    if (!client)
        return;
    client->ask(
        [](engine::Queries &queries) -> domain::Result<domain::FieldCatalogue> {
            return domain::contactFields(queries.attributeNames().value_or(QStringList()), namesOf(queries.groups()),
                                         namesOf(queries.territories()), namesOf(queries.tags()));
        },
        context,
        [then = std::move(then)](const domain::Result<domain::FieldCatalogue> &fields) {
            if (fields)
                then(*fields);
        });
}

} // namespace gui
