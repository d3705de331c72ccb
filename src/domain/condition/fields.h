#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace domain {

enum class FieldType {
    Text,
    Whole,  ///< 64 bits
    Number, ///< double
    YesNo,  ///< counts as the number 1 or 0
    Date,
    DateTime, ///< wall time of the workspace's zone, to the second
    List,     ///< of texts
    Any,      ///< a custom attribute: read as whatever it is compared with
};

/// A name that may stand in a condition.
struct ConditionField
{
    QString name;
    FieldType type = FieldType::Text;
    QStringList choices{};       ///< values that occur, to be offered; others may be typed as well
    bool emptyIsMissing = false; ///< a text that is never null: 'is null' means empty
    bool ignoresCase = false;    ///< a list whose items are compared without regard to ASCII case (tags)
    bool isOffered = true;       ///< else it is understood, but not listed: a predecessor's name

    friend bool operator==(const ConditionField &, const ConditionField &) = default;
};

/// The fields of one kind of record: what notations are checked against, and what completion and the builder offer.
/// A value; read by any thread.
class FieldCatalogue
{
public:
    FieldCatalogue() = default;
    explicit FieldCatalogue(std::vector<ConditionField> fields);

    void add(ConditionField field);
    /// Every name "<prefix>.<anything>" is a field of type Any, whether it is among fields() or not.
    void open(const QString &prefix) { m_open << prefix; }
    /// Another name for a field, understood and not offered: `customer_group` for `group`.
    void addAlias(const QString &alias, const QString &name) { m_aliases.insert(alias, name); }
    void setChoices(const QString &name, const QStringList &choices);

    /// In the order in which they are offered.
    [[nodiscard]] const std::vector<ConditionField> &fields() const { return m_fields; }
    /// Its name is the field's own where an alias was given.
    [[nodiscard]] std::optional<ConditionField> find(const QString &name) const;
    /// Whether a field is called "<prefix>.<something>", or could be.
    [[nodiscard]] bool isPrefix(const QString &prefix) const;
    /// The nearest name there is, for 'did you mean …?'; empty where none is near.
    [[nodiscard]] QString suggestion(const QString &name) const;

private:
    std::vector<ConditionField> m_fields;
    QHash<QString, size_t> m_index;
    QHash<QString, QString> m_aliases;
    QStringList m_open;
};

} // namespace domain
