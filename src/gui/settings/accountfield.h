#pragma once

#include "domain/provider/kind.h"
#include "gui/kit/form.h"
#include "gui/settings/providerwords.h"

#include <QJsonValue>

namespace gui {

/// One field of an account's settings: the control its type asks for, its words, and what is wrong with it. A secret
/// that is kept is never shown; an empty field keeps it. GUI thread.
class AccountField : public Field
{
    Q_OBJECT

public:
    /// `kept`: what stands in the empty field of a secret there is already; empty where there is none.
    AccountField(const QString &kind, const domain::ProviderField &field, const QJsonValue &value, const QString &kept,
                 QWidget *parent = nullptr);

    [[nodiscard]] const domain::ProviderField &about() const { return m_about; }
    /// As settings hold it; undefined where nothing was chosen. Never a secret.
    [[nodiscard]] QJsonValue value() const;
    /// What was typed into a secret's field.
    [[nodiscard]] QString secret() const;
    [[nodiscard]] bool isShort() const; ///< two of them fit beside each other
    /// By a ConfigProblem's reason; empty: it fits. That it is needed is said only once the person has been there.
    void showProblem(const QString &reason);

Q_SIGNALS:
    void edited();

private:
    static QWidget *makeControl(const domain::ProviderField &field, const QString &label, const QJsonValue &value,
                                const QString &kept);
    void listen();

    domain::ProviderField m_about;
    FieldWords m_words;
    QString m_problem;
    bool m_wasLeft = false;
};

} // namespace gui
