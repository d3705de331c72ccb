#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void marksStandOut_data();
    void marksStandOut();
    void paletteTellsItsScheme();
    void aStyledWidgetStillKnowsItsScheme();
    void styleSheetHasNoTokenLeft();
    void changesAtRunTime();
    void iconsAreFoundWithoutADesktop_data();
    void iconsAreFoundWithoutADesktop();
    void iconsFollowTheScheme();
};

static void eachScheme()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(Scheme::Light);
    QTest::newRow("dark") << int(Scheme::Dark);
}

void TestTheme::textIsReadable_data() { eachScheme(); }

void TestTheme::textIsReadable()
{
    QFETCH(int, scheme);
    const Tokens &t = tokens(Scheme(scheme));
    for (const QColor &ground : {t.window, t.surface, t.raised}) {
        QVERIFY(contrast(t.text, ground) >= 4.5);
        QVERIFY(contrast(t.secondary, ground) >= 4.5);
        QVERIFY(contrast(t.accent, ground) >= 4.5);
        QVERIFY(contrast(t.of(Tone::Failed), ground) >= 4.5);
    }
    QVERIFY(contrast(t.text, t.accentTint) >= 4.5);
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
}

void TestTheme::marksStandOut_data() { eachScheme(); }

void TestTheme::marksStandOut()
{
    QFETCH(int, scheme);
    const Tokens &t = tokens(Scheme(scheme));
    for (const Tone tone : {Tone::Delivered, Tone::OnTheWay, Tone::Waiting, Tone::Doubt, Tone::Failed, Tone::Skipped})
        QVERIFY2(contrast(t.of(tone), t.surface) >= 3.0, qPrintable(t.of(tone).name()));
}

void TestTheme::paletteTellsItsScheme()
{
    QCOMPARE(schemeOf(paletteFor(Scheme::Light)), Scheme::Light);
    QCOMPARE(schemeOf(paletteFor(Scheme::Dark)), Scheme::Dark);
}

// A rule with a background or colour changes the widget's palette: the scheme must not be read from those roles.
void TestTheme::aStyledWidgetStillKnowsItsScheme()
{
    Theme theme(*qApp);
    theme.setAppearance(Appearance::Light);
    QPushButton button;
    makeLink(&button); // background: transparent
    button.ensurePolished();
    QCOMPARE(schemeOf(button.palette()), Scheme::Light);
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(schemeOf(button.palette()), Scheme::Dark);
}

void TestTheme::styleSheetHasNoTokenLeft()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = styleSheetFor(scheme);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(tokens(scheme).accent.name()));
    }
}

void TestTheme::changesAtRunTime()
{
    Theme theme(*qApp);
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), tokens(Scheme::Dark).window);
    QCOMPARE(theme.scheme(), Scheme::Dark);
    theme.setAppearance(Appearance::Light);
    QCOMPARE(qApp->palette().color(QPalette::Window), tokens(Scheme::Light).window);
}

void TestTheme::iconsAreFoundWithoutADesktop_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"view-statistics", "view-list-details", "overflow-menu", "search", "sidebar-collapse-left",
                             "sidebar-expand-left", "list-add", "document-open", "input-keyboard", "help-about"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTheme::iconsAreFoundWithoutADesktop()
{
    QFETCH(QString, name);
    Theme theme(*qApp);
    const QImage picture = icon(name).pixmap(16, 16).toImage();
    QCOMPARE(picture.size(), QSize(16, 16));
    int painted = 0;
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x)
            painted += qAlpha(picture.pixel(x, y)) > 64 ? 1 : 0;
    QVERIFY2(painted > 10, "the icon theme has no such icon");
}

void TestTheme::iconsFollowTheScheme()
{
    Theme theme(*qApp);
    const QIcon looked = icon(u"view-statistics"_s);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        theme.setAppearance(appearance);
        const QImage picture = looked.pixmap(16, 16).toImage().convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x)
                if (qAlpha(picture.pixel(x, y)) == 255)
                    QCOMPARE(QColor(picture.pixel(x, y)), tokens(theme.scheme()).secondary);
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
