#include "engine/sending/textmaker.h"

#include "domain/text/segments.h"
#include "storage/templates/attachmentstore.h"
#include "storage/templates/templatestore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace engine {

void TextMaker::reset(const domain::WorkspaceFacts &workspace)
{
    m_workspace = workspace;
    const QTimeZone zone(workspace.timeZone.toLatin1());
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    m_clock = {};
    m_families.clear();
}

TextMaker::Family *TextMaker::family(const storage::DueMessage &message, std::optional<domain::Instant> pinnedAt)
{
    if (const auto it = m_families.find(message.version.value); it != m_families.end())
        return &*it;
    storage::TemplateStore store(m_services.connection);
    const auto record = store.record(message.templateId);
    const auto pinned = store.version(message.version);
    const auto versions = store.versions(message.templateId);
    if (!record || !pinned || !versions)
        return nullptr;
    Family made;
    made.missing = record->missing == u"blank" ? domain::MissingPolicy::Blank : domain::MissingPolicy::Error;
    made.notation = domain::notationFromText(record->notation);
    made.smartEncoding = record->smartEncoding;
    const auto add = [&](const domain::TemplateVersion &version) {
        Variant &variant = made.variants.emplaceBack();
        variant.language = version.language;
        variant.provider = version.provider;
        variant.files = version.attachments;
        for (auto [source, target] : {std::pair{&version.subject, &variant.subject},
                                      {&version.body, &variant.body},
                                      {&version.html, &variant.html}}) {
            auto compiled = domain::CompiledTemplate::compile(*source, made.notation);
            if (compiled)
                *target = *compiled;
            else
                variant.problem = compiled.error().message;
        }
    };
    add(*pinned);
    QSet<QString> languages{pinned->language};
    for (const domain::TemplateVersion &version : *versions) // newest first
        if (!languages.contains(version.language) && (!pinnedAt || version.createdAt <= *pinnedAt)) {
            languages.insert(version.language);
            if (!version.body.isEmpty()) // a language that was removed
                add(version);
        }
    return &*m_families.insert(message.version.value, std::move(made));
}

TextMaker::Variant &TextMaker::variantFor(Family &family, const QString &language)
{
    if (!language.isEmpty()) {
        const QStringView base = QStringView(language).left(language.indexOf(u'-'));
        for (const QStringView wanted : {QStringView(language), base})
            for (Variant &variant : family.variants)
                if (variant.language.compare(wanted, Qt::CaseInsensitive) == 0)
                    return variant;
    }
    return family.variants.first();
}

