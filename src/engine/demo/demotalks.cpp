#include "engine/demo/demotalks.h"

#include "domain/contact/contact.h"
#include "storage/consent/consentstore.h"
#include "storage/consent/conversationstore.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine::demo {

using domain::Category;
using domain::Channel;
using domain::Contact;
using domain::ConversationId;
using domain::Instant;
using domain::Result;

namespace {
constexpr qint64 costMicros = 7'900;
}

Result<ConversationId> Talks::hear(const Contact &contact, const QString &text, Instant at, const QString &intent,
                                   const QString &media)
{
    domain::InboundMessage message;
    message.providerMessageId = u"SM9%1"_s.arg(++m_heard, 31, 16, QLatin1Char('0'));
    message.from = contact.addresses.constFirst().value;
    message.to = u"+15005550006"_s;
    message.body = text;
    if (!media.isEmpty())
        message.media << media;
    message.at = at;
    storage::ConsentStore consent(m_connection, m_vault);
    if (const auto added = consent.addInbound(m_provider, message, intent, at); !added)
        return tl::unexpected(added.error());
    if (intent == u"opt_out") {
        storage::ConsentEvent event;
        event.at = at;
        event.address = message.from;
        event.optOut = true;
        event.source = u"inbound"_s;
        event.evidence = text;
        event.contact = contact.id;
        if (auto done = consent.append(event); !done)
            return tl::unexpected(done.error());
    }
    return storage::ConversationStore(m_connection).of(m_vault.indexOf(message.from), Channel::Sms);
}

void Talks::answer(ConversationId conversation, const Contact &contact, const QString &text, Instant at)
{
    storage::PastMessage m;
    m.origin = u"manual"_s;
    m.originId = conversation.value;
    m.contact = contact.id;
    m.provider = m_provider;
    m.category = Category::Transactional;
    m.body = text;
    m.encoding = u"GSM-7"_s;
    m.segments = 1;
    m.costMicros = costMicros;
    m.currency = u"USD"_s;
    m.providerMessageId = u"SM7%1"_s.arg(++m_heard, 31, 16, QLatin1Char('0'));
    m.createdAt = at;
    m.latency = 120ms;
    m.deliveryAfter = 2400ms;
    m_answers << m;
}

// From the oldest on, as they came in. What is older than a day was read.
Result<void> Talks::write(const QList<Contact> &contacts)
{
    const std::pair<QString, QString> talks[] = {
        {u"Thank you!"_s, {}},
        {u"Can I come at 3 instead?"_s, u"3 pm works, see you then. Sunrise Studio"_s},
        {u"Great, see you then"_s, {}},
        {u"Is parking free?"_s, u"Yes, behind the house. Sunrise Studio"_s},
        {u"STOP"_s, {}}};
    std::mt19937 random{20261122}; // of its own: the rest of the past does not hang on what people wrote
    const auto below = [&random](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
    for (int i = 119; i >= 1; --i) {
        const Contact &contact = contacts[below(int(contacts.size()))];
        const auto &[text, reply] = talks[below(5)];
        const Instant at = m_now - std::chrono::minutes(60 + i * 340);
        const auto conversation = hear(contact, text, at, text == u"STOP" ? u"opt_out"_s : QString(), {});
        if (!conversation)
            return tl::unexpected(conversation.error());
        if (!reply.isEmpty())
            answer(*conversation, contact, reply, at + 7min);
    }
    if (auto read = storage::ConversationStore(m_connection).setAllRead(int(contacts.size())); !read)
        return tl::unexpected(read.error());
    return writeRecent(contacts);
}

// What the inbox shows first.
Result<void> Talks::writeRecent(const QList<Contact> &contacts)
{
    struct Line
    {
        int contact;
        int minutesAgo;
        bool isOurs;
        const char *text;
        const char *intent = "";
        const char *media = "";
    };
    const Line lines[] = {
        {41, 190, false, "Hi, I got your reminder. Do I need to bring anything?"},
        {41, 184, true, "Just yourself. If you have an old photo of the piece, bring it along. Sunrise Studio"},
        {77, 131, false, "HELP", "help"},
        {12, 95, false, "Is this the frame you meant?", "", "https://media.example.com/frame-oak.jpg"},
        {12, 88, true, "Yes, that one. We have it in oak and in black. Sunrise Studio"},
        {12, 83, false, "Oak please! Can you hold it until Friday?"},
        {230, 44, false, "Please stop texting me. STOP", "opt_out"},
        {41, 26, false, "Perfect, thank you. One more thing: can I come at 3 instead of 4?"},
        {305, 9, false, "Is the workshop on Saturday still on? I would like to bring my daughter."},
    };
    for (const Line &line : lines) {
        const Contact &contact = contacts[line.contact];
        const Instant at = m_now - std::chrono::minutes(line.minutesAgo);
        const QString text = QString::fromUtf8(line.text);
        if (line.isOurs) {
            const auto conversation = storage::ConversationStore(m_connection)
                                          .of(m_vault.indexOf(contact.addresses.constFirst().value), Channel::Sms);
            if (!conversation)
                return tl::unexpected(conversation.error());
            answer(*conversation, contact, text, at);
            continue;
        }
        const auto heard = hear(contact, text, at, QString::fromUtf8(line.intent), QString::fromUtf8(line.media));
        if (!heard)
            return tl::unexpected(heard.error());
    }
    return {};
}

} // namespace engine::demo
