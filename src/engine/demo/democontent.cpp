#include "engine/demo/democontent.h"

#include "domain/address/address.h"
#include "domain/contact/contact.h"
#include "domain/text/segments.h"
#include "engine/demo/demonames.h"
#include "engine/demo/demoroutes.h"
#include "engine/demo/demotalks.h"
#include "engine/sending/limits.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/consent/conversationstore.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/connection.h"
#include "storage/demo/historywriter.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/settingstore.h"

#include <QTimeZone>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace engine {

using domain::Category;
using domain::Channel;
using domain::Contact;
using domain::ContactId;
using domain::Instant;
using domain::MessageState;
using domain::Result;
using domain::toMillis;
using namespace std::chrono_literals;

namespace {

constexpr int contactCount = 2'000;
constexpr int historyDays = 30;
constexpr int recordDays = 90;
constexpr qint64 pricePerSegment = 7'900; // micro-dollars

struct Text
{
    const char *name;
    Category category;
    const char *purpose;
    const char *body;
    const char *spanish = nullptr;
};

constexpr Text texts[] = {
    {"Appointment reminder", Category::Transactional, "appointment reminder",
     "Hi {{ first_name }}, a reminder of your appointment at Sunrise Studio tomorrow. Call us if you need "
     "another time.",
     "Hola {{ first_name }}, mañana tiene una cita en Sunrise Studio. Si prefiere otra hora, responda a este mensaje."},
    {"Booking confirmation", Category::Transactional, "booking confirmation",
     "Hi {{ first_name }}, your booking at Sunrise Studio is confirmed. See you soon."},
    {"Order ready", Category::Transactional, "order ready",
     "Hi {{ first_name }}, your order is ready to be picked up. Sunrise Studio"},
    {"Payment reminder", Category::Transactional, "payment reminder",
     "Dear {{ first_name }} {{ last_name }}, an invoice is past its due date. If you have paid already, there is "
     "nothing to do. "
     "Sunrise Studio"},
    {"Autumn offer", Category::Marketing, "seasonal offer",
     "{{ first_name|default(\"Hello\") }}, this week 15% off everything at Sunrise Studio. Show this text at the "
     "counter. Reply STOP to "
     "end these texts."},
    {"Birthday greeting", Category::Marketing, "birthday",
     "Happy birthday, {{ first_name }}! A little present waits for you at Sunrise Studio all week. Reply STOP to "
     "end these texts."},
    {"We miss you", Category::Marketing, "win back",
     "{{ first_name }}, it has been a while. Come by this month and your first coffee is on us. Sunrise Studio. "
     "Reply STOP to end these "
     "texts."},
    {"Sign-in code", Category::Authentication, "sign-in",
     "Your sign-in code was sent to you by Sunrise Studio. Do not share it with anyone."},
};

/// All that the parts of the demo share.
class Demo
{
public:
    Demo(storage::Connection &connection, const storage::Vault &vault, domain::ProviderId provider, Instant now,
         const QString &zone)
        : m_connection(connection), m_vault(vault), m_provider(provider), m_now(now), m_zone(zone.toUtf8()),
          m_history(connection)
    {}

    Result<void> fill()
    {
        for (const auto part : {&Demo::openAllHours, &Demo::addTemplates, &Demo::addContacts, &Demo::addSegments,
                                &Demo::addRecords, &Demo::addReplies, &Demo::addMessages, &Demo::addRoutes})
            if (auto done = (this->*part)(); !done)
                return done;
        return m_history.finish();
    }

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }
    bool chance(double share) { return std::uniform_real_distribution<double>(0, 1)(m_random) < share; }
    template <class Array>
    QString oneOf(const Array &array)
    {
        return QString::fromUtf8(array[static_cast<size_t>(pick(int(array.size())))]);
    }
    QDate dayBefore(int days) const
    {
        return QDateTime::fromMSecsSinceEpoch(toMillis(m_now), m_zone).date().addDays(-days);
    }
    qint64 dayNumber(Instant at) const
    {
        return QDate(1970, 1, 1).daysTo(QDateTime::fromMSecsSinceEpoch(toMillis(at), m_zone).date());
    }

    Result<void> addRoutes() { return addDemoRoutes(m_connection, m_provider, dayBefore(0)); }

    // Made-up people have no night: whoever tries the demo in the evening sees a campaign arrive.
    Result<void> openAllHours()
    {
        SendingLimits limits;
        limits.marketing.enabled = false;
        return storage::SettingStore(m_connection).write(u"limits"_s, toJson(limits));
    }

