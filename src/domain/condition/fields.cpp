#include "domain/condition/fields.h"

#include "domain/template/suggest.h"

#include <algorithm>

namespace domain {

FieldCatalogue::FieldCatalogue(std::vector<ConditionField> fields)
{
    for (ConditionField &field : fields)
        add(std::move(field));
}

void FieldCatalogue::add(ConditionField field)
{
    if (m_index.contains(field.name)) {
        m_fields[m_index.value(field.name)] = std::move(field);
        return;
    }
    m_index.insert(field.name, m_fields.size());
    m_fields.push_back(std::move(field));
}

void FieldCatalogue::setChoices(const QString &name, const QStringList &choices)
{
    if (const auto it = m_index.constFind(name); it != m_index.constEnd())
        m_fields[*it].choices = choices;
}

std::optional<ConditionField> FieldCatalogue::find(const QString &name) const
{
    if (const auto it = m_index.constFind(m_aliases.value(name, name)); it != m_index.constEnd())
        return m_fields[*it];
    for (const QString &prefix : m_open)
        if (name.size() > prefix.size() + 1 && name.startsWith(prefix) && name[prefix.size()] == u'.')
            return ConditionField{name, FieldType::Any, {}, true};
    return std::nullopt;
}

bool FieldCatalogue::isPrefix(const QString &prefix) const
{
    const QString dotted = prefix + u'.';
    return m_open.contains(prefix) || std::any_of(m_fields.begin(), m_fields.end(), [&](const ConditionField &field) {
               return field.name.startsWith(dotted);
           });
}

QString FieldCatalogue::suggestion(const QString &name) const
{
    QStringList names;
    for (const ConditionField &field : m_fields) {
        if (field.name.mid(field.name.indexOf(u'.') + 1) == name) // a custom attribute named without its prefix
            return field.name;
        if (field.isOffered)
            names << field.name;
    }
    return nearestName(name, names);
}

} // namespace domain
