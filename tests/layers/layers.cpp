// Reads every source below src/ and fails where a layer includes what the architecture does not let it.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class LayersTest : public QObject
{
    Q_OBJECT

    const QMap<QString, QStringList> m_mayInclude{
        {u"domain"_s, {}},
        {u"storage"_s, {u"domain"_s}},
        {u"providers"_s, {u"domain"_s}},
        {u"platform"_s, {u"domain"_s}},
        {u"engine"_s, {u"domain"_s, u"storage"_s}},
        {u"sources"_s, {u"domain"_s, u"engine"_s}},
        {u"api"_s, {u"domain"_s, u"engine"_s}},
        {u"simulator"_s, {u"domain"_s, u"providers"_s}},
        {u"gui"_s, {u"domain"_s, u"engine"_s}},
        {u"app"_s,
         {u"domain"_s, u"storage"_s, u"providers"_s, u"platform"_s, u"engine"_s, u"sources"_s, u"api"_s, u"simulator"_s,
          u"gui"_s}},
    };

private Q_SLOTS:
    void arrowsPointOneWay()
    {
        static const QRegularExpression include(u"^\\s*#\\s*include\\s+\"([a-z]+)/"_s, QRegularExpression::MultilineOption);
        int files = 0;
        QStringList wrong;
        for (const QString &path : sources()) {
            ++files;
            const QString layer = layerOf(path);
            QVERIFY2(m_mayInclude.contains(layer), qPrintable(path));
            auto it = include.globalMatch(textOf(path));
            while (it.hasNext()) {
                const QString other = it.next().captured(1);
                if (other != layer && m_mayInclude.contains(other) && !m_mayInclude[layer].contains(other))
                    wrong << path + u" includes "_s + other;
            }
        }
        QVERIFY(files > 0);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void wordsForPeopleStayInTheWindowAndPrograms()
    {
        static const QRegularExpression translated(u"(?<![A-Za-z_.>:])tr\\(\""_s);
        QStringList wrong;
        for (const QString &path : sources()) {
            const QString layer = layerOf(path);
            if (layer != u"gui" && layer != u"app" && textOf(path).contains(translated))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void sqlStaysInStorage()
    {
        static const QRegularExpression sql(u"#\\s*include\\s+<(QSql|sqlite3|QtSql)"_s);
        QStringList wrong;
        for (const QString &path : sources())
            if (layerOf(path) != u"storage" && textOf(path).contains(sql))
                wrong << path;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noWidgetBelowTheWindow()
    {
        static const QRegularExpression widget(u"#\\s*include\\s+<(QWidget|QtWidgets|QApplication|QMessageBox|QDialog)"_s);
        QStringList wrong;
        for (const QString &path : sources()) {
            const QString layer = layerOf(path);
            if (layer != u"gui" && layer != u"app" && textOf(path).contains(widget))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void nothingBlocksOrNests()
    {
        static const QRegularExpression bad(
            u"BlockingQueuedConnection|processEvents\\s*\\(|waitForFinished\\s*\\(|QEventLoop\\s+\\w+;"_s);
        QStringList wrong;
        for (const QString &path : sources())
            if (layerOf(path) != u"app" && textOf(path).contains(bad))
                wrong << path;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    static QString root() { return QStringLiteral(HELIOGRAPH_SOURCE_DIR "/src"); }

    static QStringList sources()
    {
        QStringList all;
        QDirIterator it(root(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            all << it.next();
        return all;
    }

    static QString layerOf(const QString &path) { return path.mid(root().size() + 1).section(u'/', 0, 0); }

    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

QTEST_APPLESS_MAIN(LayersTest)
#include "layers.moc"
