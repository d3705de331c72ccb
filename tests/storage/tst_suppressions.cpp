#include "storage/consent/consentstore.h"
#include "storage/consent/suppressions.h"
#include "storage/contacts/contactstore.h"
#include "workspacefixture.h"

using namespace Qt::StringLiterals;
using domain::Category;
using domain::Channel;
using domain::fromMillis;

class SuppressionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHoldsNowStandsByChannel()
    {
        WorkspaceFixture w;
        domain::Contact contact;
        contact.displayName = u"Ann"_s;
        contact.addresses = {{Channel::Sms, u"+12125550123"_s, u"…0123"_s, u"US"_s, {}, true, {}},
                             {Channel::Email, u"ann@example.com"_s, u"a…@example.com"_s, {}, {}, true, {}}};
        const auto id = storage::ContactStore(w.db(), w.vault()).save(contact, fromMillis(1000));
        VERIFY_RESULT(id);
        storage::ConsentStore consent(w.db(), w.vault());
        const auto say = [&](const QString &address, Channel channel, std::optional<Category> category, bool out,
                             qint64 at) {
            VERIFY_RESULT(consent.append(
                {fromMillis(at), address, channel, category, out, u"person"_s, u"on the phone"_s, {}, *id, {}}));
        };
        QCOMPARE(storage::suppressionsOf(w.db(), *id)->size(), 0);
        say(u"+12125550123"_s, Channel::Sms, std::nullopt, true, 5000);
        say(u"ann@example.com"_s, Channel::Email, Category::Marketing, true, 6000);
        say(u"+12125550199"_s, Channel::Sms, std::nullopt, true, 7000); // somebody else's number
        auto rows = storage::suppressionsOf(w.db(), *id);
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).channel, Channel::Email);
        QCOMPARE(rows->at(0).category, std::optional(Category::Marketing));
        QCOMPARE(rows->at(0).since, fromMillis(6000));
        QCOMPARE(rows->at(0).source, u"person"_s);
        QCOMPARE(rows->at(1).channel, Channel::Sms);
        QCOMPARE(rows->at(1).category, std::optional<Category>());

        say(u"+12125550123"_s, Channel::Sms, std::nullopt, false, 8000);
        rows = storage::suppressionsOf(w.db(), *id);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->at(0).channel, Channel::Email);
    }
};

QTEST_GUILESS_MAIN(SuppressionsTest)
#include "tst_suppressions.moc"