void TextMaker::finish(Text &text, domain::Channel channel, bool smartEncoding,
                       const QList<domain::TemplateAttachment> &files)
{
    if (channel == domain::Channel::Sms) {
        text.body = domain::smsText(text.body, {smartEncoding, false});
        text.encoding = domain::isGsm7(text.body) ? u"gsm7"_s : u"ucs2"_s;
        text.segments = domain::segmentsOf(text.body);
        if (text.segments == 0) {
            text.problem = u"empty_text"_s;
            text.detail.clear();
        }
    }
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(text.subject.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(text.body.toUtf8());
    if (!text.html.isEmpty()) {
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(text.html.toUtf8());
    }
    for (const domain::TemplateAttachment &file : files) {
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(file.hash);
    }
    text.hash = hash.result().left(16);
}

TextMaker::Text TextMaker::attached(Text text, const QList<domain::TemplateAttachment> &files)
{
    if (files.isEmpty() || !text.problem.isEmpty())
        return text;
    auto taken = m_shelf.take(files);
    if (taken) {
        text.attachments = *std::move(taken);
    } else {
        text.problem = u"template_error"_s;
        text.detail = taken.error().detail;
    }
    return text;
}

domain::RenderOptions TextMaker::optionsFor(const Family &family, const Variant &variant, domain::Channel channel)
{
    domain::RenderOptions options;
    options.target = domain::textTargetOf(channel);
    options.missing = family.missing;
    if (!variant.language.isEmpty())
        options.locale = variant.language;
    // To the second, which is what a text can show of it: a time zone's offset takes as long as the rest of this.
    const qint64 second = domain::toMillis(m_services.now()) / 1000;
    if (!m_clock.isValid() || m_clock.toSecsSinceEpoch() != second)
        m_clock = QDateTime::fromSecsSinceEpoch(second, m_zone);
    options.now = m_clock;
    options.today = options.now.date();
    return options;
}

bool TextMaker::fill(const Compiled &part, const std::optional<domain::Contact> &contact,
                     const domain::RenderOptions &options, QString &out, QString &problem, QString &detail) const
{
    const auto rendered =
        part.render(contact ? domain::contactValues(*contact, m_workspace, part.variables())
                            : std::vector<domain::Value>(static_cast<size_t>(part.variables().size())),
                    options);
    if (!rendered) {
        problem = rendered.error().code == u"E_MISSING" ? u"missing_value"_s : u"template_error"_s;
        detail = rendered.error().name.isEmpty() ? rendered.error().message : rendered.error().name;
        return false;
    }
    out = *rendered;
    return true;
}

// One that is written as it stands; what a test mail has beside its text is kept apart.
TextMaker::Text TextMaker::makeSingle(const storage::DueMessage &message)
{
    Text text;
    text.subject = message.subject;
    text.body = message.body;
    QList<domain::TemplateAttachment> files;
    if (message.channel == domain::Channel::Email && message.origin == u"test") {
        auto beside = storage::AttachmentStore(m_services.connection).testMail(message.id);
        if (!beside) {
            text.problem = u"template_error"_s;
            text.detail = beside.error().detail;
            return text;
        }
        text.html = std::move(beside->html);
        files = std::move(beside->files);
    }
    finish(text, message.channel, false, files);
    return attached(std::move(text), files);
}

TextMaker::Text TextMaker::make(const storage::DueMessage &message, std::optional<domain::Instant> pinnedAt)
{
    Text text;
    if (!message.templateId.isValid())
        return makeSingle(message);
    Family *family = this->family(message, pinnedAt);
    if (!family) {
        text.problem = u"template_error"_s;
        text.detail = u"the template is gone"_s;
        return text;
    }
    Variant &variant = variantFor(*family, message.language);
    if (variant.constant)
        return attached(*variant.constant, variant.files);
    if (!variant.problem.isEmpty()) {
        text.problem = u"template_error"_s;
        text.detail = variant.problem;
        return text;
    }
    domain::RenderOptions options = optionsFor(*family, variant, message.channel);
    const bool constant = variant.subject.isConstant() && variant.body.isConstant() && variant.html.isConstant();
    std::optional<domain::Contact> contact;
    if (!constant)
        contact = m_messages.recipient(message.contact);
    struct Part
    {
        const domain::CompiledTemplate &compiled;
        QString &out;
        domain::TextTarget target;
    };
    for (const Part &part : {Part{variant.subject, text.subject, domain::TextTarget::EmailSubject},
                             Part{variant.body, text.body, domain::textTargetOf(message.channel)},
                             Part{variant.html, text.html, domain::TextTarget::EmailHtml}}) {
        options.target = part.target;
        if (!fill(part.compiled, contact, options, part.out, text.problem, text.detail))
            return text;
    }
    finish(text, message.channel, family->smartEncoding, variant.files);
    if (constant && text.problem.isEmpty())
        variant.constant = text;
    return attached(std::move(text), variant.files);
}

std::optional<TextMaker::Content> TextMaker::providerContent(const storage::DueMessage &message,
                                                             std::optional<domain::Instant> pinnedAt)
{
    Family *family = message.templateId.isValid() ? this->family(message, pinnedAt) : nullptr;
    if (!family)
        return std::nullopt;
    const Variant *variant = &variantFor(*family, message.language);
    if (variant->provider.name.isEmpty())
        variant = &family->variants.first();
    if (variant->provider.name.isEmpty())
        return std::nullopt;
    Content content;
    content.name = variant->provider.name;
    content.language = variant->provider.language;
    const domain::RenderOptions options = optionsFor(*family, *variant, message.channel);
    const auto contact = m_messages.recipient(message.contact);
    for (auto [sources, values] : {std::pair{&variant->provider.header, &content.header},
                                   {&variant->provider.body, &content.body},
                                   {&variant->provider.buttons, &content.buttons}})
        for (const QString &source : *sources) {
            const auto compiled = Compiled::compile(source, family->notation);
            if (!compiled) {
                content.problem = u"template_error"_s;
                content.detail = compiled.error().message;
                return content;
            }
            if (!fill(*compiled, contact, options, values->emplaceBack(), content.problem, content.detail))
                return content;
            if (values->last().trimmed().isEmpty()) { // no provider takes an empty value
                content.problem = u"missing_value"_s;
                content.detail = source;
                return content;
            }
        }
    return content;
}

} // namespace engine