    Result<void> addTemplates()
    {
        storage::TemplateStore store(m_connection);
        for (const Text &text : texts) {
            domain::TemplateRecord record;
            record.name = QString::fromUtf8(text.name);
            record.channel = Channel::Sms;
            record.category = text.category;
            record.purpose = QString::fromUtf8(text.purpose);
            domain::TemplateVersion version;
            version.body = QString::fromUtf8(text.body);
            record.current = {version};
            if (text.spanish) {
                version.language = u"es"_s;
                version.body = QString::fromUtf8(text.spanish);
                record.current << version;
            }
            const auto id = store.save(record, {}, u"demo"_s, m_now - 60 * 24h);
            if (!id)
                return tl::unexpected(id.error());
            const auto saved = store.record(*id);
            if (!saved)
                return tl::unexpected(saved.error());
            m_templates << *saved;
        }
        return {};
    }

    Contact makeContact(int index)
    {
        const auto &area = demo::areas[static_cast<size_t>(index) % demo::areas.size()];
        Contact contact;
        contact.externalId = u"CUST-%1"_s.arg(index + 1, 5, 10, QLatin1Char('0'));
        contact.firstName = oneOf(demo::firstNames);
        contact.lastName = oneOf(demo::lastNames);
        contact.country = u"US"_s;
        contact.language = chance(0.12) ? u"es"_s : u"en"_s;
        contact.timeZone = QString::fromUtf8(area.zone);
        contact.territory = QString::fromUtf8(area.territory);
        contact.group = index % 25 == 0 ? u"Wholesale"_s : index % 3 == 0 ? u"Members"_s : u"Walk-in"_s;
        if (index % 25 == 0) {
            contact.kind = Contact::Kind::Company;
            contact.company = u"%1 %2"_s.arg(oneOf(demo::companies)).arg(index / 25 + 1);
            contact.displayName = contact.company;
        }
        contact.vip = chance(0.06);
        contact.doNotDisturb = chance(0.01);
        contact.loyaltyTier = chance(0.1) ? u"Gold"_s : chance(0.3) ? u"Silver"_s : QString();
        contact.birthday = QDate(1950 + pick(55), 1, 1).addDays(pick(365));
        contact.customerSince = dayBefore(60 + pick(1500));
        contact.lastPurchaseOn = dayBefore(pick(200));
        contact.lastPurchaseMicros = qint64(500 + pick(20'000)) * 10'000;
        contact.leadSource = chance(0.3) ? u"Website"_s : QString();
        if (contact.vip)
            contact.tags << u"vip"_s;
        if (chance(0.35))
            contact.tags << u"newsletter"_s;
        if (chance(0.05))
            contact.tags << u"event 2026"_s;
        contact.displayName = displayNameOf(contact);
        domain::ContactAddress phone;
        phone.channel = Channel::Sms;
        phone.value = u"+1"_s + QString::fromUtf8(area.code) + u"555"_s +
                      QString::number(100 + index / int(demo::areas.size())).rightJustified(4, u'0');
        phone.tail = domain::maskedAddress({Channel::Sms, phone.value});
        phone.country = u"US"_s;
        phone.kind = u"FIXED_LINE_OR_MOBILE"_s;
        contact.addresses << phone;
        if (chance(0.8)) {
            domain::ContactAddress mail;
            mail.channel = Channel::Email;
            mail.value =
                u"%1.%2%3@example.com"_s.arg(contact.firstName.toLower(), contact.lastName.toLower()).arg(index);
            mail.tail = domain::maskedAddress({Channel::Email, mail.value});
            contact.addresses << mail;
        }
        contact.createdAt = m_now - std::chrono::hours(24 * (95 + index % 300));
        return contact;
    }

    Result<void> addContacts()
    {
        storage::ContactStore store(m_connection, m_vault);
        for (int i = 0; i < contactCount; ++i) {
            Contact contact = makeContact(i);
            const auto id = store.save(contact, contact.createdAt + std::chrono::hours(pick(24 * 90)));
            if (!id)
                return tl::unexpected(id.error());
            contact.id = *id;
            m_contacts << contact;
        }
        return {};
    }

    Result<void> addSegments()
    {
        storage::SegmentStore store(m_connection);
        const std::pair<QString, QString> segments[] = {
            {u"VIP customers"_s, uR"({"tags":{"contains":"vip"}})"_s},
            {u"Newsletter readers"_s, uR"({"tags":{"contains":"newsletter"}})"_s},
            {u"Members"_s, uR"({"group":"Members"})"_s},
            {u"California"_s, uR"({"territory":"California"})"_s},
        };
        for (const auto &[name, condition] : segments) {
            storage::SegmentRecord record;
            record.name = name;
            record.condition = condition;
            if (const auto id = store.save(record, m_now - 50 * 24h); !id)
                return tl::unexpected(id.error());
            else
                m_segments.insert(name, *id);
        }
        return {};
    }

    Result<void> addRecords()
    {
        int number = 0;
        for (const Contact &contact : std::as_const(m_contacts)) {
            const int count = pick(4);
            for (int i = 0; i < count; ++i) {
                storage::PastRecord record;
                record.contact = contact.id;
                record.datedOn = dayBefore(pick(recordDays));
                record.at = m_now - std::chrono::hours(24 * record.datedOn.daysTo(dayBefore(0)) + 3);
                record.currency = u"USD"_s;
                ++number;
                switch (pick(3)) {
                case 0:
                    record.kind = u"Sales Invoice"_s;
                    record.externalId = u"INV-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
                    record.status = chance(0.8) ? u"Paid"_s : u"Overdue"_s;
                    record.amountMicros = qint64(1'000 + pick(40'000)) * 10'000;
                    record.fields = QJsonObject{{u"due_date"_s, record.datedOn.addDays(14).toString(Qt::ISODate)}};
                    break;
                case 1:
                    record.kind = u"Sales Order"_s;
                    record.externalId = u"SO-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
                    record.status = chance(0.7) ? u"Delivered"_s : u"Ready"_s;
                    record.amountMicros = qint64(500 + pick(15'000)) * 10'000;
                    break;
                default:
                    record.kind = u"Appointment"_s;
                    record.externalId = u"APT-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
                    record.status = chance(0.85) ? u"Attended"_s : u"Missed"_s;
                    record.fields = QJsonObject{
                        {u"time"_s, u"%1:%2"_s.arg(9 + pick(8)).arg(pick(2) * 30, 2, 10, QLatin1Char('0'))}};
                }
                if (auto done = m_history.add(record); !done)
                    return done;
            }
        }
        return {};
    }

    storage::PastMessage past(const Contact &contact, const domain::TemplateRecord &record, Instant at)
    {
        storage::PastMessage m;
        m.origin = u"manual"_s;
        m.contact = contact.id;
        m.templateId = record.id;
        m.version = record.current.constFirst().id;
        m.provider = m_provider;
        m.category = record.category;
        m.body = record.current.constFirst().body;
        m.body.replace("{{ first_name|default(\"Hello\") }}"_L1, contact.firstName);
        m.body.replace("{{ first_name }}"_L1, contact.firstName).replace("{{ last_name }}"_L1, contact.lastName);
        const domain::SegmentCount count = domain::countSegments(m.body);
        m.encoding = count.encoding == domain::Encoding::Gsm7 ? u"GSM-7"_s : u"UCS-2"_s;
        m.segments = count.segments;
        m.costMicros = pricePerSegment * count.segments;
        m.currency = u"USD"_s;
        m.providerMessageId = u"SM%1"_s.arg(++m_serial, 32, 16, QLatin1Char('0'));
        m.createdAt = at;
        m.latency = domain::Millis(40 + pick(200));
        m.deliveryAfter = domain::Millis(900 + pick(9'000));
        m.day = dayNumber(at);
        const int fate = pick(1000);
        if (fate < 12) {
            m.state = MessageState::Undelivered;
            m.reason = u"recipient"_s;
            m.errorCode = u"30005"_s;
            m.errorText = u"Unknown destination handset"_s;
        } else if (fate < 20) {
            m.state = MessageState::Rejected;
            m.reason = u"recipient"_s;
            m.errorCode = u"21614"_s;
            m.errorText = u"'To' number is not a valid mobile number"_s;
        } else if (fate < 32) {
            m.state = MessageState::Skipped;
            m.reason = fate < 26 ? u"suppressed"_s : u"duplicate"_s;
        } else if (fate < 38) {
            m.state = MessageState::Sent; // the carrier gives no receipt
        } else if (fate == 38) {
            m.state = MessageState::Expired;
            m.reason = u"expired"_s;
        }
        return m;
    }

    // Every message of the past, in the order of time.
    Result<void> addMessages()
    {
        QList<storage::PastMessage> all;
        for (int day = historyDays; day >= 1; --day) {
            const QDate date = dayBefore(day);
            const int weekday = date.dayOfWeek();
            const int count = weekday == 7 ? 8 + pick(8) : weekday == 6 ? 25 + pick(20) : 55 + pick(35);
            const Instant morning = domain::fromMillis(QDateTime(date, QTime(8, 30), m_zone).toMSecsSinceEpoch());
            for (int i = 0; i < count; ++i)
                all << past(m_contacts[pick(contactCount)], m_templates[pick(4)],
                            morning + std::chrono::seconds(pick(10 * 3600)));
        }
        struct PastCampaign
        {
            const char *name;
            int daysAgo;
            int text;
            QString segment;
            double share;
        };
        const PastCampaign campaigns[] = {{"Autumn sale", 26, 4, {}, 0.9},
                                          {"Members' evening", 19, 6, u"Members"_s, 0.33},
                                          {"VIP preview", 12, 4, u"VIP customers"_s, 0.06},
                                          {"October newsletter", 8, 6, u"Newsletter readers"_s, 0.35},
                                          {"Weekend offer", 3, 4, {}, 0.55}};
        storage::CampaignStore store(m_connection);
        for (const PastCampaign &campaign : campaigns) {
            const domain::TemplateRecord &record = m_templates[campaign.text];
            domain::Campaign draft;
            draft.name = QString::fromUtf8(campaign.name);
            draft.channel = Channel::Sms;
            draft.category = record.category;
            draft.templateId = record.id;
            draft.segmentId = m_segments.value(campaign.segment);
            const QDate date = dayBefore(campaign.daysAgo);
            const Instant start = domain::fromMillis(QDateTime(date, QTime(10, 0), m_zone).toMSecsSinceEpoch());
            const auto id = store.add(draft, start);
            if (!id)
                return tl::unexpected(id.error());
            Instant last = start;
            int sent = 0;
            for (const Contact &contact : std::as_const(m_contacts)) {
                if (!chance(campaign.share))
                    continue;
                storage::PastMessage m = past(contact, record, start + std::chrono::milliseconds(120 * sent++));
                m.origin = u"campaign"_s;
                m.originId = id->value;
                m.campaign = *id;
                last = m.createdAt;
                all << m;
            }
            if (auto done = m_history.endCampaign(*id, record.current.constFirst().id, u"{}"_s, start, last + 10s);
                !done)
                return done;
        }
        all << m_answers;
        std::stable_sort(all.begin(), all.end(),
                         [](const auto &a, const auto &b) { return a.createdAt < b.createdAt; });
        storage::ConversationStore conversations(m_connection);
        for (const storage::PastMessage &m : std::as_const(all)) {
            if (auto done = m_history.add(m); !done)
                return done;
            if (m.origin == u"manual" && m.originId > 0) // an answer in this conversation
                if (auto done = conversations.noteReply({m.originId}, m_history.lastMessage(), m.createdAt); !done)
                    return done;
        }
        return {};
    }

    Result<void> addReplies()
    {
        demo::Talks talks(m_connection, m_vault, m_provider, m_now);
        if (auto done = talks.write(m_contacts); !done)
            return done;
        m_answers = talks.answers();
        for (storage::PastMessage &answer : m_answers)
            answer.day = dayNumber(answer.createdAt);
        return {};
    }

    storage::Connection &m_connection;
    const storage::Vault &m_vault;
    domain::ProviderId m_provider;
    Instant m_now;
    QTimeZone m_zone;
    storage::HistoryWriter m_history;
    std::mt19937 m_random{20261121};
    qint64 m_serial = 0;
    QList<storage::PastMessage> m_answers;
    QList<domain::TemplateRecord> m_templates;
    QList<Contact> m_contacts;
    QHash<QString, domain::SegmentId> m_segments;
};

} // namespace

Result<void> fillDemo(storage::Connection &connection, const storage::Vault &vault, domain::ProviderId provider,
                      Instant now, const QString &timeZone)
{
    auto &count = connection.statement("SELECT EXISTS (SELECT 1 FROM contact)");
    const bool filled = count.next() && count.integer(0) != 0;
    count.finish();
    if (filled)
        return domain::fail(domain::ErrorCode::Conflict, u"the workspace has contacts"_s);
    return connection.transaction(false, [&] { return Demo(connection, vault, provider, now, timeZone).fill(); });
}

} // namespace engine
