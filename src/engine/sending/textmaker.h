#pragma once

#include "domain/template/contactvalues.h"
#include "domain/template/template.h"
#include "domain/template/templaterecord.h"
#include "engine/sending/attachmentshelf.h"
#include "engine/sending/services.h"
#include "storage/messages/messagestore.h"

#include <QHash>

namespace engine {

/// Makes the text of a message: its template's pinned version in the recipient's language, the placeholders filled, as
/// the channel wants it. Keeps what it compiled. Engine thread; owned by Engine.
class TextMaker
{
public:
    struct Text
    {
        QString subject;
        QString body;
        QString html;                              ///< e-mail only
        QList<domain::MailAttachment> attachments; ///< e-mail only; each mail shares their bytes
        QByteArray hash;
        QString encoding;
        int segments = 1;
        QString problem; ///< "missing_value", "template_error"; empty: fine
        QString detail;
    };

    /// What a template's text is sent as through a provider's own template: its values, filled in.
    struct Content
    {
        QString name;
        QString language;
        QStringList header;
        QStringList body;
        QStringList buttons;
        QString problem; ///< as in Text
        QString detail;
    };

    TextMaker(Services &services, storage::MessageStore &messages)
        : m_services(services), m_messages(messages), m_shelf(services.connection)
    {}

    /// `pinnedAt`: when the campaign was launched; later edits of the template's other languages do not count.
    [[nodiscard]] Text make(const storage::DueMessage &message, std::optional<domain::Instant> pinnedAt);
    /// Empty where neither the recipient's language nor the template's first one names a provider's template.
    [[nodiscard]] std::optional<Content> providerContent(const storage::DueMessage &message,
                                                         std::optional<domain::Instant> pinnedAt);
    /// The business the texts come from; its zone is that of `today` and `now` (UTC where it is none). Forgets what was
    /// compiled.
    void reset(const domain::WorkspaceFacts &workspace);

private:
    struct Variant
    {
        QString language;
        domain::CompiledTemplate subject;
        domain::CompiledTemplate body;
        domain::CompiledTemplate html;
        QString problem; ///< it does not compile
        domain::ProviderContent provider;
        QList<domain::TemplateAttachment> files;
        std::optional<Text> constant; ///< without its attachments
    };
    struct Family
    {
        QList<Variant> variants; ///< the pinned one first
        domain::MissingPolicy missing = domain::MissingPolicy::Error;
        domain::TemplateNotation notation = domain::TemplateNotation::Jinja;
        bool smartEncoding = false;
    };
    using Compiled = domain::CompiledTemplate;

    [[nodiscard]] Family *family(const storage::DueMessage &message, std::optional<domain::Instant> pinnedAt);
    [[nodiscard]] static Variant &variantFor(Family &family, const QString &language);
    [[nodiscard]] domain::RenderOptions optionsFor(const Family &family, const Variant &variant,
                                                   domain::Channel channel);
    /// Renders one part; false with `problem` and `detail` set where it fails.
    [[nodiscard]] bool fill(const Compiled &part, const std::optional<domain::Contact> &contact,
                            const domain::RenderOptions &options, QString &out, QString &problem,
                            QString &detail) const;
    [[nodiscard]] Text makeSingle(const storage::DueMessage &message);
    static void finish(Text &text, domain::Channel channel, bool smartEncoding,
                       const QList<domain::TemplateAttachment> &files = {});
    /// Adds them where the text is fine.
    [[nodiscard]] Text attached(Text text, const QList<domain::TemplateAttachment> &files);

    Services &m_services;
    storage::MessageStore &m_messages;
    AttachmentShelf m_shelf;
    domain::WorkspaceFacts m_workspace;
    QDateTime m_clock; ///< in m_zone, the second it was last
    QTimeZone m_zone = QTimeZone::utc();
    QHash<qint64, Family> m_families; ///< by version
};

} // namespace engine
