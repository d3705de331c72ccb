#pragma once

#include "domain/core/types.h"
#include "domain/template/attachment.h"

#include <QList>
#include <QStringList>

namespace domain {

/// What a text is sent as where a provider takes templates of its own alone (WhatsApp outside the customer service
/// window): the template kept there, and what fills its placeholders, each a text of ours in the template's notation.
struct ProviderContent
{
    QString name;     ///< empty: none
    QString language; ///< as the provider spells it
    QStringList header;
    QStringList body;
    QStringList buttons; ///< of the buttons that take a value, in their order

    friend bool operator==(const ProviderContent &, const ProviderContent &) = default;
};

/// One saved text of a template in one language ('' is the default variant). Without a body: the language was removed.
struct TemplateVersion
{
    TemplateVersionId id;
    int number = 0;
    QString language;
    QString subject; ///< e-mail only
    QString body;
    QString note;
    QString actor;
    Instant createdAt{};
    ProviderContent provider;
    QString html = {};                          ///< e-mail only, what `body` says in HTML; empty: the body alone
    QList<TemplateAttachment> attachments = {}; ///< e-mail only

    friend bool operator==(const TemplateVersion &, const TemplateVersion &) = default;
};

/// A template as it is stored and edited; template.h compiles its text.
struct TemplateRecord
{
    TemplateId id;
    QString name;
    Channel channel = Channel::Sms;
    Category category = Category::Transactional;
    QString purpose;
    QString description;
    QString notation = QStringLiteral("jinja"); ///< jinja, brace, plain
    QString missing = QStringLiteral("error");  ///< error, blank
    bool smartEncoding = false;
    bool active = true;
    bool isSystem = false;
    Instant createdAt{};
    Instant updatedAt{};
    QList<TemplateVersion> current; ///< the newest version of each language, the default variant first

    friend bool operator==(const TemplateRecord &, const TemplateRecord &) = default;
};

/// The current text for somebody of that language: its own, its base language's, or the first; null where there is
/// none.
[[nodiscard]] const TemplateVersion *versionFor(const TemplateRecord &record, const QString &language);

} // namespace domain
