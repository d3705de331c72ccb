#include "domain/core/types.h"

#include <QTest>

using namespace domain;

class TypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfChannelsAndCategoriesReadBack()
    {
        for (Channel c : {Channel::Sms, Channel::WhatsApp, Channel::Email})
            QCOMPARE(channelFromText(toText(c)), std::optional(c));
        for (Category c : {Category::Authentication, Category::Transactional, Category::Marketing})
            QCOMPARE(categoryFromText(toText(c)), std::optional(c));
        QVERIFY(!channelFromText(u"SMS"));
        QVERIFY(!categoryFromText(u""));
    }

    void authenticationGoesBeforeMarketing()
    {
        QVERIFY(priorityOf(Category::Authentication) < priorityOf(Category::Transactional));
        QVERIFY(priorityOf(Category::Transactional) < priorityOf(Category::Marketing));
    }
};

QTEST_APPLESS_MAIN(TypesTest)
#include "tst_types.moc"
